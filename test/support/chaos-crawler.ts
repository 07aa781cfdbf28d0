/** A crawler of the made-up region: everything real but the network, the clock and the faults that are put into it. */
import { limitsOf } from '../../crawler/config.ts'
import type { Exchange } from '../../crawler/fetch/exchange.ts'
import { createFetcher } from '../../crawler/fetch/fetcher.ts'
import { keptHostMemory } from '../../crawler/keep/hosts.ts'
import { silentLog } from '../../crawler/log.ts'
import { readArticle } from '../../crawler/reading/article.ts'
import { decodePage } from '../../crawler/reading/decode.ts'
import { readList } from '../../crawler/reading/list.ts'
import { isErrorPage } from '../../crawler/reading/soft-error.ts'
import { joinParts } from '../../crawler/reading/split.ts'
import { type CrawlOptions, crawlOnce, type RunReport } from '../../crawler/run.ts'
import type { CrawlDeps } from '../../crawler/steps/visit.ts'
import { openTestDatabase } from '../../crawler/testing/crawl.ts'
import { testClock, testTown } from '../../crawler/testing/town.ts'
import type { SqlDatabase } from '../../domain/ports.ts'
import { understand } from '../../domain/understand.ts'
import { createSqlEngine, type SqlEngine } from '../../index-config/engines/sql-engine.ts'
import type { Trouble } from './chaos-troubles.ts'
import { answerOf, type Site, START, worldSources } from './chaos-world.ts'

/** A trouble of one site, and from when to when. */
export interface Spell {
  name: string
  trouble: Trouble
  from: number
  until: number
}

/** By slug of the site. */
export type Spells = ReadonlyMap<string, readonly Spell[]>

/** The network in this process: nothing is dialled. */
function networkOf(world: readonly Site[], now: () => number, spells: Spells, stillAt?: number): Exchange {
  const byHost = new Map(world.map((site) => [site.host, site]))
  return {
    close: async () => undefined,
    ask: async ({ url, headers }) => {
      const { hostname, pathname, search } = new URL(url)
      const site = byHost.get(hostname) as Site
      const at = now()
      const path = pathname.replace(/;jsessionid=\d+/, '')
      const answer = answerOf(site, path, stillAt ?? at)
      const spell = spells.get(site.slug)?.find(({ from, until }) => from <= at && at < until)
      const conditional = headers['if-none-match'] !== undefined
      const given = spell?.trouble({ path: `${path}${search}`, now: at, answer, conditional }) ?? answer
      const same = given.status === 200 && conditional && given.headers.etag === headers['if-none-match']
      return same ? { status: 304, headers: given.headers, body: new Uint8Array() } : given
    },
  }
}

export type Disturb = (db: SqlDatabase) => SqlDatabase
export const plain: Disturb = (db) => db

/** Dies at the n-th write and stays dead, as a killed process does; or as a full disk, with a code. */
export function failingAt(n: number, errcode?: number): Disturb {
  let writes = 0
  const fail = () => {
    throw Object.assign(new Error('killed'), errcode === undefined ? {} : { errcode })
  }
  return (db) => ({
    all: (sql, params) => (writes > n && errcode === undefined ? fail() : db.all(sql, params)),
    batch: async (statements) => {
      writes += 1
      return writes > n ? fail() : db.batch(statements)
    },
  })
}

const downEngine = (engine: SqlEngine): SqlEngine => ({
  ...engine,
  publishStatements: async () => {
    throw new Error('the index is down')
  },
})

export interface Crawler {
  db: SqlDatabase
  clock: ReturnType<typeof testClock>
  moveTo(at: number): void
  run(disturb?: Disturb, indexDown?: boolean, options?: CrawlOptions): Promise<RunReport>
}

/** `stillAt`: the sites are for ever as they were at that moment. */
export async function openCrawler(
  world: readonly Site[],
  spells: Spells,
  random: () => number,
  stillAt?: number,
): Promise<Crawler> {
  const db = await openTestDatabase()
  const clock = testClock(new Date(START).toISOString())
  const town = testTown(worldSources(world), { listPages: 6 })
  const network = networkOf(world, () => clock.now().getTime(), spells, stillAt)
  const readers: CrawlDeps['readers'] = {
    version: '1',
    decodePage,
    isErrorPage,
    readList,
    readArticle,
    joinParts,
    understand,
    openAttachment: async () => ({ type: 'unknown', tables: [], text: '', problem: 'broken' }),
  }
  const run = async (disturb = plain, indexDown = false, options: CrawlOptions = {}) => {
    const given = disturb(db)
    const limits = limitsOf(town)
    const memory = keptHostMemory(given)
    const fetcher = createFetcher({ limits, userAgent: 'Gulou/test', clock, memory, random, wrap: () => network })
    const engine = createSqlEngine(given, { facetLimit: 5_000, town })
    const deps = {
      town,
      limits,
      db: given,
      engine: indexDown ? downEngine(engine) : engine,
      fetcher,
      clock,
      readers,
      log: silentLog(),
    }
    try {
      return await crawlOnce(deps, options)
    } finally {
      await fetcher.close()
    }
  }
  return { db, clock, run, moveTo: (at) => clock.advance(at - clock.now().getTime()) }
}
