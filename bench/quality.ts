/**
 * How well captured pages are read, per corpus and field, as `gulou try --jsonl` answers, beside plain Readability on
 * linkedom for bodies: `node bench/quality.ts [FOLDER] [--corpus NAME] [--worst N] [--field F] [--auto] [--here] [--speed]`.
 * `--here` calls the readers in this process instead of the command.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Entry, loadPage, readManifest } from './quality/manifest.ts'
import { plainBody } from './quality/plain-readability.ts'
import { readByTry } from './quality/read-by-try.ts'
import { readHere } from './quality/read-here.ts'
import { type Answer, FIELDS, type Field, type PageScore, scorePage } from './quality/score.ts'
import { formatSpeed, measureSpeed } from './quality/speed.ts'
import { formatTable, formatWorst } from './quality/table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string' },
    worst: { type: 'string' },
    field: { type: 'string' },
    auto: { type: 'boolean', default: false },
    here: { type: 'boolean', default: false },
    speed: { type: 'boolean', default: false },
  },
})
const folder = resolve(positionals[0] ?? '../shared/pages')
if (existsSync(join(folder, 'manifest.json'))) await run()
else {
  process.stderr.write(`no manifest.json in ${folder}\n`)
  process.exitCode = 2
}

async function run(): Promise<void> {
  const entries = readManifest(folder).filter(({ corpus }) => corpus.includes(values.corpus ?? ''))
  if (values.speed) {
    process.stdout.write(formatSpeed(measureSpeed(folder, entries)))
    return
  }
  const scores = await scoreAll(entries)
  process.stdout.write(formatTable(scores))
  if (values.worst === undefined) return
  const fields: readonly Field[] = FIELDS.filter((field) =>
    values.field ? field === values.field : field !== 'plain' && field !== 'given',
  )
  process.stdout.write(`\n${formatWorst(scores, Number(values.worst), fields)}`)
}

async function scoreAll(entries: readonly Entry[]): Promise<PageScore[]> {
  const scores: PageScore[] = []
  for await (const answer of answersTo(entries)) {
    const entry = entries[scores.length]
    if (!entry) break
    const plain = entry.expected.body ? plainBody(loadPage(folder, entry).text) : undefined
    scores.push(scorePage(folder, entry, answer, plain))
  }
  return scores
}

function answersTo(entries: readonly Entry[]): AsyncIterable<Answer> | Answer[] {
  if (values.here) return entries.map((entry) => readHere(folder, entry))
  return readByTry(folder, entries, values.auto ? 'auto' : undefined)
}
