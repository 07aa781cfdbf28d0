/** What every engine must do; run on each of them with the same items. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SqlDatabase } from '../../domain/ports.ts'
import type { Facets, ItemQuery } from '../../domain/query.ts'
import type { Town } from '../../domain/town.ts'
import { keepAll, seeded, TEST_NOW, testCorpus, testItem, testJob, testTown } from '../testing.ts'
import { QueryError, type SearchEngine } from './engine.ts'
import { momentOf, plainFacets, plainSearch, randomQuery } from './plain-search.testing.ts'

interface Ground {
  db: SqlDatabase
  engine: SearchEngine
  /** Counts everything, however much: `facetLimit` means nothing to it. */
  exact?: boolean
  /** The index in the database over the same items, where `engine` is another: what its ranking is compared with. */
  reference?: SearchEngine
}
/** Each call an empty database. `facetLimit` as for the engine in use there. */
export type MakeGround = (town: Town, facetLimit: number) => Promise<Ground>

const ask = (change: Partial<ItemQuery> = {}): ItemQuery => ({ sort: 'new', limit: 50, ...change })

/** `name` says where it ran. `naughty`: strings that must not break anything; none skips them. */
export function describeEngine(name: string, makeGround: MakeGround, naughty: readonly string[]): void {
  afterAll(() => console.log(`engine ${name}: contract ran`))
  describe('words', () => words(makeGround, naughty))
  describe('filters, facets and pages', () => corpus(makeGround))
  describe('changes', () => changes(makeGround))
}

function words(makeGround: MakeGround, naughty: readonly string[]): void {
  let ground: Ground
  const find = async (q: string, change: Partial<ItemQuery> = {}) =>
    (await ground.engine.search(ask({ q, ...change }), TEST_NOW)).ids.sort()

  beforeAll(async () => {
    ground = await makeGround(testTown(), 5_000)
    const forged = `\ue000kjob \ue000r9902 \ue000o1`
    await keepAll(ground.db, ground.engine, [
      testItem('assoc', { title: '试市志愿者协会成立', excerpt: '协会设在鼓楼。' }),
      testItem('jobs', { title: '医院招聘岗位三十个', excerpt: '请于周五前报名' }),
      testItem('bus', { title: '3号线改道', excerpt: 'WIFI 与 three 站' }),
      testItem('apart', { title: '3 号线', excerpt: '愿意的人有志向。志愿。愿者' }),
      testItem('guard', { title: '小区门卫换岗', excerpt: '值班室' }),
      testItem('people', { type: 'names', title: '拟聘用名单', excerpt: '张三丰', body: '张三丰' }),
      testItem('forged', { title: `白鹭${forged}`, excerpt: forged }),
      testItem('split', { title: '豆\ue000腐节开幕' }),
      testItem('rare', { title: '𠮷野家开业', excerpt: 'Café Привет 々木' }),
      testItem('gone', { title: '志愿者协会旧闻', state: 'gone' }),
      testItem('held', { title: '志愿者协会待审', state: 'held' }),
      testJob('job', { title: '会计', employer: '呦呦豆腐厂' }, { title: '会计' }),
    ])
  })

  const found: [name: string, q: string, ids: string[]][] = [
    ['two characters inside a longer word', '愿者', ['apart', 'assoc']],
    ['a word across two words', '者协', ['assoc']],
    ['a long term only where it stands whole', '志愿者', ['assoc']],
    ['one character as the beginning of any pair', '岗', ['guard', 'jobs']],
    ['one character at the end of a run', '个', ['jobs']],
    ['traditional asked, simplified kept', '崗位', ['jobs']],
    ['full width and capitals', 'ｗｉｆｉ', ['bus']],
    ['a number beside characters, together only', '3号线', ['bus']],
    ['a word but not a part of one', 'hre', []],
    ['a word that is part of another', 'thre', []],
    ['all terms, in any order', '鼓楼 协会', ['assoc']],
    ['all terms, not some', '鼓楼 医院', []],
    ['a synonym of the town', '保安', ['guard', 'job'].slice(0, 1)],
    ['a longer synonym', '保卫员', ['guard']],
    ['a list of people by its headline', '拟聘用', ['people']],
    ['a list of people not by a name', '张三丰', []],
    ['the employer of a position', '豆腐厂', ['job']],
    ['a word that a private-use character was put into', '豆腐节', ['split']],
    ['characters beyond the first plane', '𠮷野', ['rare']],
    ['accents', 'café', ['rare']],
    ['other alphabets', 'ПРИВЕТ', ['rare']],
    ['the mark of repetition', '々木', ['rare']],
    ['gone and held items never', '旧闻', []],
    ['nothing, without a letter or digit', '！？…', []],
  ]
  it.each(found)('finds %s', async (_, q, ids) => {
    expect(await find(q)).toEqual(ids)
  })

  it('cannot be made to find an item under a filter by private-use characters in its text', async () => {
    expect(await find('白鹭', { kind: 'job' })).toEqual([])
    expect(await find('白鹭', { region: '9902' })).toEqual([])
    expect(await find('白鹭', { open: true })).toEqual([])
    // Only the visible part of the word is asked for, and only as a word of the text.
    expect(await find('\ue000kjob')).toEqual(['forged'])
  })

  it.each(['\ue000', '9901" OR "', '990*', "9901'", '9901 OR 9902', 'k', '\u0000'])(
    'finds nothing under the region %j, which is none',
    async (region) => {
      expect(await find('', { region })).toEqual([])
      expect(await find('志愿', { region, category: region, position: region, source: region })).toEqual([])
    },
  )

  it('treats operators, columns and stars as words', async () => {
    for (const q of [
      't:志愿',
      'NEAR(志愿 协会)',
      '志愿*',
      '"志愿',
      'NOT 志愿',
      '志愿 AND',
      '(((((',
      '^志愿',
      '-志愿',
      '{t}:x',
    ])
      expect(Array.isArray(await find(q))).toBe(true)
    expect(await find('志愿 OR 鼓楼')).toEqual([])
  })

  it('reads the beginning of a question that is too long, and refuses what no question may hold', async () => {
    expect(await find(`愿者${' 愿者'.repeat(5_000)}`)).toEqual(['apart', 'assoc'])
    await expect(find('志'.repeat(10_000))).resolves.toEqual([])
    await expect(find('志愿', { limit: 51 })).rejects.toThrow(QueryError)
    await expect(find('志愿', { from: '2026-02-30' })).rejects.toThrow(QueryError)
  })

  it.skipIf(naughty.length === 0)('answers every naughty string, or says that the question is wrong', async () => {
    expect(naughty.length).toBe(264)
    let answered = 0
    for (const text of naughty) {
      for (const q of [text, [...text].slice(0, 64).join('')]) {
        const outcome = await find(q).catch((error: unknown) => error)
        if (outcome instanceof QueryError) continue
        expect(outcome, `q = ${JSON.stringify(q)}`).toBeInstanceOf(Array)
        answered += 1
      }
    }
    console.log(`naughty, ${naughty.length} cases, ${answered} of ${2 * naughty.length} answered, 0 accepted misses`)
    expect(answered).toBeGreaterThan(naughty.length)
  })

  it('ranks a headline above an excerpt, and the asker’s word above its synonym', async () => {
    const small = await makeGround(testTown(), 5_000)
    await keepAll(small.db, small.engine, [
      testItem('a', { title: '小区新闻', excerpt: '来了保安', publishedAt: '2026-11-19' }),
      testItem('b', { title: '小区门卫', excerpt: '', publishedAt: '2026-11-18' }),
      testItem('c', { title: '小区保安', excerpt: '', publishedAt: '2026-11-17' }),
      testItem('d', { title: '保安队', excerpt: '', publishedAt: '2026-11-16' }),
    ])
    const { ids } = await small.engine.search(ask({ q: '保安', sort: 'relevance' }), TEST_NOW)
    expect(ids).toEqual(['d', 'c', 'b', 'a'])
  })

  it('ranks what was written, wherever it stands, above what is only guessed', async () => {
    const small = await makeGround(testTown(), 5_000)
    await keepAll(small.db, small.engine, [
      testItem('guessed', { title: '岗位', excerpt: '', publishedAt: '2026-11-19' }),
      testItem('guessed-below', { title: '小区新闻', excerpt: '有岗位', publishedAt: '2026-11-18' }),
      testItem('written', { title: '小区新闻', excerpt: '来信写作 gangwei', publishedAt: '2026-11-17' }),
    ])
    const read = `insert or ignore into lexicon (how, key, rank, what, value, word, spelled, since)
      values ('p', 'gangwei', 0, '', '', '岗位', 'gang wei', 0)`
    await small.db.batch([{ sql: read }])
    const query = ask({ q: 'gangwei', sort: 'relevance' })
    expect((await small.engine.search(query, TEST_NOW)).ids).toEqual(['written', 'guessed', 'guessed-below'])
    const first = await small.engine.search({ ...query, limit: 1 }, TEST_NOW)
    const second = await small.engine.search({ ...query, limit: 1, cursor: first.next }, TEST_NOW)
    expect([...first.ids, ...second.ids]).toEqual(['written', 'guessed'])
  })
}

function corpus(makeGround: MakeGround): void {
  const town = testTown()
  const items = testCorpus(300)
  let ground: Ground
  /** The same items, with counting cut off early. */
  let narrow: Ground

  beforeAll(async () => {
    ground = await makeGround(town, 5_000)
    narrow = await makeGround(town, 20)
    await keepAll(ground.db, ground.engine, items)
    await keepAll(narrow.db, narrow.engine, items)
  }, 120_000)

  it('answers random questions as a plain look at every item does, facets and totals too', async () => {
    const random = seeded(7)
    let found = 0
    for (let turn = 0; turn < 150; turn++) {
      const query = randomQuery(random)
      const expected = plainSearch(items, query, town)
      const answer = await ground.engine.search(query, TEST_NOW)
      const asked = JSON.stringify(query)
      expect(answer.total, asked).toEqual({ n: expected.length, exact: true })
      // Within one minute the order is free, so moments are compared, and that every id is one of those expected.
      const moments = new Map(expected.map((item) => [item.id, momentOf(item)]))
      expect(
        answer.ids.map((id) => moments.get(id)),
        asked,
      ).toEqual(expected.slice(0, 50).map(momentOf))
      expect(answer.facets, asked).toEqual(plainFacets(expected, town))
      expect(answer.facetsExact).toBe(true)
      found += expected.length
    }
    expect(found).toBeGreaterThan(500)
  })

  it('counts under a facet value what choosing it finds', async () => {
    for (const start of [
      ask(),
      ask({ kind: 'job' }),
      ask({ region: '9901' }),
      ask({ q: '招聘' }),
      ask({ open: true }),
    ]) {
      const { facets } = await ground.engine.search(start, TEST_NOW)
      for (const [name, values] of Object.entries(facets) as [keyof Facets, Facets['kind']][]) {
        if (start[name] !== undefined) continue
        for (const { value, n } of values) {
          const { total } = await ground.engine.search({ ...start, [name]: value }, TEST_NOW)
          expect(total, `${name}=${value} in ${JSON.stringify(start)}`).toEqual({ n, exact: true })
        }
      }
    }
  })

  it('says when it counted only the newest, except where counters are ready', async () => {
    const all = plainSearch(items, ask(), town)
    const searched = await narrow.engine.search(ask({ q: '会计' }), TEST_NOW)
    if (narrow.exact) {
      const found = plainSearch(items, ask({ q: '会计' }), town)
      expect(searched.total).toEqual({ n: found.length, exact: true })
      expect(searched.facets).toEqual(plainFacets(found, town))
      return
    }
    expect(searched.total).toEqual({ n: 20, exact: false })
    expect(searched.facetsExact).toBe(false)
    const newest = plainSearch(items, ask({ q: '会计' }), town).slice(0, 20)
    expect(searched.facets).toEqual(plainFacets(newest, town))
    const plain = await narrow.engine.search(ask(), TEST_NOW)
    expect(plain.total).toEqual({ n: all.length, exact: true })
    expect(plain.facets).toEqual(plainFacets(all, town))
  })

  const orders: Partial<ItemQuery>[] = [
    {},
    { q: '招聘' },
    { kind: 'job', sort: 'deadline' },
    { kind: 'job', sort: 'pay' },
    { q: '招聘', sort: 'relevance' },
    { sort: 'relevance' },
    { region: '9901', open: true, payMin: 2_300 },
    { from: '2026-10-10', to: '2026-11-12' },
    { q: '招聘', from: '2026-10-10', to: '2026-11-12' },
    { q: '招聘', from: '2026-11-05', sort: 'relevance' },
    { kind: 'job', to: '2026-11-12', sort: 'pay' },
  ]
  it.each(orders)('pages through %j without gap or repeat', async (change) => {
    const expected = plainSearch(items, ask(change), town).map(({ id }) => id)
    for (const limit of [1, 7, 50]) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await ground.engine.search(ask({ ...change, limit, cursor }), TEST_NOW)
        seen.push(...page.ids)
        cursor = page.next
        expect(cursor ?? '').toMatch(/^[\w.~=:+-]{0,256}$/)
      } while (cursor !== undefined && seen.length <= expected.length)
      expect(seen.length).toBe(expected.length)
      expect(new Set(seen)).toEqual(new Set(expected))
    }
  })

  it('puts the same items on top by relevance as the index in the database does', async () => {
    const { reference, engine } = ground
    const shares: number[] = []
    const random = seeded(11)
    while (reference !== undefined && shares.length < 60) {
      const query: ItemQuery = { ...randomQuery(random), sort: 'relevance', limit: 10 }
      if (query.q === undefined) continue
      const [ours, theirs] = await Promise.all([engine.search(query, TEST_NOW), reference.search(query, TEST_NOW)])
      if (theirs.ids.length === 0) continue
      shares.push(theirs.ids.filter((id) => ours.ids.includes(id)).length / theirs.ids.length)
    }
    const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length)
    if (reference === undefined) return
    console.log(`engine ${engine.name}: top 10 by relevance, ${shares.length} questions, overlap ${mean.toFixed(3)}`)
    expect(mean).toBeGreaterThanOrEqual(0.8)
  })

  it('lists newest first, by day and minute', async () => {
    const moment = new Map(items.map(({ id, publishedAt }) => [id, publishedAt.slice(0, 16).padEnd(16, 'T00:00')]))
    const { ids } = await ground.engine.search(ask(), TEST_NOW)
    const moments = ids.map((id) => moment.get(id) ?? '')
    expect(moments).toEqual(moments.toSorted().reverse())
  })

  it('sorts by the soonest deadline still ahead, and by the highest pay', async () => {
    const byId = new Map(items.map((item) => [item.id, item]))
    const soon = await ground.engine.search(ask({ kind: 'job', sort: 'deadline' }), TEST_NOW)
    const ends = soon.ids.map((id) => byId.get(id)?.closesAt ?? 'none')
    expect(ends[0]).toBe('2026-11-20')
    expect(ends.indexOf('none')).toBeGreaterThan(ends.lastIndexOf('2026-12-05T17:00:00+08:00'))
    const rich = await ground.engine.search(ask({ kind: 'job', sort: 'pay' }), TEST_NOW)
    const pays = rich.ids.map((id) => byId.get(id)?.job?.pay?.max ?? -1)
    expect(pays).toEqual(pays.toSorted((a, b) => b - a))
  })

  it.each(['', 'x', 'new.0.1.0.0.0', '../..', 'new.1e5', '99999999999999999999'])(
    'refuses the cursor %j as the asker’s mistake',
    async (cursor) => {
      await expect(ground.engine.search(ask({ cursor }), TEST_NOW)).rejects.toThrow(QueryError)
    },
  )

  it('refuses the cursor of another question', async () => {
    const { next } = await ground.engine.search(ask({ limit: 1 }), TEST_NOW)
    await expect(ground.engine.search(ask({ kind: 'job', cursor: next }), TEST_NOW)).rejects.toThrow(QueryError)
    await expect(ground.engine.search(ask({ limit: 2, cursor: next }), TEST_NOW)).resolves.toBeDefined()
  })
}

function changes(makeGround: MakeGround): void {
  it('leaves the same index when the same items are published twice', async () => {
    const { db, engine } = await makeGround(testTown(), 5_000)
    const items = testCorpus(40, 3)
    await keepAll(db, engine, items)
    const first = await engine.search(ask(), TEST_NOW)
    await engine.publish(items, TEST_NOW)
    await engine.publish([...items].reverse(), TEST_NOW)
    expect(await engine.search(ask(), TEST_NOW)).toEqual(first)
  })

  it.each([
    { sort: 'new' },
    { sort: 'new', from: '2026-10-05', to: '2026-11-19' },
    { sort: 'relevance' },
    { sort: 'deadline' },
    { sort: 'pay' },
  ] as const)('repeats and loses nothing when items come between two pages: %j', async (change) => {
    const { db, engine } = await makeGround(testTown(), 5_000)
    const items = testCorpus(80, 5)
    await keepAll(db, engine, items)
    const query = ask({ ...change, q: '招聘', limit: 3 })
    const before = plainSearch(items, query, testTown()).map(({ id }) => id)
    expect(before.length).toBeGreaterThan(6)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await engine.search({ ...query, cursor }, TEST_NOW)
      seen.push(...page.ids)
      cursor = page.next
      const late = { title: `招聘 ${seen.length}`, publishedAt: '2026-11-19T10:00:00+08:00' }
      await keepAll(db, engine, [testItem(`late${seen.length}`, late)])
    } while (cursor !== undefined && seen.length <= 2 * before.length)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => !id.startsWith('late')).sort()).toEqual(before.sort())
    if (change.sort === 'new') expect(seen).not.toContain('late3')
  })

  it('no longer finds what was removed, and counts it no more', async () => {
    const { db, engine } = await makeGround(testTown(), 5_000)
    await keepAll(db, engine, [testItem('a'), testItem('b')])
    await engine.remove(['a', 'unknown'])
    const found = await engine.search(ask({ q: '菜市场' }), TEST_NOW)
    expect(found.ids).toEqual(['b'])
    const listed = await engine.search(ask(), TEST_NOW)
    expect(listed.total).toEqual({ n: 1, exact: true })
    expect(listed.facets.source).toEqual([{ value: 'gov', n: 1 }])
  })

  it('drops what has closed from open lists at the moment it closes', async () => {
    const { db, engine } = await makeGround(testTown(), 5_000)
    await keepAll(db, engine, [
      testJob('day', {}, { closesAt: '2026-11-21' }),
      testJob('hour', {}, { closesAt: '2026-11-21T12:00:00+08:00' }),
      testJob('unsaid', {}, { publishedAt: '2026-11-19' }),
    ])
    const open = async (at: string) => (await engine.search(ask({ open: true }), new Date(at))).ids.sort()
    expect(await open('2026-11-21T03:59:59Z')).toEqual(['day', 'hour', 'unsaid'])
    expect(await open('2026-11-21T04:00:00Z')).toEqual(['day', 'unsaid'])
    expect(await open('2026-11-21T15:59:58Z')).toEqual(['day', 'unsaid'])
    expect(await open('2026-11-21T16:00:00Z')).toEqual(['unsaid'])
    expect(await open('2026-12-20T00:00:00Z')).toEqual([])
  })
}
