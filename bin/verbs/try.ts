import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { loadTown } from '../../crawler/town-folder.ts'
import { type TryDeps, tryLines, tryOne } from '../../crawler/try.ts'
import { parseTryInput, type TryInput } from '../../crawler/try-input.ts'
import { printable } from '../../crawler/try-print.ts'
import type { RawPage } from '../../domain/page.ts'
import type { Town } from '../../domain/town.ts'
import { EXIT, print, UsageError } from '../exit.ts'
import { fetchOnePage } from '../fetch-one.ts'
import { readSettings, TRY_TOWN } from '../settings.ts'

interface Options {
  town?: string
  jsonl?: boolean
  json?: boolean
  as?: string
  url?: string
}

export async function tryPage([page]: string[], options: Options): Promise<number> {
  const deps = tryDeps(options.town ?? TRY_TOWN)
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
  for await (const answer of tryLines(lines, deps)) print(answer)
  return EXIT.ok
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
    readFile: (path) => readFile(path),
    fetchPage: async (url): Promise<RawPage> => fetchOnePage(url, await load(fallback), settings),
    now: () => settings.clock.now(),
  }
}
