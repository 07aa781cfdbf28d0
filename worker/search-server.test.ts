import { describe, expect, it } from 'vitest'
import { testGround } from '../index-config/adapters/node-testing.ts'
import type { EngineState } from '../index-config/engines/engine.ts'
import { putTown } from '../index-config/store/town.ts'
import { createApp } from './app.ts'
import { type Bindings, readConfig } from './config.ts'
import { TOWN } from './testing/town.ts'

describe('/readyz', () => {
  const ask = async (state?: EngineState) => {
    const { db, engine } = await testGround()
    await putTown(db, TOWN)
    const app = createApp({
      db,
      engine: { ...engine, ...(state && { state: async () => state }) },
      now: () => new Date(),
      render: () => '',
      version: '1',
    })
    const answer = await app.request('http://asked.example/readyz')
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }

  it('says nothing of a search server where there is none', async () => {
    const { status, body } = await ask()
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('search')
  })

  it.each([
    ['ok', false],
    ['down', true],
    ['stale', true],
  ] as const)('is ready with a server that is %s, and says whether it is degraded', async (state, degraded) => {
    expect(await ask(state)).toMatchObject({ status: 200, body: { status: 'ready', search: state, degraded } })
  })
})

describe('an answer that the database gave in the place of the server', () => {
  const head = async (isReplaced: boolean) => {
    const { db, engine } = await testGround()
    await putTown(db, TOWN)
    const app = createApp({
      db,
      engine: { ...engine, isReplaced: () => isReplaced },
      now: () => new Date(),
      render: () => '',
      version: '1',
    })
    const { status, headers } = await app.request('http://asked.example/api/v1/items')
    return { status, control: headers.get('Cache-Control'), tag: headers.get('ETag') }
  }

  it('is kept by nobody, so that its notice goes when the server is back', async () => {
    expect(await head(true)).toEqual({ status: 200, control: 'no-store', tag: null })
    expect(await head(false)).toMatchObject({ control: expect.stringContaining('max-age'), tag: expect.any(String) })
  })
})

it('the words of a question are read once, for the engine and for what the page marks', async () => {
  const { db, engine } = await testGround()
  await putTown(db, TOWN)
  const given: unknown[] = []
  const app = createApp({
    db,
    engine: {
      ...engine,
      search: (query, at, terms) => {
        if (query.q !== undefined) given.push(terms?.map(([{ normal } = { normal: '' }]) => normal))
        return engine.search(query, at, terms)
      },
    },
    now: () => new Date(),
    render: () => '',
    version: '1',
  })
  expect((await app.request('http://asked.example/api/v1/items?q=老桥 通车')).status).toBe(200)
  expect(given).toEqual([['老桥', '通车']])
})

describe('the settings of the edge', () => {
  const env = { DB: {}, ASSETS: {}, PUBLIC_URL: 'https://news.example' } as unknown as Bindings

  it('take a search server, and refuse an address that is none together with what else is wrong', () => {
    expect(readConfig({ ...env, MEILI_URL: '' }, '1').meili).toBeUndefined()
    const meili = { MEILI_URL: 'https://search.example/', MEILI_SEARCH_KEY: 'k' }
    expect(readConfig({ ...env, ...meili }, '1').meili).toEqual({ url: 'https://search.example', key: 'k' })
    expect(() => readConfig({ ...env, PUBLIC_URL: 'x', MEILI_URL: 'search' }, '1')).toThrow(/PUBLIC_URL.*MEILI_URL/)
  })
})
