/** A small made-up town and items for tests of the index. Nothing here is random: the same seed makes the same corpus. */
import type { Education, Item, Job } from '../domain/item.ts'
import type { SqlDatabase } from '../domain/ports.ts'
import type { Region, Town } from '../domain/town.ts'
import type { SearchEngine } from './engines/engine.ts'
import { keepStatements } from './store/items.ts'
import { publishPending } from './store/outbox.ts'

/** Noon of 20 November 2026 in the town. */
export const TEST_NOW = new Date('2026-11-20T04:00:00Z')

function region(code: string, parent: string | undefined, name: string): Region {
  const level = parent === undefined ? 'city' : code.length > 4 ? 'township' : 'county'
  return { code, parent, level, names: { 'zh-Hans': name }, aliases: [], former: [], landmarks: [], exclude: [] }
}

export function testTown(change: Partial<Town> = {}): Town {
  return {
    slug: 'test',
    names: { 'zh-Hans': '试镇' },
    languages: ['zh-Hans'],
    script: 'hans',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    country: 'CN',
    root: '99',
    limits: {},
    regions: [
      region('99', undefined, '试市'),
      region('9901', '99', '东区'),
      region('9902', '99', '西区'),
      region('9903-x', '99', '新区'),
      region('990101', '9901', '河湾镇'),
      region('990102', '9901', '松岭镇'),
    ],
    categories: [
      { id: 'health', names: { 'zh-Hans': '卫生' }, words: [] },
      { id: 'old-town', names: { 'zh-Hans': '古城' }, words: [] },
      { id: 'old', names: { 'zh-Hans': '旧' }, words: [] },
    ],
    synonyms: [['保安', '门卫', '保卫员']],
    sources: [],
    ...change,
  }
}

export function testItem(id: string, change: Partial<Item> = {}): Item {
  return {
    id,
    source: 'gov',
    publisher: '试市人民政府',
    url: `https://gov.example/${id}`,
    kind: 'news',
    type: 'report',
    title: '河湾街道启用新菜市场',
    excerpt: '菜市场昨天开门。',
    body: '菜市场昨天开门。',
    bodyHtml: '',
    publishedAt: '2026-11-18T09:30:00+08:00',
    dateOrigin: 'meta',
    regions: [],
    categories: [],
    positions: [],
    images: [],
    attachments: [],
    dates: [],
    flags: [],
    repair: { class: 'none', notes: [] },
    evidence: {},
    firstSeenAt: '2026-11-18T02:00:00.000Z',
    changedAt: '2026-11-18T02:00:00.000Z',
    state: 'shown',
    ...change,
  }
}

/** A position, one of a table. */
export function testJob(id: string, job: Partial<Job> = {}, change: Partial<Item> = {}): Item {
  return testItem(id, {
    kind: 'job',
    type: 'position',
    title: job.title ?? '保安',
    excerpt: '',
    body: '',
    positions: ['5414-guard'],
    job: { title: '保安', employer: '市人民医院', headcount: 2, ...job },
    ...change,
  })
}

/** Keeps and publishes, as a crawl does. */
export async function keepAll(
  db: SqlDatabase,
  engine: SearchEngine,
  items: readonly Item[],
  at = TEST_NOW,
): Promise<void> {
  for (const item of items) await db.batch(keepStatements(item, undefined))
  await publishPending(db, engine, at)
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const WORDS = [
  '志愿者',
  '协会',
  '菜市场',
  '豆腐节',
  '公交',
  '3号线',
  '招聘',
  '会计',
  '保安',
  '门卫',
  '白鹭',
  'Wi-Fi',
  '鼓楼',
  '图书馆',
  'B2',
  '医院',
]
const LEVELS: Education[] = ['none', 'senior', 'college', 'bachelor', 'master']

/** A corpus in which every filter has something to find. */
export function testCorpus(count: number, seed = 1): Item[] {
  const random = seeded(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const some = <T>(values: readonly T[]): T => values[below(values.length)] as T
  return Array.from({ length: count }, (_, at) => {
    const title = Array.from({ length: 2 + below(4) }, () => some(WORDS)).join(some(['', '', '，', ' ']))
    const day = `2026-${some(['10', '11'])}-${String(1 + below(18)).padStart(2, '0')}`
    const change: Partial<Item> = {
      title,
      source: some(['gov', 'hospital', 'library-2']),
      publishedAt:
        below(5) === 0
          ? day
          : `${day}T${String(below(24)).padStart(2, '0')}:${String(below(60)).padStart(2, '0')}:00+08:00`,
      regions: below(6) === 0 ? [] : [{ code: some(['99', '9901', '9902', '9903-x', '990101', '990102']), by: 'name' }],
      categories: some([[], ['health'], ['old-town'], ['old'], ['health', 'old-town']]),
      state: some(['shown', 'shown', 'shown', 'shown', 'shown', 'shown', 'gone', 'held']),
    }
    const closesAt = some([undefined, '2026-11-19', '2026-11-20', '2026-12-05T17:00:00+08:00'])
    if (below(3) > 0) return testItem(`n${at}`, change)
    if (below(4) === 0) return testItem(`v${at}`, { ...change, kind: 'volunteer', type: 'call', closesAt })
    const job: Partial<Job> = {
      title,
      education: some([undefined, ...LEVELS]),
      headcount: some([undefined, 1, 3, 12]),
      employer: some(['甲厂', '乙店', '丙校']),
    }
    if (below(2) === 0) job.pay = { max: 1_000 + 500 * below(20), period: 'month', raw: '' }
    const positions = some([['5414-guard'], ['2411-accountant'], ['other']])
    return testJob(`j${at}`, job, { ...change, positions, closesAt, stage: some([undefined, 'open', 'interview']) })
  })
}
