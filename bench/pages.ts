/** Prints how well captured pages are read, per corpus and field: `node bench/pages.ts [FOLDER] [--misses]`. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { meansOf, readManifest, scorePage } from './page-scores.ts'

const FIELDS = [
  'title',
  'date',
  'source',
  'author',
  'body',
  'images',
  'with',
  'without',
  'items',
  'titles',
  'dates',
  'next',
]

const folder = resolve(process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '../shared/pages')
if (!existsSync(folder)) {
  process.stderr.write(`no pages at ${folder}\n`)
  process.exit(2)
}
const started = performance.now()
const scores = readManifest(folder).map((entry) => scorePage(folder, entry))
const perPageMs = (performance.now() - started) / scores.length

const line = (name: string, cells: string[]) => `${name.padEnd(20)}${cells.map((cell) => cell.padStart(9)).join('')}\n`
process.stdout.write(line('corpus', FIELDS))
for (const [corpus, means] of meansOf(scores))
  process.stdout.write(
    line(
      corpus || 'all',
      FIELDS.map((field) => means[field]?.mean.toFixed(3) ?? ''),
    ),
  )
process.stdout.write(`${scores.length} pages, ${perPageMs.toFixed(0)} ms a page\n`)

if (process.argv.includes('--misses'))
  for (const { id, fields, misses } of scores)
    for (const [field, read] of Object.entries(misses))
      process.stdout.write(`${id}  ${field} ${fields[field]?.toFixed(3)}  ${read.slice(0, 160)}\n`)
