/// <reference types="@cloudflare/vitest-plugin/types" />
import { applyD1Migrations, type D1Migration, env } from 'cloudflare:test'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type D1, fromD1 } from '../../adapters/d1.ts'
import { ANALYSER_VERSION } from '../../analyse.ts'
import { keepAll, TEST_NOW, testItem, testTown } from '../../testing.ts'
import { withFallback } from '../fallback.ts'
import { createSqlEngine } from '../sql-engine.ts'
import { createMeiliEngine } from './meili-engine.ts'

const bindings = env as unknown as { DB: D1; MIGRATIONS: D1Migration[] }
const QUESTION = { q: '菜市场', sort: 'new', limit: 5 } as const

/** What the server was asked, and what it says; the network itself is not there. */
let asked: { path: string; headers: Headers }[]
let say: (path: string) => Promise<unknown>
const fetch = globalThis.fetch

beforeEach(async () => {
  asked = []
  globalThis.fetch = async (url, init) => {
    const path = new URL(String(url)).pathname
    asked.push({ path, headers: new Headers(init?.headers) })
    return Response.json(await say(path))
  }
  await applyD1Migrations(bindings.DB as never, bindings.MIGRATIONS)
})
afterEach(() => {
  globalThis.fetch = fetch
})

async function pair() {
  const db = fromD1(bindings.DB)
  const sql = createSqlEngine(db, { facetLimit: 1_000, town: testTown() })
  await keepAll(db, sql, [testItem('a')])
  const options = { url: 'https://search.example', key: 'secret', town: testTown(), searchTimeoutMs: 50 }
  const [{ n } = { n: 0 }] = await db.all<{ n: number }>(`select n from item where id = 'a'`)
  return { engine: withFallback(sql, createMeiliEngine(db, options)), n }
}

describe('a Meilisearch server asked from workerd', () => {
  it('answers, without compression and with the key', async () => {
    const { engine, n } = await pair()
    say = async (path) =>
      path.endsWith('/search')
        ? { hits: [], facetDistribution: { analyser: { [ANALYSER_VERSION]: 1 } } }
        : { results: [{ hits: [{ id: `test-${n}` }], facetDistribution: { town: { test: 1 } } }] }
    const found = await engine.search(QUESTION, TEST_NOW)
    expect(found).toMatchObject({ ids: ['a'], total: { n: 1, exact: true } })
    expect(found.notice).toBeUndefined()
    expect(asked.map(({ path }) => path)).toEqual(['/indexes/gulou_test/search', '/multi-search'])
    for (const { headers } of asked) {
      expect(headers.get('accept-encoding')).toBe('identity')
      expect(headers.get('authorization')).toBe('Bearer secret')
    }
  })

  it('is replaced by D1 when it fails', async () => {
    const { engine } = await pair()
    say = () => Promise.reject(new TypeError('Network connection lost.'))
    expect(await engine.search(QUESTION, TEST_NOW)).toMatchObject({ ids: ['a'], notice: 'engine_down' })
  })
})
