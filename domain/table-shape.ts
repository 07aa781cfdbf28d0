/** Tables that are not laid out row by row: names and values in turn, and two tables side by side. */
import type { Header } from './header-row.ts'
import type { TextTable } from './page.ts'
import { findField, guessField, headerKey } from './table-header.ts'
import { squash } from './text.ts'
import type { Field } from './words/table-fields.ts'

interface Pair {
  key: string
  field: Field
  value: string
}

/** Names and values of a row in turn: 岗位名称 | 护士 | 招聘人数 | 2. Undefined when two names stand together. */
function pairsOf(row: string[]): Pair[] | undefined {
  const pairs: Pair[] = []
  let before = ''
  for (const cell of row.map(squash)) {
    // A spanned cell is written into every column that it covers.
    if (cell === '' || cell === before) continue
    before = cell
    const open = pairs.at(-1)
    const sure = findField(cell)?.field
    if (sure && open && open.value === '') return undefined
    const complete = open?.value !== ''
    const field = sure ?? (complete ? guessField(cell) : undefined)
    if (field) pairs.push({ key: cell, field, value: '' })
    else if (complete) return undefined
    else open.value = cell
  }
  return pairs
}

const LEAST_FIELDS = 3
/** Rows of a form that are none of pairs: its title, a long text over the whole width. */
const LEAST_PAIRED = 0.6
/** A form has no more lines; longer tables are looked at only this far. */
const LOOKED_AT = 200

interface Card {
  row: number
  values: Map<string, string>
}

/** A name that comes again begins the next post. */
function cardsOf(rows: { pairs: Pair[]; row: number }[]): Card[] {
  const cards: Card[] = []
  for (const { pairs, row } of rows)
    for (const { key, value } of pairs) {
      const open = cards.at(-1)
      if (!open || open.values.has(key)) cards.push({ row, values: new Map([[key, value]]) })
      else open.values.set(key, value)
    }
  return cards
}

/** Forms, one or more posts each, as one row a post. Undefined for any other table. */
export function unfolded(table: TextTable): TextTable | undefined {
  if (table.rows.length > LOOKED_AT) return undefined
  const paired = table.rows.flatMap((row, at) => {
    const pairs = pairsOf(row)
    return pairs?.some(({ value }) => value) ? [{ pairs, row: table.rowNumbers?.[at] ?? at + 1 }] : []
  })
  const fields = new Set(paired.flatMap(({ pairs }) => pairs.map(({ field }) => field)))
  if (!fields.has('title') || fields.has('other') || fields.size < LEAST_FIELDS) return undefined
  if (paired.length < table.rows.length * LEAST_PAIRED) return undefined
  const cards = cardsOf(paired)
  const keys = [...new Set(cards.flatMap(({ values }) => [...values.keys()]))]
  return {
    ...table,
    rows: [keys, ...cards.map(({ values }) => keys.map((key) => values.get(key) ?? ''))],
    rowNumbers: [0, ...cards.map(({ row }) => row)],
  }
}

/** Each of the tables that stand beside each other under one row of headers, or undefined when there is one. */
export function sideBySide(table: TextTable, { columns, labels }: Header): TextTable[] | undefined {
  const [first = 0, second] = [...(columns.get('title') ?? [])].sort((a, b) => a - b)
  if (second === undefined) return undefined
  const keys = labels.map(headerKey)
  const apart = second - first
  const again = keys.flatMap((key, column) => (key && key === keys[column + apart] ? [column] : []))
  const start = (again[0] ?? 0) + apart
  if (again.length < LEAST_FIELDS || !again.includes(first) || start <= (again.at(-1) ?? 0)) return undefined
  const part = (from: number, to?: number): TextTable => ({
    ...table,
    rowNumbers: table.rowNumbers ?? table.rows.map((_, at) => at + 1),
    rows: table.rows.map((row) => row.slice(from, to)),
  })
  return [part(0, start), part(start)]
}
