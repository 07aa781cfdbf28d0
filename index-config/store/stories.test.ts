import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../domain/item.ts'
import type { SqlDatabase } from '../../domain/ports.ts'
import { testGround } from '../adapters/node-testing.ts'
import { TEST_NOW, testItem, testJob } from '../testing.ts'
import { verify } from '../verify.ts'
import { getChildren, getItem, getItems, goneStatements, itemsAfter, keepStatements } from './items.ts'
import { outboxDepth, publishPending } from './outbox.ts'
import { activePins, addPin } from './pins.ts'
import { putSource } from './sources.ts'
import { settleStories } from './stories.ts'
import { addTakedown } from './takedowns.ts'

const LATER = '2026-11-21T02:00:00.000Z'
const BODY =
  '11月18日，河湾街道便民菜市场正式开门，首批一百二十六个摊位全部入驻。市场占地五千平方米，设蔬菜、水果、熟食三个区域，配套停车位八十个。管理方表示，开业前三个月免收摊位费，周边居民买菜不用再过桥。'

const SOURCES = {
  city: { names: { 'zh-Hans': '试市人民政府' }, region: '99', official: true },
  county: { names: { 'zh-Hans': '东区人民政府' }, region: '9901', official: true },
  paper: { names: { 'zh-Hans': '试市日报' }, region: '99', official: false },
  portal: { names: { 'zh-Hans': '试市生活网' }, region: '99', official: false },
} as const
type Slug = keyof typeof SOURCES

async function ground() {
  const { db, engine } = await testGround()
  for (const [slug, source] of Object.entries(SOURCES)) await putSource(db, slug, source)
  return { db, engine }
}

/** One publisher's telling; `id` is the source where nothing else is said. */
function told(source: Slug, change: Partial<Item> = {}): Item {
  const id = change.id ?? source
  return testItem(id, {
    source,
    publisher: SOURCES[source].names['zh-Hans'],
    url: `https://${source}.example/${id}`,
    body: BODY,
    regions: [{ code: '9901', by: 'name' }],
    ...change,
  })
}

async function keep(db: SqlDatabase, ...items: Item[]): Promise<void> {
  for (const item of items) await db.batch(keepStatements(item, await getItem(db, item.id)))
}

/** Who is listed, each with those it stands for. */
async function standing(db: SqlDatabase): Promise<Record<string, string[]>> {
  await settleStories(db, TEST_NOW)
  const { items } = await itemsAfter(db, 0, 1_000)
  const merged = items.filter(({ mergedInto }) => mergedInto !== undefined)
  return Object.fromEntries(
    items
      .filter(({ state }) => state === 'shown')
      .map(({ id }) => [
        id,
        merged
          .filter(({ mergedInto }) => mergedInto === id)
          .map((item) => item.id)
          .sort(),
      ])
      .sort(),
  )
}

describe('one story of several publishers', () => {
  it('is one item that names the others, and the others lead to it', async () => {
    const { db, engine } = await ground()
    await keep(
      db,
      told('portal', { title: '菜市场开门啦' }),
      told('county'),
      told('paper', { title: '【民生】新市场' }),
    )
    expect(await standing(db)).toEqual({ county: ['paper', 'portal'] })
    await publishPending(db, engine, TEST_NOW)
    expect((await engine.search({ sort: 'new', limit: 10 }, TEST_NOW)).ids).toEqual(['county'])
    expect((await getItem(db, 'county'))?.alsoAt).toEqual([
      { publisher: '试市日报', source: 'paper', url: 'https://paper.example/paper' },
      { publisher: '试市生活网', source: 'portal', url: 'https://portal.example/portal' },
    ])
    expect(await getItem(db, 'paper')).toMatchObject({ state: 'merged', mergedInto: 'county', body: BODY })
    expect((await verify(db, engine)).problems).toEqual([])
  })

  it.each<[string, Item[], string]>([
    ['the public body whose region it is', [told('city'), told('county'), told('paper')], 'county'],
    ['not a public body that credits another', [told('county', { publisher: '试市日报' }), told('paper')], 'paper'],
    [
      'whom the others credit',
      [told('portal', { publisher: '试市日报', publishedAt: '2026-11-17' }), told('paper')],
      'paper',
    ],
    ['the earliest', [told('portal', { publishedAt: '2026-11-17' }), told('paper')], 'portal'],
    [
      'not what only came first into our sight',
      [told('portal', { publishedAt: '2026-11-17', dateOrigin: 'estimated' }), told('paper')],
      'paper',
    ],
  ])('is shown as told by %s', async (_, items, head) => {
    const { db } = await ground()
    await keep(db, ...items)
    expect(Object.keys(await standing(db))).toEqual([head])
  })

  it('is found by a headline alone where the texts are short', async () => {
    const { db } = await ground()
    await keep(
      db,
      told('paper', { title: '停水通知', body: '详见附件。' }),
      told('portal', { title: '【提醒】停水通知', body: '详见附件。' }),
    )
    expect(await standing(db)).toEqual({ paper: ['portal'] })
  })

  it.each<[string, Partial<Item>]>([
    ['another figure', { body: BODY.replace('五千', '六千') }],
    ['another kind', { kind: 'volunteer', type: 'call' }],
    ['a list of people', { type: 'names' }],
    ['what waits for an editor', { state: 'held' }],
    ['what came a month later', { publishedAt: '2026-12-24' }],
    ['the same source', { source: 'paper' }],
  ])('takes nothing in that is %s', async (_, change) => {
    const { db } = await ground()
    await keep(db, told('paper'), told('portal', change))
    await settleStories(db, TEST_NOW)
    expect((await getItems(db, ['paper', 'portal'])).map(({ mergedInto }) => mergedInto)).toEqual([
      undefined,
      undefined,
    ])
  })

  it('leaves an amendment beside its call', async () => {
    const { db } = await ground()
    const call = { kind: 'job', type: 'notice', stage: 'open', title: '东区2026年公开招聘教师公告' } as const
    await keep(db, told('county', call), told('portal', { ...call, stage: 'amendment', title: `${call.title}更正` }))
    expect(Object.keys(await standing(db))).toEqual(['county', 'portal'])
  })

  it('asks nobody twice: what is settled stays as it is without a write', async () => {
    const { db, engine } = await ground()
    const items = [told('county'), told('paper'), told('portal')]
    await keep(db, ...items)
    await settleStories(db, TEST_NOW)
    await publishPending(db, engine, TEST_NOW)
    await keep(db, ...items)
    expect(await outboxDepth(db)).toBe(0)
    const merged = await getItem(db, 'paper')
    expect(merged?.state).toBe('merged')
    expect(keepStatements(told('paper'), merged)).toEqual([])
    expect(await settleStories(db, TEST_NOW)).toBe(0)
    expect(await db.all('select max(no) as no from version group by item_id')).toEqual([
      { no: 1 },
      { no: 1 },
      { no: 1 },
    ])
  })
})

it('a page that is read again with other reasons stays merged', async () => {
  const { db } = await ground()
  await keep(db, told('county'), told('paper'))
  await settleStories(db, TEST_NOW)
  await keep(db, told('paper', { evidence: { title: 'meta:ArticleTitle' } }))
  expect(await getItem(db, 'paper')).toMatchObject({ state: 'merged', evidence: { title: 'meta:ArticleTitle' } })
})

describe('a merge is taken back', () => {
  it('when the texts come to differ, and made again when they do not', async () => {
    const { db, engine } = await ground()
    await keep(db, told('county'), told('paper'))
    expect(await standing(db)).toEqual({ county: ['paper'] })
    await keep(db, told('paper', { body: BODY.replace('八十个', '九十个'), changedAt: LATER }))
    expect(await standing(db)).toEqual({ county: [], paper: [] })
    await publishPending(db, engine, TEST_NOW)
    expect((await engine.search({ sort: 'new', limit: 10 }, TEST_NOW)).total.n).toBe(2)
    await keep(db, told('paper', { changedAt: '2026-11-21T03:00:00.000Z' }))
    expect(await standing(db)).toEqual({ county: ['paper'] })
  })

  it.each<[string, (db: SqlDatabase) => Promise<unknown>]>([
    ['gone', (db) => db.batch(goneStatements('county', LATER))],
    ['held', (db) => keep(db, told('county', { state: 'held', changedAt: LATER }))],
    ['taken down', (db) => addTakedown(db, { itemId: 'county', reason: 'r', who: 'w', at: LATER })],
  ])('when the preferred one is %s: the next one stands up', async (state, change) => {
    const { db } = await ground()
    await keep(db, told('county'), told('paper', { publishedAt: '2026-11-17' }), told('portal'))
    expect(await standing(db)).toEqual({ county: ['paper', 'portal'] })
    await change(db)
    expect(await standing(db)).toEqual({ paper: ['portal'] })
    expect((await getItem(db, 'county'))?.state).toBe(state === 'held' ? 'held' : 'gone')
    expect((await getItem(db, 'county'))?.mergedInto).toBeUndefined()
  })

  it('and what was merged can still go', async () => {
    const { db } = await ground()
    await keep(db, told('county'), told('paper'))
    await settleStories(db, TEST_NOW)
    await db.batch(goneStatements('paper', LATER))
    expect(await standing(db)).toEqual({ county: [] })
    expect((await getItem(db, 'county'))?.alsoAt).toBeUndefined()
  })
})

describe('positions', () => {
  const notice = { kind: 'job', type: 'notice', stage: 'open', title: '东区医院公开招聘公告' } as const
  const row = (parent: Slug, code: string): Item =>
    testJob(`${parent}-${code}`, { title: '护士', code }, { parent, source: parent, body: '' })

  it('follow their notice: each leads to its like, or to the notice where there is none', async () => {
    const { db } = await ground()
    await keep(
      db,
      told('county', notice),
      row('county', 'A01'),
      told('paper', notice),
      row('paper', 'A01'),
      row('paper', 'A02'),
    )
    expect(await standing(db)).toEqual({ county: ['paper', 'paper-A02'], 'county-A01': ['paper-A01'] })
    expect((await getItem(db, 'county'))?.alsoAt).toHaveLength(1)
  })

  it('stand as the copy gives them where the preferred notice has none, and under the preferred one', async () => {
    const { db } = await ground()
    await keep(db, told('county', notice), told('paper', notice), row('paper', 'A01'))
    expect(await standing(db)).toEqual({ county: ['paper'], 'paper-A01': [] })
    expect((await getChildren(db, 'county')).map(({ id }) => id)).toEqual(['paper-A01'])
    await keep(db, row('county', 'A01'))
    expect(await standing(db)).toEqual({ county: ['paper'], 'county-A01': ['paper-A01'] })
  })
})

it('a table whose notice leaves the story hands over to that of the next copy', async () => {
  const { db } = await ground()
  const notice = { kind: 'job', type: 'notice', stage: 'open', title: '东区医院公开招聘公告' } as const
  const row = (parent: Slug) => testJob(`${parent}-row`, { code: 'A01' }, { parent, source: parent })
  const papers = told('paper', { ...notice, publishedAt: '2026-11-17' })
  await keep(db, told('county', notice), papers, row('paper'), told('portal', notice), row('portal'))
  expect(await standing(db)).toEqual({ county: ['paper', 'portal'], 'paper-row': ['portal-row'] })
  await keep(db, { ...papers, body: BODY.replace('八十个', '九十个'), changedAt: LATER })
  expect(await standing(db)).toEqual({ county: ['portal'], paper: [], 'paper-row': [], 'portal-row': [] })
})

it('a pin of what was merged shows the item that stands for it', async () => {
  const { db, engine } = await ground()
  await keep(db, told('paper'))
  await addPin(db, {
    itemId: 'paper',
    scope: {},
    order: 1,
    from: '2026-11-01T00:00:00Z',
    until: '2026-12-01T00:00:00Z',
    reason: 'r',
    who: 'w',
  })
  await keep(db, told('county'))
  await settleStories(db, TEST_NOW)
  await publishPending(db, engine, TEST_NOW)
  const pins = await activePins(db, { sort: 'new', limit: 10 }, { root: '99' }, TEST_NOW)
  expect(pins.map(({ item }) => item.id)).toEqual(['county'])
})

describe('another process that compares at the same time', () => {
  const rewritten = told('paper', { body: BODY.replace('八十个', '九十个'), changedAt: LATER })
  it.each<[string, Item, Record<string, string[]>]>([
    ['brings another copy', told('portal'), { city: ['paper', 'portal'] }],
    ['brings a better one', told('county'), { county: ['city', 'paper'] }],
    ['rewrites one of them', rewritten, { city: [], paper: [] }],
    [
      'rewrites the other',
      { ...rewritten, ...told('city'), body: rewritten.body, changedAt: LATER },
      { city: [], paper: [] },
    ],
  ])('%s: at whatever moment, the end is the same', async (_, item, expected) => {
    for (let moment = 1; moment <= 14; moment++) {
      const { db } = await ground()
      await keep(db, told('city'), told('paper'))
      let calls = 0
      const meet = async () => {
        calls += 1
        if (calls !== moment) return
        await keep(db, item)
        await settleStories(db, TEST_NOW)
      }
      const disturbed: SqlDatabase = {
        all: async (sql, params) => {
          await meet()
          return db.all(sql, params)
        },
        batch: async (statements) => {
          await meet()
          return db.batch(statements)
        },
      }
      await settleStories(disturbed, TEST_NOW)
      expect([moment, await standing(db)]).toEqual([moment, expected])
    }
  })

  it('ends before it has found whom its item is like: the next one finds them', async () => {
    const { db } = await ground()
    await keep(db, told('city'))
    await settleStories(db, TEST_NOW)
    await keep(db, told('paper'))
    let batches = 0
    const killed: SqlDatabase = {
      all: db.all,
      batch: async (statements) => {
        batches += 1
        if (batches === 2) throw new Error('killed')
        return db.batch(statements)
      },
    }
    await expect(settleStories(killed, TEST_NOW)).rejects.toThrow('killed')
    expect(await standing(db)).toEqual({ city: ['paper'] })
  })
})

/** Texts of which some tell the same as some others, not always as all of them. */
const CUT = BODY.indexOf('管理方')
const TEXTS = [
  BODY,
  `本报讯（记者 某某）${BODY}`,
  BODY.slice(0, CUT),
  BODY.replace('八十个', '九十个'),
  BODY.replace('管理方', '市场经营管理方面').replace('周边居民', '附近的群众'),
]
const telling = fc.record({
  source: fc.constantFrom<Slug>('city', 'county', 'paper', 'portal'),
  text: fc.nat(TEXTS.length - 1),
  day: fc.constantFrom('2026-11-17', '2026-11-18', '2026-12-18'),
  credited: fc.constantFrom<Slug | undefined>(undefined, 'paper', 'county'),
  state: fc.constantFrom<Item['state']>('shown', 'shown', 'shown', 'gone', 'held'),
  table: fc.boolean(),
})
type Telling = {
  source: Slug
  text: number
  day: string
  credited?: Slug | undefined
  state: Item['state']
  table: boolean
}

function itemsOf(at: number, { source, text, day, credited, state, table }: Telling, changedAt: string): Item[] {
  const id = `t${at}`
  const item = told(source, {
    id,
    kind: 'job',
    type: 'notice',
    stage: 'open',
    title: '东区公开招聘公告',
    body: TEXTS[text] ?? '',
    publishedAt: day,
    state,
    changedAt,
    ...(credited && { publisher: SOURCES[credited].names['zh-Hans'] }),
  })
  const row = testJob(`${id}-row`, { code: 'A' }, { parent: id, source, state: table ? state : 'gone', changedAt })
  return [item, row]
}

it('the order in which publishers are crawled, and what they said before, changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(telling, { minLength: 2, maxLength: 6 }),
      fc.array(fc.record({ at: fc.nat(5), before: telling, settle: fc.boolean() }), { maxLength: 8 }),
      fc.infiniteStream(fc.nat(1_000)),
      async (last, history, dice) => {
        const straight = await ground()
        for (const [at, one] of last.entries()) await keep(straight.db, ...itemsOf(at, one, LATER))
        const crooked = await ground()
        for (const { at, before, settle } of history) {
          await keep(
            crooked.db,
            ...itemsOf(
              at % last.length,
              { ...before, source: last[at % last.length]?.source ?? 'city' },
              TEST_NOW.toISOString(),
            ),
          )
          if (settle) await settleStories(crooked.db, TEST_NOW)
        }
        const shuffled = [...last.entries()]
          .map(([at, one]) => ({ at, one, key: dice.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
        for (const { at, one, key } of shuffled) {
          await keep(crooked.db, ...itemsOf(at, one, LATER))
          if (key % 2 === 0) await settleStories(crooked.db, TEST_NOW)
        }
        expect(await standing(crooked.db)).toEqual(await standing(straight.db))
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)
