/**
 * A folder that is there whole or not at all: everything is written beside it, and put in its place at the end. A process
 * that dies before leaves what was there.
 */
import { createWriteStream, existsSync } from 'node:fs'
import { cp, mkdir, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { finished } from 'node:stream/promises'

/** Stands in every folder that an export wrote; nothing else is ever replaced as a whole. */
export const MANIFEST = 'export.json'

export interface ExportFolder {
  write(file: string, content: string | Uint8Array): Promise<void>
  /** One JSON object a line; answers how many. */
  writeLines(file: string, rows: AsyncIterable<object> | Iterable<object>): Promise<number>
  copy(from: string, to: string): Promise<void>
  /** Puts it in its place. Nothing may be written afterwards. */
  commit(): Promise<void>
  /** Throws away what was not put in its place. */
  close(): Promise<void>
}

/** `target` may be absent, empty, an older export, or a folder with other things in it, which all stay. */
export async function openExportFolder(target: string): Promise<ExportFolder> {
  const place = existsSync(target) ? await realpath(target) : resolve(target)
  await mkdir(dirname(place), { recursive: true })
  await tidy(place)
  const fresh = await openBeside(place)
  const fileIn = async (file: string): Promise<string> => {
    const path = join(fresh, file)
    await mkdir(dirname(path), { recursive: true })
    return path
  }
  return {
    write: async (file, content) => writeFile(await fileIn(file), content),
    writeLines: async (file, rows) => writeRows(await fileIn(file), rows),
    copy: async (from, to) => cp(from, await fileIn(to), { recursive: true }),
    commit: () => put(fresh, place),
    close: () => rm(fresh, { recursive: true, force: true }),
  }
}

/** Inside the folder where nothing can be written beside it: a volume, say, that alone is ours. */
async function openBeside(place: string): Promise<string> {
  const beside = join(dirname(place), nameOf(place, 'new'))
  try {
    await mkdir(beside)
    return beside
  } catch (error) {
    if (!NOT_OURS.has((error as NodeJS.ErrnoException).code ?? '')) throw error
    const inside = join(place, nameOf(place, 'new'))
    await mkdir(inside)
    return inside
  }
}
const NOT_OURS = new Set(['EACCES', 'EPERM', 'EROFS'])

function nameOf(place: string, what: 'new' | 'old'): string {
  return `.${basename(place)}.${what}-${process.pid}`
}

async function writeRows(path: string, rows: AsyncIterable<object> | Iterable<object>): Promise<number> {
  const stream = createWriteStream(path)
  const failed = finished(stream)
  let count = 0
  for await (const row of rows) {
    count += 1
    // A full buffer is waited for, so that a large town does not stand in memory.
    if (!stream.write(`${JSON.stringify(row)}\n`)) await Promise.race([drained(stream), failed])
  }
  stream.end()
  await failed
  return count
}

function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((done) => stream.once('drain', () => done()))
}

async function put(fresh: string, place: string): Promise<void> {
  const there = existsSync(place) ? await readdir(place) : []
  if (dirname(fresh) === place) {
    await putAmong(fresh, place)
  } else if (there.length === 0) {
    await rename(fresh, place)
  } else if (there.includes(MANIFEST)) {
    const old = join(dirname(place), nameOf(place, 'old'))
    await rename(place, old)
    await rename(fresh, place)
    await rm(old, { recursive: true, force: true })
  } else {
    await putAmong(fresh, place)
  }
}

/** Somebody else's folder: each file of ours takes its place at once, and nothing of theirs goes. */
async function putAmong(fresh: string, place: string): Promise<void> {
  const entries = await readdir(fresh, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile())) {
    const from = join(entry.parentPath, entry.name)
    const to = join(place, relative(fresh, from))
    await mkdir(dirname(to), { recursive: true })
    await rename(from, to)
  }
  await rm(fresh, { recursive: true, force: true })
}

/** What dead exports left: half-written folders go; an old one that lost its place in the very middle comes back. */
async function tidy(place: string): Promise<void> {
  const parent = dirname(place)
  const left = new RegExp(`^\\.${basename(place).replace(/[^\w-]/g, '\\$&')}\\.(new|old)-(\\d+)$`)
  for (const name of await readdir(parent)) {
    const [, what, pid] = left.exec(name) ?? []
    if (pid === undefined || isAlive(Number(pid))) continue
    if (what === 'old' && !existsSync(place)) await rename(join(parent, name), place)
    else await rm(join(parent, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
