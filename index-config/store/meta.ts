/** Small facts about the database itself. */
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'

export async function getMeta(db: SqlDatabase, key: string): Promise<string | undefined> {
  const [row] = await db.all<{ value: string }>('select value from meta where key = ?1', [key])
  return row?.value
}

export function setMeta(key: string, value: string): SqlStatement {
  return {
    sql: 'insert into meta (key, value) values (?1, ?2) on conflict (key) do update set value = excluded.value',
    params: [key, value],
  }
}

/** Grows whenever an answer could change: with each publishing, pin, source report and new town file. 0 at first. */
export async function dataVersion(db: SqlDatabase): Promise<number> {
  return Number((await getMeta(db, 'data_version')) ?? 0)
}

/** To stand in the same batch as the change it announces. */
export function bumpDataVersion(): SqlStatement {
  return {
    sql: `insert into meta (key, value) values ('data_version', '1')
      on conflict (key) do update set value = cast(meta.value as integer) + 1`,
  }
}
