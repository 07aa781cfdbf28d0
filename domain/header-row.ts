/** Where the header of a table stands, whether it takes two rows, and whether the table is one of positions at all. */
import { type Field, findField, headerKey } from './table-header.ts'
import { squash } from './text.ts'

export interface Header {
  /** Index of the first row of data. */
  next: number
  /** Header text per column, both rows joined where they differ. */
  labels: string[]
  /** Columns of each field, the best first. */
  columns: Map<Field, number[]>
}

/** Titles, marks of attachments and 报考条件 stand above; beyond these rows no header begins. */
const HEADER_WITHIN = 10
/** A table of positions says what and at least two things more about it; for whom alone is enough. */
const LEAST_FIELDS = 3
const DESCRIBING: Field[] = [
  'employer',
  'department',
  'class',
  'code',
  'headcount',
  'education',
  'degree',
  'majors',
  'pay',
  'place',
  'conditions',
  'qualification',
  'background',
  'duties',
  'age',
  'sex',
]

const differing = (upper: string[], lower: string[]) =>
  lower.flatMap((cell, column) => (cell.trim() && squash(cell) !== squash(upper[column] ?? '') ? [column] : []))

/** A second header row repeats spanned cells and splits others: 招聘条件 over 学历, 专业, 年龄. */
function isSecondHeader(upper: string[], lower: string[]): boolean {
  const split = differing(upper, lower)
  const named = split.filter((column) => findField(lower[column] ?? ''))
  const spanned = lower.some((cell, column) => cell.trim() && !split.includes(column) && findField(cell))
  // A title over the table is no upper half of a header: at least one of its cells must name a field.
  if (new Set(upper.filter((cell) => findField(cell)).map(squash)).size < 2) return false
  if (split.some((column) => /\d{2}/u.test(lower[column] ?? ''))) return false
  return named.length > 0 && (spanned || named.length >= 2) && named.length * 2 >= split.length
}

function columnsOf(upper: string[], lower: string[] | undefined): Map<Field, number[]> {
  const ranked = new Map<Field, { column: number; rank: number }[]>()
  const width = Math.max(upper.length, lower?.length ?? 0)
  for (let column = 0; column < width; column += 1) {
    const below = lower?.[column]?.trim()
    const match = below ? findField(below) : findField(upper[column] ?? '')
    if (match) ranked.set(match.field, [...(ranked.get(match.field) ?? []), { column, rank: match.rank }])
  }
  return new Map(
    [...ranked].map(([field, found]) => [field, found.sort((a, b) => a.rank - b.rank).map(({ column }) => column)]),
  )
}

/** A column of classes, subjects or majors names the posts where no column of titles does. */
const TITLES_FOR_WANT: Field[] = ['class', 'majors', 'department']

function withTitle(columns: Map<Field, number[]>): Map<Field, number[]> {
  if (columns.has('title') || !columns.has('headcount')) return columns
  if (!columns.has('education') && !columns.has('conditions') && !columns.has('majors')) return columns
  const field = TITLES_FOR_WANT.find((candidate) => columns.has(candidate))
  return field ? new Map([...columns, ['title', columns.get(field) ?? []]]) : columns
}

/** Where no column names the employer, the body above the post does: 招录主管部门, 部门名称 before 用人司局. */
function withEmployer(columns: Map<Field, number[]>): Map<Field, number[]> {
  const departments = columns.get('department') ?? []
  if (columns.has('employer') || departments.length === 0) return columns
  const [first = 0, ...rest] = [...departments].sort((a, b) => a - b)
  const promoted = new Map([...columns, ['employer', [first]] as [Field, number[]]])
  if (rest.length > 0) promoted.set('department', rest)
  else promoted.delete('department')
  return promoted
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
  const width = Math.max(upper.length, lower.length)
  const labels = Array.from({ length: width }, (_, column) => {
    const above = squash(upper[column] ?? '')
    const below = two ? squash(lower[column] ?? '') : ''
    return below && below !== above ? `${above} ${below}`.trim() : above
  })
  return { next: at + (two ? 2 : 1), labels, columns: withTitle(columnsOf(upper, two ? lower : undefined)) }
}

/** Undefined for a table that is none of positions: nothing says so, or it is a list of people or marks. */
export function findHeader(rows: string[][]): Header | undefined {
  let best: Header | undefined
  for (let at = 0; at < Math.min(rows.length, HEADER_WITHIN); at += 1) {
    if (new Set((rows[at] ?? []).map((cell) => cell.trim()).filter(Boolean)).size < 2) continue
    const header = headerAt(rows, at)
    if (header.columns.has('other')) return undefined
    if (scoreOf(header.columns) > (best ? scoreOf(best.columns) : LEAST_FIELDS - 1)) best = header
  }
  return best && { ...best, columns: withEmployer(best.columns) }
}

/** A header said again: at the head of each page, or in the middle of a long table. */
export function repeatsHeader(row: string[], { columns }: Header): boolean {
  const names = (field: Field, column: number) =>
    headerKey(row[column] ?? '').length > 1 && findField(row[column] ?? '')?.field === field
  // Titles first: nearly every row ends here, and looking up long cells is dear.
  if (!(columns.get('title') ?? []).some((column) => names('title', column))) return false
  return [...columns].some(([field, own]) => field !== 'title' && own.some((column) => names(field, column)))
}
