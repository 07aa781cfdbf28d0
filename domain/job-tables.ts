/** All tables of one notice or file: every job in them, each with the place that it was read from. */
import { findHeader, type Header } from './header-row.ts'
import type { Job } from './item.ts'
import { readJobTable, type TableContext } from './job-table.ts'
import type { TextTable } from './page.ts'

/** A table without a header of its own goes on with the one before it, when both are of one file and equally wide. */
export function readJobTables(tables: TextTable[], context: TableContext): Job[] {
  let before: { table: TextTable; header: Header } | undefined
  return tables.flatMap((table) => {
    const own = findHeader(table.rows)
    const header = own ?? (before && goesOn(before.table, table) ? { ...before.header, next: 0 } : undefined)
    before = header && { table, header }
    return readJobTable(table, context, header)
  })
}

function goesOn(before: TextTable, table: TextTable): boolean {
  const width = ({ rows }: TextTable) => rows[0]?.length ?? 0
  return (
    before.sheet === undefined &&
    before.file === table.file &&
    before.fileName === table.fileName &&
    width(before) === width(table)
  )
}
