import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { createReadingThread } from '../../crawler/reading-thread/reading-thread.ts'
import { loadTown } from '../../crawler/town-folder.ts'
import { type TryDeps, tryLines, tryOne } from '../../crawler/try.ts'
import { parseTryInput, type TryInput } from '../../crawler/try-input.ts'
import { printable } from '../../crawler/try-print.ts'
import type { RawPage } from '../../domain/page.ts'
import type { Town } from '../../domain/town.ts'
import { EXIT, print, UsageError } from '../exit.ts'
import { readSettings, TRY_TOWN } from '../settings.ts'

interface Options {
  town?: string
  jsonl?: boolean
  json?: boolean
  as?: string
  url?: string
  table?: boolean
}

export async function tryPage([page]: string[], options: Options): Promise<number> {
  const town = options.town ?? TRY_TOWN
  if (options.table) return (await import('./try-table.ts')).tryTable(page, town)
  const deps = tryDeps(town)
  if (options.jsonl) return tryStdin(deps)
  if (page === undefined) throw new UsageError('give an address or a file, or --jsonl with requests on stdin')
  const isAddress = /^https?:\/\//.test(page)
  const input = readInput({ ...(isAddress ? { url: page } : { file: page, url: options.url }), as: options.as })
  const output = await tryOne(input, deps).catch(asUsage)
  print(options.json || !process.stdout.isTTY ? JSON.stringify(output) : printable(output))
  return output.error ? EXIT.failed : EXIT.ok
}

function readInput(value: object): TryInput {
  try {
    return parseTryInput(value)
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** A file that is not there is the asker's mistake; anything else is ours. */
function asUsage(cause: NodeJS.ErrnoException): never {
  if (cause.code === 'ENOENT' || cause.code === 'EISDIR' || cause.code === 'EACCES')
    throw new UsageError(cause.message, { cause })
  throw cause
}

async function tryStdin(deps: TryDeps): Promise<number> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
  for await (const answer of tryLines(lines, deps)) await printWhenRead(answer)
  return EXIT.ok
}

/** Waits for a slow reader, so that thousands of answers never pile up in memory. */
async function printWhenRead(answer: string): Promise<void> {
  if (!process.stdout.write(`${answer}\n`)) await once(process.stdout, 'drain')
}

/** Far above any page; a film given by mistake must not fill the memory. */
const FILE_BYTES = 16 * 1_048_576

async function readPageFile(path: string): Promise<Uint8Array> {
  const found = await stat(path)
  // A device or a pipe may never end.
  if (!found.isFile()) throw new TypeError(`${path}: no file`)
  const { size } = found
  if (size > FILE_BYTES) throw new RangeError(`${path}: ${size} bytes are too many for a page`)
  return readFile(path)
}

/** A town is loaded once however many lines name it; a line without one means `fallback`. */
function tryDeps(fallback: string): TryDeps {
  const towns = new Map<string, Promise<Town>>()
  const load = (name: string) => {
    const known = towns.get(name) ?? loadTown(name)
    towns.set(name, known)
    return known
  }
  const settings = readSettings()
  return {
    towns: load,
    defaultTown: fallback,
    readFile: readPageFile,
    // One slow page is given up, and the next has its turn. The thread keeps no process alive.
    readArticle: createReadingThread().readArticle,
    // Loaded only when it is asked for: reading files needs no network.
    fetchPage: async (url): Promise<RawPage> => {
      const { fetchOnePage } = await import('../fetch-one.ts')
      return fetchOnePage(url, await load(fallback), settings)
    },
    now: () => settings.clock.now(),
  }
}
