/** Prints how well position tables are read, per file and format: `node bench/tables.ts [FOLDER] [--misses]`. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openAttachment } from '../crawler/attachments/open.ts'
import type { Job } from '../domain/item.ts'
import { readJobTables } from '../domain/job-tables.ts'
import { parseEducation } from '../domain/requirements.ts'

type Wanted = string | number | null | { any: (string | null)[] } | { all: string[] }
interface Sheet {
  sheet?: string | null
  jobs: number
  rows?: string
  keys?: string[]
  samples: { row: number; want: Record<string, Wanted> }[]
}
interface Entry {
  id: string
  file: string
  format: string
  expect: { jobs: number | 'any'; sheets?: Sheet[] }
}

const folder = resolve(process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '../shared/tables')
if (!existsSync(folder)) {
  process.stderr.write(`no tables at ${folder}\n`)
  process.exit(2)
}
const manifest: { files: Entry[]; robust: Entry[] } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
const misses: string[] = []

async function jobsOf({ file }: Entry): Promise<{ jobs: Job[]; problem?: string; ms: number }> {
  const started = performance.now()
  const opened = await openAttachment({ name: file, bytes: readFileSync(join(folder, file)) })
  const jobs = readJobTables(opened.tables, { currency: 'CNY' })
  return { jobs, problem: opened.problem, ms: performance.now() - started }
}

const plain = (value: unknown) =>
  String(value)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[.。]+$/, '')
    .replace(/及以上/g, '以上')
const separated = (value: unknown) => plain(value).replace(/[、,，;；]/g, '')

function heldBy(job: Job, field: string): unknown {
  if (field === 'major') return job.majors?.join('、')
  if (field === 'pay') return job.pay?.raw
  return job[field as keyof Job]
}

function matches(job: Job, field: string, want: Wanted): boolean {
  const got = heldBy(job, field)
  if (want === null) return got === undefined
  if (typeof want === 'object' && 'any' in want) return want.any.some((one) => matches(job, field, one))
  if (got === undefined) return false
  if (typeof want === 'object') return want.all.every((part) => separated(got).includes(separated(part)))
  if (field === 'education') return got === parseEducation(String(want))
  return separated(got) === separated(want)
}

/** `2-4,7` → 2, 3, 4, 7. */
function numbersOf(ranges: string): string[] {
  return ranges.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number)
    return Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`)
  })
}

/** Shared over all: rows that are right, those that are missing and those that are too many count alike. */
function rowScore(wanted: string[], got: string[]): number {
  const left = [...got]
  let right = 0
  for (const key of wanted) {
    const at = left.indexOf(key)
    if (at < 0) continue
    left.splice(at, 1)
    right += 1
  }
  return wanted.length + left.length === 0 ? 1 : right / (wanted.length + left.length)
}

function scoreSheet(id: string, sheet: Sheet, jobs: Job[]): { rows: number; cells: number } {
  const own = jobs.filter((job) => sheet.sheet === null || sheet.sheet === undefined || job.sheet === sheet.sheet)
  const keys = sheet.keys?.map(separated)
  const byCode = keys?.some((key) => /^[a-z]*\d[a-z\d]{4,}$/i.test(key))
  const keyOf = (job: Job) => (keys ? separated(byCode ? job.code : job.title) : `${job.row}`)
  const wanted = keys ?? numbersOf(sheet.rows ?? '')
  const rows = rowScore(wanted, own.map(keyOf))
  if (rows < 1)
    misses.push(
      `${id} rows ${wanted.length} got ${own.length}; lost ${wanted.filter((key) => !own.some((job) => keyOf(job) === key)).slice(0, 5)}; extra ${own
        .map(keyOf)
        .filter((key) => !wanted.includes(key))
        .slice(0, 5)}`,
    )
  let right = 0
  let all = 0
  for (const { row, want } of sheet.samples) {
    const job = findSample(own, row, want, Boolean(keys))
    for (const [field, value] of Object.entries(want)) {
      all += 1
      if (job && matches(job, field, value)) right += 1
      else
        misses.push(
          `${id} row ${row} ${field}: want ${JSON.stringify(value)}, got ${JSON.stringify(job && heldBy(job, field))}`,
        )
    }
  }
  return { rows, cells: all === 0 ? 1 : right / all }
}

function findSample(jobs: Job[], row: number, want: Record<string, Wanted>, byKey: boolean): Job | undefined {
  if (!byKey) return jobs.find((job) => job.row === row)
  const named = jobs.filter((job) =>
    ['code', 'title'].every((field) => typeof want[field] !== 'string' || matches(job, field, want[field])),
  )
  return named.find((job) => job.row === row) ?? named[0]
}

const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)
const scores: { format: string; rows: number; cells: number }[] = []
for (const entry of manifest.files) {
  const { jobs, ms } = await jobsOf(entry)
  const sheets = (entry.expect.sheets ?? []).map((sheet) => scoreSheet(entry.id, sheet, jobs))
  const score = {
    format: entry.format,
    rows: mean(sheets.map(({ rows }) => rows)),
    cells: mean(sheets.map(({ cells }) => cells)),
  }
  scores.push(score)
  process.stdout.write(
    `${entry.id.padEnd(28)}rows ${score.rows.toFixed(3)}  cells ${score.cells.toFixed(3)}  ${ms.toFixed(0)} ms\n`,
  )
}
for (const format of new Set(scores.map((score) => score.format))) {
  const own = scores.filter((score) => score.format === format)
  process.stdout.write(
    `${format.padEnd(6)}${own.length} files, rows ${mean(own.map(({ rows }) => rows)).toFixed(3)}, cells ${mean(own.map(({ cells }) => cells)).toFixed(3)}\n`,
  )
}
let held = 0
for (const entry of manifest.robust) {
  const { jobs, problem, ms } = await jobsOf(entry)
  const right = entry.expect.jobs === 'any' || jobs.length === entry.expect.jobs
  if (right) held += 1
  else misses.push(`${entry.id}: ${jobs.length} jobs`)
  if (process.argv.includes('--misses'))
    process.stdout.write(`${entry.id.padEnd(36)}${jobs.length} jobs, ${problem ?? 'read'}, ${ms.toFixed(0)} ms\n`)
}
process.stdout.write(`robust ${held} of ${manifest.robust.length}\n`)
if (process.argv.includes('--misses')) for (const miss of misses) process.stdout.write(`${miss.slice(0, 400)}\n`)
