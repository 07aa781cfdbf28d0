/** Where the header of a table stands, whether it takes two rows, and whether the table is one of positions at all. */
import { findField, guessField, headerKey } from './table-header.ts'
import { squash } from './text.ts'
import { type Field, VAGUE_TITLE } from './words/table-fields.ts'

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

/** Says little without the cell above it: 招聘单位 over 名称, 岗位 over 代码. */
const BARE = /^(?:名称|全称|代码|编码|编号|类别|类型|性质|等级|要求|条件|数量|人数|层次|专业)$/u

/** Parts of a column of majors: 专业 over 本科 and 研究生. */
const LEVEL = /^(?:本科|大专|专科|研究生|硕士|博士|中专)(?:生|阶段|层次|及以上)?$/u

function matchOf(upper: string, lower: string): { field: Field; rank: number } | undefined {
  if (!lower || lower === upper || LEVEL.test(headerKey(lower))) return findField(upper)
  if (!BARE.test(headerKey(lower))) return findField(lower)
  const together = findField(`${headerKey(upper)}${headerKey(lower)}`)
  return together ?? (findField(upper)?.field === 'employer' ? undefined : findField(lower))
}

/** Fields surely named in a row before its other cells are guessed at. */
const SURE_FIELDS = 2

function columnsOf(names: string[][]): Map<Field, number[]> {
  const ranked = new Map<Field, { column: number; rank: number }[]>()
  const note = (field: Field, column: number, rank: number) =>
    ranked.set(field, [...(ranked.get(field) ?? []), { column, rank }])
  const unnamed: [number, string][] = []
  names.forEach((own, column) => {
    const lower = own.at(-1) ?? ''
    const match = matchOf(own.at(-2) ?? '', lower)
    if (match) note(match.field, column, match.rank)
    else unnamed.push([column, lower])
  })
  if (ranked.size >= SURE_FIELDS)
    for (const [column, name] of unnamed) {
      const guess = guessField(name)
      if (guess && (ranked.get(guess)?.[0]?.rank ?? GUESSED) === GUESSED) note(guess, column, GUESSED)
    }
  return new Map(
    [...ranked].map(([field, found]) => [field, found.sort((a, b) => a.rank - b.rank).map(({ column }) => column)]),
  )
}

/** Behind every name that is known. */
const GUESSED = 100

/** A column of classes, subjects or majors names the posts where no column of titles does. */
const TITLES_FOR_WANT: Field[] = ['class', 'majors', 'department']

function withTitle(columns: Map<Field, number[]>): Map<Field, number[]> {
  if (columns.has('title') || !columns.has('headcount')) return columns
  if (!columns.has('education') && !columns.has('conditions') && !columns.has('majors')) return columns
  const schooled = columns.has('education') || columns.has('degree')
  const field = TITLES_FOR_WANT.find((candidate) => columns.has(candidate) && (candidate !== 'majors' || schooled))
  return field ? new Map([...columns, ['title', columns.get(field) ?? []]]) : columns
}

/** Parts of an employer by their very name; 部门 and 部门名称 say so only by what stands in them. */
const PART_OF_EMPLOYER = /科室|处室|内设|院系|系部|学院|班组|车间|司局|下属|二级|(?:用人|用工|招聘|需求|具体|所在)部门/u
const BODY =
  /(?:局|委|厅|署|院|校|学|园|公司|集团|政府|银行|中心|协会|联合会|委员会|总队|支队|大队|街道|办事处|馆|站|所|厂|社|会)$/u
/** So many rows tell what a column holds. */
const ROWS_ASKED = 20

const holdsBodies = (column: number, rows: string[][]): boolean => {
  const cells = rows.slice(0, ROWS_ASKED).flatMap((row) => squash(row[column] ?? '') || [])
  return cells.filter((cell) => BODY.test(cell)).length * 2 > cells.length
}

/**
 * Where no column names the employer, the body above the post does: 招录主管部门, 部门名称 before 用人司局. A ward or an
 * office is none; then the notice, the title or a section row names who hires.
 */
function withEmployer({ next, labels, columns }: Header, rows: string[][]): Map<Field, number[]> {
  const departments = columns.get('department') ?? []
  if (columns.has('employer') || departments.length === 0) return columns
  const [first = 0, ...rest] = [...departments].sort((a, b) => a - b)
  const label = headerKey(labels[first] ?? '')
  const named = /主管|举办|归口|机关|单位|招[考录]/u.test(label) || rest.length > 0
  if (PART_OF_EMPLOYER.test(label) || !(named || holdsBodies(first, rows.slice(next)))) return columns
  const promoted = new Map([...columns, ['employer', [first]] as [Field, number[]]])
  if (rest.length > 0) promoted.set('department', rest)
  else promoted.delete('department')
  return promoted
}

/** What one asks of people, or says to them: a list of goods, rooms or subsidies has none of it. */
const ASKING: Field[] = [
  'code',
  'headcount',
  'education',
  'degree',
  'majors',
  'age',
  'sex',
  'conditions',
  'qualification',
  'background',
  'place',
  'apply',
  'closes',
]
const ASKING_SURELY: Field[] = ['education', 'degree', 'age', 'majors', 'pay']
const WANTED_COUNT = /[招聘录需缺]|计划|名额/u
/** Surely of people to be hired; 招募 asks for volunteers. */
const HIRING = /招(?!募|生|商|标)|聘|录用|用工|需求|空缺|急需/u
/** Whom to ask about the post: a column beside the telephone that names no field of a job. */
const PERSON_TO_ASK = /^(?:单位|企业|公司|招聘)?联系人(?:姓名)?$/u

type Columns = Pick<Header, 'columns' | 'labels'>

const labelIn = ({ columns, labels }: Columns, field: Field) => labels[columns.get(field)?.[0] ?? -1] ?? ''
const saysHiring = (header: Columns) =>
  HIRING.test(labelIn(header, 'headcount')) || HIRING.test(labelIn(header, 'title'))

/** Nothing stands in it but what is said of a post; in one that surely hires, whom to ask too. */
function areAllNamed(header: Columns): boolean {
  const hires = saysHiring(header)
  const named = new Set([...header.columns.values()].flat())
  return header.labels.every((label, at) => !label || named.has(at) || (hires && PERSON_TO_ASK.test(headerKey(label))))
}

/** 名称 with 单位 and 数量 is a list of goods; 名称 with 学历 is one of posts. */
function isOfPosts(header: Columns): boolean {
  const { columns } = header
  const labelOf = (field: Field) => labelIn(header, field)
  if (!VAGUE_TITLE.test(headerKey(labelOf('title')))) {
    // 单位 and 岗位 alone are a plain list of posts; with 考核等次 beside them they are something else.
    const plain = columns.has('employer') && (areAllNamed(header) || columns.has('pay'))
    return plain || ASKING.some((field) => columns.has(field))
  }
  return ASKING_SURELY.some((field) => columns.has(field)) || WANTED_COUNT.test(labelOf('headcount'))
}

/** 岗位名称 and 招聘人数 with nothing but 备注 or 联系电话 beside them: short, and surely one of posts. */
const isPlainCall = (header: Header): boolean =>
  header.columns.has('headcount') &&
  !VAGUE_TITLE.test(headerKey(labelIn(header, 'title'))) &&
  saysHiring(header) &&
  areAllNamed(header)

function scoreOf(header: Header): number {
  const { columns } = header
  if (!columns.has('title') || !isOfPosts(header)) return 0
  const score = DESCRIBING.filter((field) => columns.has(field)).length + 1
  return columns.has('employer') || isPlainCall(header) ? Math.max(score, LEAST_FIELDS) : score
}

/** A third row of a header leaves most cells as they are above it and splits a few more: 专业 into 本科 and 研究生. */
function isThirdHeader(upper: string[], lower: string[]): boolean {
  const said = lower.filter((cell) => cell.trim())
  const same = lower.filter((cell, column) => cell.trim() && squash(cell) === squash(upper[column] ?? '')).length
  const named = new Set(said.filter((cell) => findField(cell)).map(squash)).size
  return same >= 2 && same * 2 >= said.length && same < said.length && named >= 2
}

function headerAt(rows: string[][], at: number): Header {
  const lines = [rows[at] ?? []]
  const second = rows[at + 1] ?? []
  if (isSecondHeader(rows[at] ?? [], second)) lines.push(second)
  const third = rows[at + lines.length] ?? []
  if (lines.length === 2 && isThirdHeader(second, third)) lines.push(third)
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  /** From above, each name once. */
  const names = Array.from({ length: width }, (_, column) => {
    const said = lines.map((line) => squash(line[column] ?? '')).filter(Boolean)
    return said.filter((name, index) => name !== said[index - 1])
  })
  return {
    next: at + lines.length,
    labels: names.map((own) => own.join(' ')),
    columns: withTitle(columnsOf(names)),
  }
}

const TALLY_FIELDS: Field[] = ['education', 'majors', 'degree', 'age', 'conditions', 'qualification', 'pay']

/** A list of people, or counts of those who have applied; a table of posts may show such counts beside what it asks. */
const isOfPeople = ({ columns }: Header): boolean =>
  columns.has('other') || (columns.has('tally') && !TALLY_FIELDS.some((field) => columns.has(field)))

const withBodies = (header: Header, rows: string[][]): Header => ({ ...header, columns: withEmployer(header, rows) })

/** Undefined for a table that is none of positions: nothing says so, or it is a list of people or marks. */
export function findHeader(rows: string[][]): Header | undefined {
  let best: Header | undefined
  for (let at = 0; at < Math.min(rows.length, HEADER_WITHIN); at += 1) {
    if (new Set((rows[at] ?? []).map((cell) => cell.trim()).filter(Boolean)).size < 2) continue
    const header = headerAt(rows, at)
    if (best && at > best.next) break
    if (isOfPeople(header)) return undefined
    if (scoreOf(header) > (best ? scoreOf(best) : LEAST_FIELDS - 1)) best = header
  }
  return best && withBodies(best, rows)
}

const LONGEST_NAME = 16

/**
 * Another table that begins at a row of the same sheet, `none` when it is one of people or marks. Undefined for a row
 * of data: nearly all cells of a header name a field.
 */
export function findLaterHeader(rows: string[][], at: number): Header | 'none' | undefined {
  const cells = [...new Set((rows[at] ?? []).map(squash).filter(Boolean))]
  if (cells.length < LEAST_FIELDS || cells.some((cell) => cell.length > LONGEST_NAME || /\d{3}/u.test(cell))) return
  const named = cells.filter((cell) => findField(cell))
  if (named.length * 3 < cells.length * 2) return undefined
  const header = headerAt(rows, at)
  if (isOfPeople(header)) return 'none'
  return scoreOf(header) >= LEAST_FIELDS ? withBodies(header, rows) : undefined
}

/** A header said again: at the head of each page, or in the middle of a long table. */
export function repeatsHeader(row: string[], { columns }: Header): boolean {
  const names = (field: Field, column: number) =>
    headerKey(row[column] ?? '').length > 1 && findField(row[column] ?? '')?.field === field
  // Titles first: nearly every row ends here, and looking up long cells is dear.
  if (!(columns.get('title') ?? []).some((column) => names('title', column))) return false
  return [...columns].some(([field, own]) => field !== 'title' && own.some((column) => names(field, column)))
}
