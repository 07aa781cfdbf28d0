import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadTown, townFolder } from '../crawler/town-folder.ts'
import { localDay } from '../domain/dates.ts'
import type { Town } from '../domain/town.ts'
import { migrate, openSqlite, type SqliteDatabase } from '../index-config/adapters/node-sqlite.ts'
import { createSqlEngine, type SqlEngine } from '../index-config/engines/sql-engine.ts'
import { ensureCurrent } from '../index-config/rebuild.ts'
import { putTown } from '../index-config/store/town.ts'
import { ROOT, type Settings } from './settings.ts'

/** Facets and totals are exact up to so many matches (PERFORMANCE section 2). */
const FACET_LIMIT = 5_000

export interface OpenTown {
  town: Town
  /** Where the town's data files lie. */
  folder: string
  /** Where this town's database and state lie. */
  dataFolder: string
  db: SqliteDatabase
  engine: SqlEngine
}

/** Loads the town, opens and migrates its database, and puts the town into it (decision 004). */
export async function openTown(name: string, { config, clock }: Settings): Promise<OpenTown> {
  const town = await loadTown(name)
  const dataFolder = join(config.dataFolder, town.slug)
  await mkdir(dataFolder, { recursive: true })
  const db = openSqlite(join(dataFolder, 'gulou.sqlite'))
  await migrate(db, join(ROOT, 'index-config/migrations'), join(ROOT, 'crawler/keep/migrations'))
  await putTown(db, town)
  const engine = createSqlEngine(db, { facetLimit: FACET_LIMIT, town })
  await ensureCurrent(db, engine, clock.now())
  return { town, folder: townFolder(name), dataFolder, db, engine }
}

/** The day from which a made-up town counts its days, kept at the first start (decision 003). */
export async function firstDayOf({ dataFolder, town }: OpenTown, now: Date): Promise<string> {
  const file = join(dataFolder, 'first-day')
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim()
  const day = localDay(now, town.timeZone)
  await writeFile(file, `${day}\n`)
  return day
}
