/** Which column of a position table holds which field, told by its header. */
import { toSimplified } from './script.ts'
import { squash, toNarrow } from './text.ts'
import { FIELD_HINTS, FIELD_NAMES, type Field } from './words/table-fields.ts'

/** 1岗位名称, 2.学历, 三、专业: columns are numbered in their headers. */
const LEADING_NUMBER = /^(?:\d{1,2}[.、．]?|[一二三四五六七八九十]{1,2}[、.．])(?=\p{Script=Han})/u

/** A header cell without blanks, brackets and what they hold, simplified, lower case. */
export function headerKey(cell: string): string {
  return toSimplified(squash(toNarrow(cell)))
    .replace(/[（(【[〔].*?[）)】\]〕]/gu, '')
    .replace(/[\s:：*＊_\-—'"“”]/gu, '')
    .replace(LEADING_NUMBER, '')
    .toLowerCase()
}

interface HeaderMatch {
  field: Field
  /** 0 is the best pattern of its field. */
  rank: number
}

/** Cells of data are looked up too, so the memory of keys is emptied when it grows. */
const MOST_KNOWN = 2_000
const LONGEST_CELL = 60
const LONGEST_KEY = 18
const known = new Map<string, HeaderMatch | undefined>()

/** The field that a header cell names; absent for text that is no header. */
export function findField(cell: string): HeaderMatch | undefined {
  if (cell.length > LONGEST_CELL) return undefined
  const key = headerKey(cell)
  if (!key || key.length > LONGEST_KEY) return undefined
  if (known.size > MOST_KNOWN) known.clear()
  if (!known.has(key)) known.set(key, lookUp(key))
  return known.get(key)
}

function lookUp(key: string): HeaderMatch | undefined {
  for (const [field, patterns] of FIELD_NAMES) {
    const rank = patterns.findIndex((pattern) => pattern.test(key))
    if (rank >= 0) return { field, rank }
  }
  return undefined
}

/** What the header of a column may mean beside columns that are surely named. */
export function guessField(cell: string): Field | undefined {
  const key = headerKey(cell)
  if (!key || key.length > LONGEST_KEY) return undefined
  return FIELD_HINTS.find(([, hint]) => hint.test(key))?.[0]
}
