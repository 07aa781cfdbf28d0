/** The town this database serves, kept beside the items so that the edge needs no files. */
import type { SqlDatabase } from '../../domain/ports.ts'
import type { Town } from '../../domain/town.ts'
import { bumpDataVersion, getMeta, setMeta } from './meta.ts'

/** Does nothing when the town is kept already, word for word. */
export async function putTown(db: SqlDatabase, town: Town): Promise<void> {
  const value = JSON.stringify(town)
  if ((await getMeta(db, 'town')) === value) return
  await db.batch([setMeta('town', value), bumpDataVersion()])
}

/** Undefined before the first start. */
export async function getTown(db: SqlDatabase): Promise<Town | undefined> {
  const value = await getMeta(db, 'town')
  return value === undefined ? undefined : (JSON.parse(value) as Town)
}
