/// <reference types="@cloudflare/vitest-plugin/types" />
import { applyD1Migrations, type D1Migration, env } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { type D1, fromD1 } from '../index-config/adapters/d1.ts'
import { putTown } from '../index-config/store/town.ts'
import { appContract } from './app.contract.ts'
import edge from './edge.ts'
import { hostileContract } from './hostile.contract.ts'
import { popularityContract } from './popularity.contract.ts'
import { storiesContract } from './stories.contract.ts'
import { emptyTables } from './testing/house.ts'
import { TOWN } from './testing/town.ts'

const bindings = env as unknown as { DB: D1; MIGRATIONS: D1Migration[] }

/** One database serves all suites of this file, one after the other. */
async function open() {
  await applyD1Migrations(bindings.DB as never, bindings.MIGRATIONS)
  const db = fromD1(bindings.DB)
  await emptyTables(db)
  return db
}

appContract('workerd with D1', open)
popularityContract('workerd with D1', open)
storiesContract('workerd with D1', open)
hostileContract('workerd with D1', open, [
  "'; drop table item; --",
  '"NEAR(" OR *',
  '\u0000\ud800',
  '{{7*7}}%00',
  '＜script＞',
  '🏳0🌈️',
])

describe('the entry of the edge', () => {
  const assets = { fetch: async (request: Request) => new Response(`asset ${new URL(request.url).pathname}`) }
  const ask = (path: string, changes: object = {}) =>
    edge.fetch(new Request(`https://any.example${path}`), {
      DB: bindings.DB,
      ASSETS: assets,
      PUBLIC_URL: 'https://news.example',
      VERSION: { id: '0123456789abcdef' },
      ...changes,
    })

  it('serves the town that D1 holds, tagged with the deployment', async () => {
    await putTown(await open(), TOWN)
    const answer = await ask('/')
    expect(await answer.text()).toContain('临河县')
    expect(answer.headers.get('ETag')).toMatch(/-\d+\.\d+\.\d+\+01234567"$/)
    expect(await (await ask('/robots.txt')).text()).toContain('https://news.example/sitemap.xml')
  })

  it('puts our headers on assets', async () => {
    const answer = await ask('/assets/a.css')
    expect(await answer.text()).toBe('asset /assets/a.css')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=86400')
  })

  it('refuses to start half configured, and says all that is missing', () => {
    expect(() => ask('/', { PUBLIC_URL: 'news.example/', DB: undefined })).toThrow(/DB: .*PUBLIC_URL: /)
  })
})
