import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RefusedSource, readTown, townFolder } from '../crawler/town-folder.ts'
import { localDay } from '../domain/dates.ts'
import type { Town } from '../domain/town.ts'
import { migrate, openSqlite, type SqliteDatabase } from '../index-config/adapters/node-sqlite.ts'
import { withFallback } from '../index-config/engines/fallback.ts'
import { createMeiliEngine } from '../index-config/engines/meili/meili-engine.ts'
import { createSqlEngine, type SqlEngine } from '../index-config/engines/sql-engine.ts'
import { readPinyin } from '../index-config/pinyin.ts'
import { ensureCurrent } from '../index-config/rebuild.ts'
import { givenStatement } from '../index-config/store/engine-queue.ts'
import { getTown, putTown } from '../index-config/store/town.ts'
import { UsageError } from './exit.ts'
import { ROOT, type Settings } from './settings.ts'

/** In the data folder of each town. */
export const DATABASE = 'gulou.sqlite'
export const MIGRATIONS = [join(ROOT, 'index-config/migrations'), join(ROOT, 'crawler/keep/migrations')]
/** Facets and totals are exact up to so many matches (PERFORMANCE section 2). */
const FACET_LIMIT = 5_000

export interface OpenTown {
  town: Town
  /** Sources whose files are wrong: left out. */
  refused: RefusedSource[]
  /** Where the town's data files lie. */
  folder: string
  /** Where this town's database and state lie. */
  dataFolder: string
  db: SqliteDatabase
  engine: SqlEngine
}

/** Loads the town, opens and migrates its database, and puts the town into it (decision 004). */
export async function openTown(name: string, settings: Settings): Promise<OpenTown> {
  const { config } = settings
  const { town, refused } = await readTown(name)
  const dataFolder = join(config.dataFolder, town.slug)
  await mkdir(dataFolder, { recursive: true })
  const db = await openDatabase(dataFolder)
  await putTown(db, town)
  return { town, refused, folder: townFolder(name), dataFolder, db, engine: await openEngine(db, town, settings) }
}

/** By what its database says of it, for verbs that need no files of the town. Throws UsageError when it says nothing. */
export async function openKeptTown(slug: string, settings: Settings): Promise<OpenTown> {
  const { config } = settings
  const dataFolder = join(config.dataFolder, slug)
  const db = await openDatabase(dataFolder)
  const town = await getTown(db)
  if (town === undefined) throw new UsageError(`${dataFolder} holds no town: name its folder with --town`)
  return { town, refused: [], folder: townFolder(slug), dataFolder, db, engine: await openEngine(db, town, settings) }
}

async function openDatabase(dataFolder: string): Promise<SqliteDatabase> {
  const db = openSqlite(join(dataFolder, DATABASE))
  await migrate(db, ...MIGRATIONS)
  return db
}

/** The index in the database, and before it the search server where one is set. */
async function openEngine(db: SqliteDatabase, town: Town, { config, clock }: Settings): Promise<SqlEngine> {
  const engine = createSqlEngine(db, { facetLimit: FACET_LIMIT, town, readings: readPinyin })
  await ensureCurrent(db, engine, clock.now())
  const { meiliUrl: url, meiliSearchKey: searchKey, meiliWriteKey: key } = config
  if (url === undefined) return engine
  const remote = createMeiliEngine(db, { url, key, searchKey, town })
  await db.batch([givenStatement(remote)])
  return withFallback(engine, remote, { onTurn })
}

function onTurn(state: 'ok' | 'down', cause: unknown): void {
  const said = state === 'ok' ? 'answers again' : `is down, the index in the database answers: ${String(cause)}`
  console.error(`gulou: the search server ${said}`)
}

/** The day from which a made-up town counts its days, kept at the first start (decision 003). */
export async function firstDayOf({ dataFolder, town }: OpenTown, now: Date): Promise<string> {
  const file = join(dataFolder, 'first-day')
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim()
  const day = localDay(now, town.timeZone)
  await writeFile(file, `${day}\n`)
  return day
}
