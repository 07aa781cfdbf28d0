/** Tables that lie on their side: the names of the fields stand in the first column, each further column is a post. */
import type { TextTable } from './page.ts'
import { findField } from './table-header.ts'

const LEAST_FIELDS = 3
/** A job has no more fields, and a longer table is no single post turned round. */
const MOST_ROWS = 40
const MOST_COLUMNS = 60

/** The table turned upright, or undefined when its first column names no fields. */
export function transposed(table: TextTable): TextTable | undefined {
  const { rows, rowNumbers: _, ...rest } = table
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (rows.length > MOST_ROWS || width > MOST_COLUMNS || width < 2) return undefined
  const fields = new Set(rows.flatMap((row) => findField(row[0] ?? '')?.field ?? []))
  if (!fields.has('title') || fields.size < LEAST_FIELDS) return undefined
  return { ...rest, rows: Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? '')) }
}
