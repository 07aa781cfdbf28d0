import { beforeEach, describe, expect, it } from 'vitest'
import type { Found } from '../../domain/query.ts'
import { testGround } from '../adapters/node-testing.ts'
import { keepAll, TEST_NOW, testItem } from '../testing.ts'
import { EngineDown, QueryError, type RemoteEngine } from './engine.ts'
import { type PairedEngine, withFallback } from './fallback.ts'

const FROM_SERVER: Found = {
  ids: ['from-server'],
  total: { n: 1, exact: true },
  facets: { kind: [], region: [], category: [], position: [], source: [], stage: [] },
  facetsExact: true,
}
const QUESTION = { q: '菜市场', sort: 'new', limit: 5 } as const

let ticks: number
let asked: number
let answer: () => Promise<Found>
let ready: () => Promise<boolean>
let turns: string[]
let engine: PairedEngine

beforeEach(async () => {
  ;[ticks, asked, turns] = [0, 0, []]
  answer = async () => FROM_SERVER
  ready = async () => true
  const { db, engine: sql } = await testGround()
  await keepAll(db, sql, [testItem('from-database')])
  const remote = {
    name: 'meilisearch',
    index: 'gulou_test',
    isReady: () => ready(),
    search: () => {
      asked += 1
      return answer()
    },
  } as unknown as RemoteEngine
  engine = withFallback(sql, remote, { ticks: () => ticks, onTurn: (state) => turns.push(state) })
})

const search = async () => {
  const { ids, notice } = await engine.search(QUESTION, TEST_NOW)
  return [...ids, notice]
}
const fails = async () => Promise.reject(new EngineDown('refused'))

describe('a search server with the database behind it', () => {
  it('answers itself while it can', async () => {
    expect(await search()).toEqual(['from-server', undefined])
    expect(turns).toEqual([])
  })

  it('is replaced by the database when it is down, which the answer says', async () => {
    answer = fails
    expect(await search()).toEqual(['from-database', 'engine_down'])
    expect(engine.isReplaced()).toBe(true)
  })

  it('is no longer replaced once it has answered again', async () => {
    answer = fails
    await search()
    answer = async () => FROM_SERVER
    ticks = 2_000
    await search()
    expect(engine.isReplaced()).toBe(false)
  })

  it('is replaced whatever it fails with', async () => {
    answer = () => Promise.reject(new TypeError('a bug of ours'))
    expect(await search()).toEqual(['from-database', 'engine_down'])
  })

  it('is not asked again at once, then once in a while, then always', async () => {
    answer = fails
    await search()
    for (let turn = 0; turn < 10; turn++) await search()
    expect(asked).toBe(1)
    ticks = 2_000
    await search()
    await search()
    expect(asked).toBe(2)
    ticks = 5_999
    await search()
    expect(asked).toBe(2)
    answer = async () => FROM_SERVER
    ticks = 6_000
    expect(await search()).toEqual(['from-server', undefined])
    expect(await search()).toEqual(['from-server', undefined])
    expect(turns).toEqual(['down', 'ok'])
  })

  it('makes one reader wait for it while it hangs, and no other', async () => {
    answer = fails
    await search()
    ticks = 2_000
    let release: () => unknown = () => undefined
    answer = () =>
      new Promise((done) => {
        release = () => done(FROM_SERVER)
      })
    const waiting = search()
    for (let turn = 0; turn < 5; turn++) expect(await search()).toEqual(['from-database', 'engine_down'])
    release()
    expect(await waiting).toEqual(['from-server', undefined])
  })

  it('is not asked while its index is of another analyser or empty', async () => {
    ready = async () => false
    expect(await search()).toEqual(['from-database', 'engine_down'])
    expect(asked).toBe(0)
    expect(await engine.state()).toBe('stale')
  })

  it('does not hide the asker’s mistake, and is not down because of it', async () => {
    answer = () => Promise.reject(new QueryError('the cursor does not belong to this question'))
    await expect(search()).rejects.toThrow(QueryError)
    await expect(search()).rejects.toThrow(QueryError)
    expect(asked).toBe(2)
  })

  it('tells its state, and never throws at that', async () => {
    expect(await engine.state()).toBe('ok')
    ready = fails as never
    expect(await engine.state()).toBe('down')
  })
})
