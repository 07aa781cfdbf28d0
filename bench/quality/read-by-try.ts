/** Answers of the command line, so that what is measured is what a user gets. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Entry, momentOf } from './manifest.ts'
import type { Answer } from './score.ts'

const COMMAND = fileURLToPath(new URL('../../bin/gulou.ts', import.meta.url))

/** One answer per entry, in order. `as` auto lets the reader find out what the page is. Throws when the command fails. */
export async function* readByTry(folder: string, entries: readonly Entry[], as?: 'auto'): AsyncGenerator<Answer> {
  const child = spawn(process.execPath, [COMMAND, 'try', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  child.stdin.end(entries.map((entry) => `${lineFor(folder, entry, as)}\n`).join(''))
  let answered = 0
  for await (const line of createInterface({ input: child.stdout })) {
    answered += 1
    yield JSON.parse(line) as Answer
  }
  const [code] = await ended
  if (code !== 0 || answered !== entries.length)
    throw new Error(`gulou try ended with ${code} after ${answered} of ${entries.length} answers`)
}

function lineFor(folder: string, entry: Entry, as?: 'auto'): string {
  const file = resolve(folder, entry.file)
  return JSON.stringify({ file, url: entry.url, fetchedAt: momentOf(entry), as: as ?? entry.kind })
}
