/** A whole app over a database that a runtime has opened and migrated. */

import type { Item } from '../../domain/item.ts'
import type { SqlDatabase } from '../../domain/ports.ts'
import type { Render } from '../../domain/view.ts'
import { createSqlEngine } from '../../index-config/engines/sql-engine.ts'
import { keepStatements } from '../../index-config/store/items.ts'
import { publishPending } from '../../index-config/store/outbox.ts'
import { putSource } from '../../index-config/store/sources.ts'
import { putTown } from '../../index-config/store/town.ts'
import { createApp } from '../app.ts'
import type { LogEntry } from '../deps.ts'
import { ITEMS, NOW, TOWN } from './town.ts'

export interface House {
  db: SqlDatabase
  /** What the database was asked since the count was last set to 0. */
  asked: { n: number }
  clock: { now: Date }
  logged: LogEntry[]
  ask(path: string, init?: RequestInit): Promise<Response>
  json<Body>(path: string): Promise<Body>
  keep(...items: Item[]): Promise<void>
}

function counting(db: SqlDatabase, asked: { n: number }): SqlDatabase {
  return {
    all: (sql, params) => {
      asked.n += 1
      return db.all(sql, params)
    },
    batch: (statements) => {
      asked.n += 1
      return db.batch(statements)
    },
  }
}

/** Empty but for the tables. */
export async function openHouse(plain: SqlDatabase, render: Render): Promise<House> {
  const asked = { n: 0 }
  const clock = { now: NOW }
  const logged: LogEntry[] = []
  const db = counting(plain, asked)
  const engine = createSqlEngine(db, { facetLimit: 1_000, town: TOWN })
  const app = createApp({
    db,
    engine,
    render,
    now: () => clock.now,
    version: '1.2.3',
    publicUrl: 'https://news.example/',
    log: (entry) => logged.push(entry),
  })
  const ask = async (path: string, init?: RequestInit) => app.request(`http://asked.example${path}`, init)
  return {
    db,
    asked,
    clock,
    logged,
    ask,
    json: async <Body>(path: string) => (await ask(path)).json() as Promise<Body>,
    keep: async (...items) => {
      for (const item of items) await db.batch(keepStatements(item, undefined))
      await publishPending(db, engine, clock.now)
    },
  }
}

/** The town, its items, one source that is well and one that has been silent for two days. */
export async function furnish(house: House): Promise<void> {
  await putTown(house.db, TOWN)
  for (const { slug, names, home, region, official } of TOWN.sources) {
    const lastOkAt = slug === 'county' ? '2026-11-22T02:00:00.000Z' : '2026-11-20T02:00:00.000Z'
    await putSource(house.db, slug, { names, home, region, official, enabled: true, lastOkAt, lastTryAt: lastOkAt })
  }
  await house.keep(...ITEMS)
}

const TABLES = [
  'facet_count',
  'facet',
  'tally',
  'item_text',
  'source',
  'pin',
  'outbox',
  'story_due',
  'version',
  'item',
  'meta',
]

/** For a database that several suites share. */
export async function emptyTables(db: SqlDatabase): Promise<void> {
  await db.batch([
    ...TABLES.map((table) => ({ sql: `delete from ${table}` })),
    { sql: `insert into item_fts (item_fts) values ('delete-all')` },
  ])
}
