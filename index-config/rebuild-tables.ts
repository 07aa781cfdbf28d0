/**
 * The tables of an index beside those that serve. Their shape is read from the database, so that a migration which adds
 * a column or an index needs no second place.
 */
import type { SqlDatabase, SqlStatement } from '../domain/ports.ts'
import { INDEX_TABLES } from './index-rows.ts'

/** Of each table under its name. */
async function shapes(db: SqlDatabase): Promise<Map<string, { table: string; indexes: string[] }>> {
  const rows = await db.all<{ type: string; tbl_name: string; sql: string }>(
    `select type, tbl_name, sql from sqlite_schema where sql is not null and type in ('table', 'index')
      and tbl_name in (select value from json_each(?1)) order by type desc`,
    [JSON.stringify(INDEX_TABLES)],
  )
  return new Map(
    INDEX_TABLES.map((name) => {
      const own = rows.filter((row) => row.tbl_name === name)
      const table = own.find(({ type }) => type === 'table')?.sql
      if (table === undefined) throw new Error(`the database has no table ${name}`)
      return [name, { table, indexes: own.filter(({ type }) => type === 'index').map(({ sql }) => sql) }]
    }),
  )
}

const beside = (name: string) => `${name}_next`

/** Empty ones, whatever an earlier filling left there. */
export async function besideStatements(db: SqlDatabase): Promise<SqlStatement[]> {
  const created = [...(await shapes(db))].map(([name, { table }]) => ({ sql: renamed(table, name) }))
  return [...dropBesideStatements(), ...created]
}

export function dropBesideStatements(): SqlStatement[] {
  return INDEX_TABLES.map((name) => ({ sql: `drop table if exists ${beside(name)}` }))
}

/** The tables of the index take the place of those that serve; indexes, which go with the old tables, are made again. */
export async function swapStatements(db: SqlDatabase): Promise<SqlStatement[]> {
  return [...(await shapes(db))].flatMap(([name, { indexes }]) => [
    { sql: `drop table ${name}` },
    { sql: `alter table ${beside(name)} rename to ${name}` },
    ...indexes.map((sql) => ({ sql })),
  ])
}

/** `create table facet (…)`, or `"facet"` once it was renamed, under the other name. */
function renamed(sql: string, name: string): string {
  return sql.replace(new RegExp(`^(create (?:virtual )?table )(?:"${name}"|${name})`, 'i'), `$1${beside(name)}`)
}
