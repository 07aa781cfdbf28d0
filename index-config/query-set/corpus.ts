/** What the query set is asked of: the sample town's items, and a corpus made for words that its items lack. */
import type { Item, Kind } from '../../domain/item.ts'
import type { Town } from '../../domain/town.ts'
import { seeded, testItem, testJob, testTown } from '../testing.ts'
import { SAMPLE_ITEMS } from './sample-items.ts'

const KINDS: Record<string, Kind> = { n: 'news', j: 'job', v: 'volunteer' }

function sampleItems(): Item[] {
  return SAMPLE_ITEMS.trim()
    .split('\n')
    .map((line) => {
      const [id = '', publishedAt = '', title = '', excerpt = '', employer, place] = line.split('|')
      const kind = KINDS[id[0] ?? ''] ?? 'news'
      const change: Partial<Item> = { kind, title, excerpt, publishedAt }
      return kind === 'job' ? testJob(id, { title, employer, place }, change) : testItem(id, change)
    })
}

const TRADES =
  'accountant receptionist electrician engineer librarian carpenter volunteer warehouse translator programmer'
const PLACES = 'Harbor Street|Maple Avenue|Riverside Park|Kubernetes Lab|Botanical Garden'
const MIXED =
  '3号线延长|13号线停运|高铁G25次晚点|高铁G2次加开|5G基站建成|15G流量包|T恤展销|A4纸捐赠|WiFi密码更换|免费Wi-Fi上线|GDP增长|HR专员培训|IT部门搬迁|3D打印体验|B超室开放|HPV疫苗到货|JavaScript讲座|装机容量达3GW|PM2.5数据公布|Café开业|限重20㎡|第2届比赛|第12届比赛|2号楼改造|12号楼改造'
const AROUND = '今日公告|social evening at the town hall|居民来信|three notes for visitors|交通提示'

/** The same at every run: every trade at some places, every mixed headline a few times. */
function generatedItems(): Item[] {
  const random = seeded(5)
  const some = (list: string) => {
    const values = list.split('|')
    return values[Math.floor(random() * values.length)] ?? ''
  }
  const english = TRADES.split(' ').flatMap((trade, at) =>
    Array.from({ length: 6 }, (_, turn) => ({
      id: `e${at}-${turn}`,
      title: `${turn % 2 === 0 ? 'Senior' : 'Part-time'} ${trade} wanted, ${some(PLACES)}`,
      excerpt: some(AROUND),
    })),
  )
  const mixed = MIXED.split('|').flatMap((title, at) =>
    Array.from({ length: 4 }, (_, turn) => ({ id: `m${at}-${turn}`, title, excerpt: some(AROUND) })),
  )
  return [...english, ...mixed].map(({ id, ...change }, at) =>
    testItem(id, { ...change, publishedAt: `2026-09-${String(1 + (at % 28)).padStart(2, '0')}` }),
  )
}

export function queryItems(): Item[] {
  return [...sampleItems(), ...generatedItems()]
}

const county = { level: 'county' as const, former: [], landmarks: [], exclude: [] }

export function queryTown(): Town {
  return testTown({
    regions: [
      { ...county, code: '99', level: 'city', names: { 'zh-Hans': '鹿鸣市' }, pinyin: 'Luming', aliases: ['鹿鸣'] },
      { ...county, code: '9901', parent: '99', names: { 'zh-Hans': '鼓楼街道' }, aliases: [] },
      { ...county, code: '9902', parent: '99', names: { 'zh-Hans': '白鹭镇' }, aliases: [] },
    ],
    synonyms: SYNONYMS,
  })
}

/** As a town's file has them; the query set's rules name them again. */
const SYNONYMS = [
  ['保安', '保卫', '门卫', '秩序维护员'],
  ['会计', '财务', '出纳', '账务'],
  ['司机', '驾驶员', '驾驶'],
  ['厨师', '炊事员', '厨工', '面点师', '帮厨'],
  ['教师', '老师', '教员'],
  ['志愿者', '义工', '志工'],
  ['公交', '公共汽车', '巴士'],
  ['3路', '三路'],
  ['菜市场', '农贸市场', '集贸市场'],
  ['医院', '卫生院'],
  ['carpenter', 'joiner', 'cabinet maker'],
]
