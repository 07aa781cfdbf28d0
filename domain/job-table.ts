/**
 * Position tables: one row is one job (DOMAIN section 9). The header stands in
 * the first ten rows and may take two; titles stand above it, section rows
 * between, notes below. A table that is none gives no job.
 */
import type { Job } from './item.ts'
import type { TextTable } from './page.ts'
import { parsePay } from './pay.ts'
import { findPosition } from './positions.ts'
import { findAge, parseDegree, parseEducation, parseHeadcount, parseMajors, parseSex } from './requirements.ts'
import { type Field, findField, headerKey } from './table-header.ts'
import { squash } from './text.ts'

interface TableContext {
  /** What 元 means. */
  currency: string
  /** Name of the sheet, kept with every job. */
  sheet?: string
  /** The employer that the notice names, for tables that hold none. */
  employer?: string
}

const HEADER_WITHIN = 10
/** A table of positions says what and at least two things more about it; for whom alone is enough. */
const LEAST_FIELDS = 3
const DESCRIBING: Field[] = [
  'employer',
  'department',
  'code',
  'headcount',
  'education',
  'degree',
  'majors',
  'pay',
  'place',
  'conditions',
  'age',
]

interface Header {
  /** Index of the first row of data. */
  next: number
  /** Header text per column, both rows joined where they differ. */
  labels: string[]
  columns: Map<Field, number[]>
}

function columnsOf(labels: string[], lower: string[]): Map<Field, number[]> {
  const ranked = new Map<Field, { column: number; rank: number }[]>()
  labels.forEach((label, column) => {
    const match = findField(lower[column] ?? '') ?? findField(label)
    if (match) ranked.set(match.field, [...(ranked.get(match.field) ?? []), { column, rank: match.rank }])
  })
  return new Map(
    [...ranked].map(([field, found]) => [field, found.sort((a, b) => a.rank - b.rank).map(({ column }) => column)]),
  )
}

const differing = (upper: string[], lower: string[]) =>
  lower.flatMap((cell, column) => (cell.trim() && squash(cell) !== squash(upper[column] ?? '') ? [column] : []))

/** A second header row repeats spanned cells and splits others: 招聘条件 over 学历, 专业, 年龄. */
function isSecondHeader(upper: string[], lower: string[]): boolean {
  const split = differing(upper, lower)
  const spanned = lower.some((cell, column) => cell.trim() && !split.includes(column) && findField(cell))
  const named = split.filter((column) => findField(lower[column] ?? ''))
  // A title over the table is no upper half of a header: at least one of its cells must name a field.
  if (!upper.some((cell) => findField(cell))) return false
  return split.length > 0 && (spanned || named.length >= LEAST_FIELDS) && named.length * 2 >= split.length
}

function scoreOf(columns: Map<Field, number[]>): number {
  if (!columns.has('title')) return 0
  const score = DESCRIBING.filter((field) => columns.has(field)).length + 1
  return columns.has('employer') ? Math.max(score, LEAST_FIELDS) : score
}

function headerAt(rows: string[][], at: number): Header {
  const upper = rows[at] ?? []
  const lower = rows[at + 1] ?? []
  const two = isSecondHeader(upper, lower)
  const labels = upper.map((cell, column) => {
    const below = squash(lower[column] ?? '')
    return two && below && below !== squash(cell) ? `${squash(cell)} ${below}`.trim() : squash(cell)
  })
  return { next: at + (two ? 2 : 1), labels, columns: columnsOf(upper, two ? lower : []) }
}

function findHeader(rows: string[][]): Header | undefined {
  let best: Header | undefined
  for (let at = 0; at < Math.min(rows.length, HEADER_WITHIN); at += 1) {
    const header = headerAt(rows, at)
    if (header.columns.has('person')) return undefined
    if (scoreOf(header.columns) > (best ? scoreOf(best.columns) : LEAST_FIELDS - 1)) best = header
  }
  return best
}

const NOTE_ROW =
  /^(?:注|备注|说明|附注|附|合计|总计|小计|共计|备\s*注|填表|联系|\*|※|注意|提示)|^\d+[.、．].{12,}|合计$|^(?:以上|本表)/u
const SECTION_NUMBER = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．])\s*/u
const EMPLOYER_END =
  /(?:局|院|校|学|园|所|站|厅|公司|集团|中心|委员会|办公室|政府|街道|馆|队|银行|厂|社|会|企业|部|处|酒店|超市|店)$/u

/** One text over the whole row, or alone in it. */
function findBanner(row: string[]): string | undefined {
  const cells = [...new Set(row.map(squash).filter(Boolean))]
  return cells.length === 1 ? cells[0] : undefined
}

interface Section {
  employer?: string
  department?: string
  place?: string
}

function sectionOf(banner: string): Section {
  const text = banner
    .replace(SECTION_NUMBER, '')
    .replace(/[（(][^）)]*[）)]$|[:：]$/gu, '')
    .trim()
  return EMPLOYER_END.test(text) ? { employer: text } : { place: text }
}

interface RowReader {
  header: Header
  context: TableContext
  section: Section
  /** Last seen employer and department: cells merged downwards in files that lost their spans. */
  above: Section
}

function cellOf(row: string[], reader: RowReader, field: Field): string | undefined {
  for (const column of reader.header.columns.get(field) ?? []) {
    const text = squash(row[column] ?? '')
    if (text && !/^[-—/\\无]$/u.test(text)) return text
  }
  return undefined
}

/** Several columns may hold conditions or majors; all of them are said. */
function cellsOf(row: string[], reader: RowReader, field: Field): string[] {
  const texts = (reader.header.columns.get(field) ?? []).map((column) => squash(row[column] ?? ''))
  return [...new Set(texts)].filter((text) => text && !/^[-—/\\无]$/u.test(text))
}

function rawOf(row: string[], labels: string[]): Record<string, string> {
  const raw: Record<string, string> = {}
  row.forEach((cell, column) => {
    const text = squash(cell)
    if (!text) return
    const label = labels[column] || `${column + 1}`
    raw[label in raw && raw[label] !== text ? `${label} ${column + 1}` : label] = text
  })
  return raw
}

function withoutAbsent(job: Job): Job {
  return Object.fromEntries(
    Object.entries(job).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as unknown as Job
}

function requirementsOf(row: string[], reader: RowReader): Partial<Job> {
  const conditions = cellsOf(row, reader, 'conditions').join('；') || undefined
  const education = cellOf(row, reader, 'education')
  const degree = cellOf(row, reader, 'degree')
  return {
    education: education ? parseEducation(education) : undefined,
    degree: degree ? parseDegree(degree) : undefined,
    majors: cellsOf(row, reader, 'majors').flatMap(parseMajors),
    age: cellOf(row, reader, 'age') ?? (conditions ? findAge(conditions) : undefined),
    sex: parseSex(cellOf(row, reader, 'sex') ?? ''),
    conditions,
  }
}

function readRow(row: string[], number: number, reader: RowReader): Job | undefined {
  const title = cellOf(row, reader, 'title')
  if (!title || NOTE_ROW.test(title) || NOTE_ROW.test(squash(row.find((cell) => cell.trim()) ?? ''))) return undefined
  const employer = cellOf(row, reader, 'employer') ?? reader.above.employer
  const department = cellOf(row, reader, 'department') ?? reader.above.department
  reader.above = { employer, department }
  const pay = cellOf(row, reader, 'pay')
  const { context, section } = reader
  return withoutAbsent({
    employer: employer ?? section.employer ?? context.employer,
    department,
    title,
    position: findPosition(title),
    code: cellOf(row, reader, 'code'),
    headcount: parseHeadcount(cellOf(row, reader, 'headcount') ?? ''),
    ...requirementsOf(row, reader),
    place: cellOf(row, reader, 'place') ?? section.place,
    pay: pay ? parsePay(pay, context.currency) : undefined,
    apply: cellOf(row, reader, 'apply'),
    contact: cellOf(row, reader, 'contact'),
    sheet: context.sheet,
    row: number,
    raw: rawOf(row, reader.header.labels),
  })
}

/** A header said again in the middle of a long table. */
function repeatsHeader(row: string[], header: Header): boolean {
  const titles = header.columns.get('title') ?? []
  return titles.some(
    (column) => findField(row[column] ?? '')?.field === 'title' && headerKey(row[column] ?? '').length > 1,
  )
}

/** Every job of the table, in its order; `row` counts from 1 over all rows. Empty when it is no position table. */
export function readJobTable(table: TextTable, context: TableContext): Job[] {
  const header = findHeader(table.rows)
  if (!header) return []
  const reader: RowReader = { header, context, section: {}, above: {} }
  const jobs: Job[] = []
  table.rows.forEach((row, at) => {
    if (at < header.next || repeatsHeader(row, header)) return
    const banner = findBanner(row)
    if (banner !== undefined) {
      if (!NOTE_ROW.test(banner) && banner.length <= 30) {
        reader.section = sectionOf(banner)
        reader.above = {}
      }
      return
    }
    const job = readRow(row, at + 1, reader)
    if (job) jobs.push(job)
  })
  return jobs
}
