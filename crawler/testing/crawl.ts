/** A crawler on a database in memory: everything real but the readers and the clock. */
import { fileURLToPath } from 'node:url'
import type { Item } from '../../domain/item.ts'
import type { SqlDatabase } from '../../domain/ports.ts'
import type { Limits, Source } from '../../domain/town.ts'
import { migrate, openSqlite } from '../../index-config/adapters/node-sqlite.ts'
import { createSqlEngine } from '../../index-config/engines/sql-engine.ts'
import { itemsAfter } from '../../index-config/store/items.ts'
import { limitsOf } from '../config.ts'
import type { Exchange } from '../fetch/exchange.ts'
import { createFetcher } from '../fetch/fetcher.ts'
import { keptHostMemory } from '../keep/hosts.ts'
import { silentLog } from '../log.ts'
import { type CrawlOptions, crawlOnce, type RunReport } from '../run.ts'
import type { CrawlDeps, SourceReport } from '../steps/visit.ts'
import { tinyReaders } from './readers.ts'
import { testClock, testTown } from './town.ts'

export interface TestCrawl {
  deps: CrawlDeps
  clock: ReturnType<typeof testClock>
  run(options?: CrawlOptions): Promise<RunReport>
  /** The report of one source of a run. */
  visit(slug: string, options?: CrawlOptions): Promise<SourceReport>
  items(): Promise<Item[]>
}

export interface TestCrawlOptions {
  limits?: Partial<Limits>
  /** Stands between the crawler and its database. */
  disturb?: (db: SqlDatabase) => SqlDatabase
  wrap?: (network: Exchange) => Exchange
  db?: SqlDatabase
}

const MIGRATIONS = ['../../index-config/migrations', '../keep/migrations'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

export async function openTestDatabase(): Promise<SqlDatabase> {
  const db = openSqlite(':memory:')
  await migrate(db, ...MIGRATIONS)
  return db
}

export async function openTestCrawl(sources: Source[], options: TestCrawlOptions = {}): Promise<TestCrawl> {
  const town = testTown(sources, options.limits)
  const whole = options.db ?? (await openTestDatabase())
  const db = options.disturb?.(whole) ?? whole
  const clock = testClock()
  const limits = limitsOf(town)
  const fetcher = createFetcher({
    limits,
    userAgent: 'Gulou/test (+me@example.org)',
    clock,
    memory: keptHostMemory(db),
    wrap: options.wrap,
  })
  const engine = createSqlEngine(db, { facetLimit: 5000, town })
  const deps: CrawlDeps = { town, limits, db, engine, fetcher, clock, readers: tinyReaders, log: silentLog() }
  const run = (more?: CrawlOptions) => crawlOnce(deps, more)
  return {
    deps,
    clock,
    run,
    async visit(slug, more) {
      const report = (await run({ ...more, source: slug })).sources[0]
      if (!report) throw new Error(`no report for ${slug}`)
      return report
    },
    items: async () => (await itemsAfter(whole, 0, 100_000)).items,
  }
}

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
