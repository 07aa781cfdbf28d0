/** Several towns on one server and on two: none is found from another. Runs where MEILI_URL names a server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vocabularyOf } from '../../store/lexicon.ts'
import { keepAll, TEST_NOW, testItem, testTown } from '../../testing.ts'
import { openMeili } from './client.ts'
import { answerOthers, joinInstances, searchTowns } from './federated.ts'
import { literal } from './filter.ts'
import { makeKeys, tenantToken } from './keys.ts'
import { createMeiliEngine } from './meili-engine.ts'
import { MEILI_KEY, MEILI_URL, type MeiliTestGround, meiliGround, removeTestIndexes } from './testing/ground.ts'

const MEILI_URL_2 = process.env.MEILI_URL_2 || undefined
const QUESTION = { q: '菜市场', sort: 'new', limit: 20 } as const
const [NORTH, SOUTH] = [testTown({ slug: 'north' }), testTown({ slug: 'north-east' })]
const admin = () => openMeili({ url: MEILI_URL ?? '', key: MEILI_KEY })

async function fill({ db, engine }: MeiliTestGround, name: string): Promise<void> {
  await keepAll(db, engine, [
    testItem(`${name}-1`, { publishedAt: '2026-11-18' }),
    testItem(`${name}-2`, { publishedAt: '2026-11-16' }),
  ])
}

describe.skipIf(MEILI_URL === undefined)('two towns in one index', () => {
  let north: MeiliTestGround
  let south: MeiliTestGround

  beforeAll(async () => {
    north = await meiliGround(NORTH)
    south = await meiliGround(SOUTH, { index: north.remote.index })
    await fill(north, 'north')
    await fill(south, 'south')
  }, 60_000)
  afterAll(removeTestIndexes)

  it('each finds and counts its own, whatever is asked', async () => {
    for (const [ground, name] of [
      [north, 'north'],
      [south, 'south'],
    ] as const) {
      for (const query of [
        QUESTION,
        { sort: 'new', limit: 20 },
        { sort: 'deadline', limit: 20, category: 'x" OR town != "' },
      ] as const) {
        const { ids, total } = await ground.remote.search(query, TEST_NOW)
        expect(ids.filter((id) => !id.startsWith(name))).toEqual([])
        expect(total.n).toBe('category' in query ? 0 : 2)
      }
    }
  })

  it('a search key held to one town finds nothing of the other, even without a filter', async () => {
    const key = await tenantToken(admin(), { index: north.remote.index, town: NORTH.slug })
    const client = openMeili({ url: MEILI_URL ?? '', key })
    const { hits } = await client.index(north.remote.index).search('', {})
    expect(hits).toHaveLength(2)
    expect(hits.every(({ id }) => /^north-\d+$/.test(String(id)))).toBe(true)
  })

  it('the search key may search and do nothing else, and the write key reaches no other index', async () => {
    const { searchKey, writeKey } = await makeKeys(admin(), north.remote.index)
    expect(await makeKeys(admin(), north.remote.index)).toEqual({ searchKey, writeKey })
    const options = { url: MEILI_URL ?? '', town: NORTH, index: north.remote.index }
    const reader = createMeiliEngine(north.db, { ...options, searchKey })
    expect((await reader.search(QUESTION, TEST_NOW)).ids).toHaveLength(2)
    await expect(reader.publish([testItem('north-1')], TEST_NOW)).rejects.toThrow()
    await expect(reader.apply()).rejects.toThrow()
    const writer = createMeiliEngine(north.db, { ...options, key: writeKey })
    await writer.publish([testItem('north-1', { publishedAt: '2026-11-18' })], TEST_NOW)
    expect(await writer.apply()).toEqual([])
    const stranger = createMeiliEngine(north.db, { ...options, index: `${north.remote.index}_other`, key: writeKey })
    await expect(stranger.apply()).rejects.toThrow()
  })

  it('an item that the database hides is no hit, though the server still has it', async () => {
    await north.db.batch([{ sql: `update item set state = 'held' where id = 'north-1'` }])
    expect((await north.remote.search(QUESTION, TEST_NOW)).ids).toEqual(['north-2'])
    expect((await north.remote.search({ ...QUESTION, sort: 'relevance' }, TEST_NOW)).ids).toEqual(['north-2'])
    await north.db.batch([{ sql: `update item set state = 'shown' where id = 'north-1'` }])
  })

  it('T10: the server reads each literal as the value that was meant', async () => {
    const client = admin()
    const index = `${north.remote.index}_next`
    await client.createIndex(index, { primaryKey: 'id' }).waitTask({ timeout: 60_000 })
    await client
      .index(index)
      .updateSettings({ filterableAttributes: ['g'] })
      .waitTask({ timeout: 60_000 })
    const values = [
      'a"b',
      'a\\"b',
      'a\\',
      '\\\\"',
      '" OR g EXISTS OR g = "',
      "a'b",
      'a\\u{41}',
      '\\n',
      '(',
      'g = x',
      '志"愿',
      '\ue001"\ue002',
    ]
    const documents = values.map((g, id) => ({ id, g: [g] }))
    await client.index(index).addDocuments(documents).waitTask({ timeout: 60_000 })
    for (const [id, value] of values.entries()) {
      const { hits } = await client.index(index).search('', { filter: `g = ${literal(value)}` })
      expect(
        hits.map((hit) => hit.id),
        value,
      ).toEqual([id])
    }
  })
})

describe.skipIf(MEILI_URL === undefined || MEILI_URL_2 === undefined)('towns on two servers', () => {
  afterAll(removeTestIndexes)

  it('are searched together, newest first, and an instance that is down is named', { timeout: 60_000 }, async () => {
    const near = await meiliGround(NORTH)
    const far = await meiliGround(SOUTH, { url: MEILI_URL_2 })
    await fill(near, 'north')
    await keepAll(far.db, far.engine, [testItem('south-1', { publishedAt: '2026-11-17' })])
    const client = admin()
    const searchApiKey = MEILI_KEY ?? ''
    await answerOthers(openMeili({ url: MEILI_URL_2 ?? '', key: MEILI_KEY }))
    await joinInstances(client, 'near', {
      near: { url: MEILI_URL ?? '', searchApiKey },
      far: { url: MEILI_URL_2 ?? '', searchApiKey },
      down: { url: 'http://127.0.0.1:9', searchApiKey },
    })
    const towns = [
      { slug: NORTH.slug, index: near.remote.index, vocabulary: vocabularyOf(near.db, NORTH), remote: 'near' },
      { slug: SOUTH.slug, index: far.remote.index, vocabulary: vocabularyOf(far.db, SOUTH), remote: 'far' },
    ]
    const { hits, total, silent } = await searchTowns(client, towns, QUESTION, TEST_NOW)
    expect(hits.map(({ town }) => town)).toEqual(['north', 'north-east', 'north'])
    expect({ total, silent }).toEqual({ total: 3, silent: [] })
    const lost = { ...towns[1], slug: 'lost', index: 'lost', remote: 'down', vocabulary: vocabularyOf(near.db, NORTH) }
    const partial = await searchTowns(client, [...towns, lost], QUESTION, TEST_NOW)
    expect(partial.hits).toHaveLength(3)
    expect(partial.silent).toEqual(['down'])
  })
})
