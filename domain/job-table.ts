/**
 * Position tables: one row is one job (DOMAIN section 9). Titles stand above the
 * header, section rows between, notes below. A table that is none gives no job.
 */
import { findHeader, findLaterHeader, type Header, repeatsHeader } from './header-row.ts'
import type { Job } from './item.ts'
import type { TextTable } from './page.ts'
import { parsePay } from './pay.ts'
import { payUnitOf } from './pay-unit.ts'
import { findPosition } from './positions.ts'
import {
  findAge,
  findDegree,
  findEducation,
  findSex,
  parseDay,
  parseDegree,
  parseEducation,
  parseHeadcount,
  parseMajors,
  parseSex,
} from './requirements.ts'
import { type Banner, findBanner, isNote, type Section, sectionOf } from './table-rows.ts'
import { sideBySide, unfolded } from './table-shape.ts'
import { transposed } from './table-turn.ts'
import { squash } from './text.ts'
import type { Field } from './words/table-fields.ts'

export interface TableContext {
  /** What 元 means. */
  currency: string
  /** The employer that the notice names, for tables that hold none. */
  employer?: string
}

interface RowReader {
  header: Header
  context: TableContext
  table: TextTable
  section: Section
  /** Last seen employer, department and title: cells merged downwards in files that lost their spans. */
  above: { employer?: string; department?: string; title?: string; place?: string }
}

const NOTHING = /^(?:[-—–/\\、.]+|无|無|空|null|nan|none|n\/a|\[\s*\])$/iu

function textsOf(row: string[], { header }: RowReader, field: Field): string[] {
  const texts = (header.columns.get(field) ?? []).map((column) => squash(row[column] ?? ''))
  return [...new Set(texts)].filter((text) => text && !NOTHING.test(text))
}

/** The first column that says something; the best stands first. */
function textOf(row: string[], reader: RowReader, field: Field): string | undefined {
  return textsOf(row, reader, field)[0]
}

const NO_DEMAND = /^(?:不限|无要求|无限制|不作要求|经验不限)$/u

/** What is asked beside education, major and age. 政治面貌 and the like are said only where nothing else is. */
function conditionsOf(row: string[], reader: RowReader): string | undefined {
  const { columns } = reader.header
  const general: Field[] = columns.has('conditions') ? ['qualification', 'conditions'] : ['qualification', 'remarks']
  const fields: Field[] = general.some((field) => columns.has(field)) ? general : ['background']
  const said = new Set(fields.flatMap((field) => textsOf(row, reader, field)))
  return [...said].every((text) => NO_DEMAND.test(text)) ? undefined : [...said].join('；')
}

function requirementsOf(row: string[], reader: RowReader): Partial<Job> {
  const conditions = conditionsOf(row, reader)
  const { columns } = reader.header
  const education = textOf(row, reader, 'education')
  const degree = textOf(row, reader, 'degree')
  const asked = conditions ?? ''
  return {
    education: columns.has('education') ? parseEducation(education ?? '') : findEducation(asked),
    degree: columns.has('degree') ? parseDegree(degree ?? '') : findDegree(education ?? ''),
    majors: textsOf(row, reader, 'majors').flatMap(parseMajors),
    age: textOf(row, reader, 'age') ?? (columns.has('age') ? undefined : findAge(asked)),
    sex: columns.has('sex') ? parseSex(textOf(row, reader, 'sex') ?? '') : findSex(asked),
    conditions,
  }
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

/** A title merged over several rows is inherited only by what is plainly a post of its own. */
function titleOf(row: string[], reader: RowReader): string | undefined {
  const own = textOf(row, reader, 'title')
  if (own) return own
  const says = (field: Field) => textOf(row, reader, field) !== undefined
  return says('code') || (says('headcount') && (says('education') || says('majors'))) ? reader.above.title : undefined
}

/** A body left of the employer stands above it and holds on; one right of it belongs to its own row. */
function departmentOf(row: string[], reader: RowReader, sameEmployer: boolean): string | undefined {
  const own = textOf(row, reader, 'department')
  const [department = 0] = reader.header.columns.get('department') ?? []
  const [employer = 0] = reader.header.columns.get('employer') ?? []
  return (
    own ?? (sameEmployer || department < employer ? reader.above.department : undefined) ?? reader.section.department
  )
}

function namesOf(row: string[], title: string, reader: RowReader): Pick<Job, 'employer' | 'department' | 'place'> {
  const own = textOf(row, reader, 'employer')
  const employer = own ?? reader.above.employer
  const department = departmentOf(row, reader, own === undefined || own === reader.above.employer)
  const place = textOf(row, reader, 'place') ?? (own === undefined ? reader.above.place : undefined)
  reader.above = { employer, department, title, place }
  return {
    employer: employer ?? reader.section.employer ?? reader.context.employer,
    department,
    place: place ?? reader.section.place,
  }
}

function originOf(at: number, { table }: RowReader): Pick<Job, 'file' | 'sheet' | 'row'> {
  return { file: table.file, sheet: table.sheet, row: table.rowNumbers?.[at] ?? at + 1 }
}

/** The first column of pay that says something, in the unit that its header names. */
function payOf(row: string[], { header, context }: RowReader): Job['pay'] {
  for (const column of header.columns.get('pay') ?? []) {
    const text = squash(row[column] ?? '')
    if (!text || NOTHING.test(text)) continue
    return parsePay(text, context.currency, payUnitOf(header.labels[column] ?? '')) ?? { raw: text }
  }
  return undefined
}

function readRow(row: string[], at: number, reader: RowReader): Job | undefined {
  const title = titleOf(row, reader)
  const first = squash(row.find((cell) => cell.trim()) ?? '')
  if (!title || isNote(title) || isNote(first) || /^\d+$/u.test(title)) return undefined
  const closes = textOf(row, reader, 'closes')
  return withoutAbsent({
    ...namesOf(row, title, reader),
    title,
    position: findPosition(title),
    code: textOf(row, reader, 'code'),
    headcount: parseHeadcount(textOf(row, reader, 'headcount') ?? ''),
    ...requirementsOf(row, reader),
    pay: payOf(row, reader),
    closes: closes ? parseDay(closes) : undefined,
    apply: textOf(row, reader, 'apply'),
    contact: textOf(row, reader, 'contact'),
    ...originOf(at, reader),
    raw: rawOf(row, reader.header.labels),
  })
}

/** A single cell in the column of titles is a post whose other cells are blank; anywhere else it heads a section. */
function isTitleAlone({ column, cells }: Banner, { columns }: Header): boolean {
  return cells === 1 && column > 0 && columns.get('title')?.[0] === column && columns.has('employer')
}

function readRows(reader: RowReader): Job[] {
  const jobs: Job[] = []
  reader.table.rows.forEach((row, at) => {
    const banner = findBanner(row)
    if (at < reader.header.next) {
      if (banner) reader.section = { ...reader.section, ...labelledSection(banner) }
    } else if (banner && !isTitleAlone(banner, reader.header)) startSection(banner, reader)
    else if (!turnToHeader(at, reader) && !repeatsHeader(row, reader.header)) {
      const job = readRow(row, at, reader)
      if (job) jobs.push(job)
    }
  })
  return jobs
}

const NO_COLUMNS: Header = { next: 0, labels: [], columns: new Map() }

/** True when another header stands there; one that says the same as before changes nothing. */
function turnToHeader(at: number, reader: RowReader): boolean {
  const later = findLaterHeader(reader.table.rows, at)
  if (!later) return false
  if (later === 'none') reader.header = NO_COLUMNS
  else if (later.labels.join() !== reader.header.labels.join()) {
    reader.header = later
    reader.above = {}
  }
  return true
}

/** Above the header only a label says who hires: 招聘单位：…; a title there names the call. */
function labelledSection({ text }: Banner): Section {
  return /[:：]|(?<!\d{4}.{0,12})岗位表$/u.test(text) ? (sectionOf(text) ?? {}) : {}
}

function startSection({ text }: Banner, reader: RowReader): void {
  const section = sectionOf(text)
  if (!section) return
  reader.section = section.department ? { ...reader.section, ...section } : section
  reader.above = {}
}

/** A table of posts names them in words; figures in that column are those of another kind of table. */
function areTitles(jobs: Job[]): boolean {
  const named = jobs.filter(({ title }) => /\p{L}{2}|\p{Script=Han}/u.test(title)).length
  return named * 2 >= jobs.length
}

/**
 * Every job of the table, in its order; `row` as the spreadsheet shows it, or counted from 1. Empty when it is no
 * position table. `known` is the header of the table before it, for one that goes on over a page.
 */
export function readJobTable(table: TextTable, context: TableContext, known?: Header): Job[] {
  const upright = unfolded(table) ?? table
  const header = findHeader(upright.rows)
  const beside = header && sideBySide(upright, header)
  if (beside) return beside.flatMap((part) => readJobTable(part, context))
  return header ? readUpright(upright, header, context) : readTurned(table, context, known)
}

function readTurned(table: TextTable, context: TableContext, known?: Header): Job[] {
  const turned = transposed(table)
  const header = turned && findHeader(turned.rows)
  if (header) return readUpright(turned, header, context)
  return known ? readUpright(table, known, context) : []
}

function readUpright(table: TextTable, header: Header, context: TableContext): Job[] {
  const jobs = readRows({ header, context, table, section: {}, above: {} })
  return areTitles(jobs) ? jobs : []
}
