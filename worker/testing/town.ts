/** A town of three regions and a handful of items, with everything in it that a route has to treat with care. */
import type { Item } from '../../domain/item.ts'
import type { Town } from '../../domain/town.ts'

export const NOW = new Date('2026-11-22T02:30:00.000Z')

const region = (code: string, name: string, en: string, parent?: string): Town['regions'][number] => ({
  code,
  ...(parent && { parent }),
  level: parent ? 'township' : 'city',
  names: { 'zh-Hans': name, en },
  aliases: [],
  former: [],
  landmarks: [],
  exclude: [],
})
const source = (slug: string, name: string, regionCode: string): Town['sources'][number] => ({
  slug,
  names: { 'zh-Hans': name },
  home: `https://${slug}.example/`,
  region: regionCode,
  lists: [],
  everyMinutes: 60,
  official: true,
  whitelisted: 'unknown',
  licence: 'excerpt',
  enabled: true,
  seen: 'seen',
  allowHttp: false,
  hosts: [],
  correct: {},
})

export const TOWN: Town = {
  slug: 'lin',
  names: { 'zh-Hans': '临河县', 'zh-Hant': '臨河縣', en: 'Linhe' },
  languages: ['zh-Hans', 'zh-Hant', 'en'],
  script: 'hans',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  root: '9901',
  limits: {},
  regions: [
    region('9901', '临河县', 'Linhe'),
    region('990101', '东关镇', 'Dongguan', '9901'),
    region('990102', '西山乡', 'Xishan', '9901'),
  ],
  categories: [
    { id: 'culture', names: { 'zh-Hans': '文化', en: 'Culture' }, words: [] },
    { id: 'traffic', names: { 'zh-Hans': '交通', en: 'Traffic' }, words: [] },
  ],
  synonyms: [],
  sources: [source('county', '临河县人民政府', '9901'), source('dongguan', '东关镇人民政府', '990101')],
}

/** `number` counts hours back from `NOW`, so 1 is the newest. */
export function item(number: number, changes: Partial<Item> = {}): Item {
  const at = new Date(NOW.getTime() - number * 3_600_000).toISOString()
  return {
    id: `county-${number}`,
    source: 'county',
    publisher: '临河县融媒体中心',
    url: `https://county.example/${number}.html`,
    kind: 'news',
    type: 'report',
    title: `第${number}号消息：老桥通车`,
    excerpt: '老桥今天通车。',
    body: '老桥今天通车。\n行人请走右侧。',
    bodyHtml: '<p>老桥今天通车。</p>',
    publishedAt: at,
    dateOrigin: 'meta',
    regions: [{ code: number % 2 === 0 ? '990101' : '990102', by: 'name' }],
    categories: ['traffic'],
    positions: [],
    images: [],
    attachments: [],
    dates: [],
    flags: [],
    repair: { class: 'none', notes: [] },
    evidence: { title: 'meta:ArticleTitle' },
    firstSeenAt: at,
    changedAt: at,
    state: 'shown',
    ...changes,
  }
}

/** Markup, ends of CDATA sections and scripts, characters that XML forbids, both ends of what text can be. */
export const NASTY_TITLE = `]]>]]><script>alert("1")</script></script><!--&amp;'\u0007\u0000\u2028 ]]> \ud83c\udf8b \ufffe`

const position: Partial<Item> = {
  kind: 'job',
  type: 'position',
  parent: 'county-20',
  title: '会计',
  positions: ['2411-accountant'],
  job: {
    title: '会计',
    employer: '临河县医院',
    headcount: 2,
    pay: { min: 4000, max: 5000, period: 'month', raw: '4000-5000' },
  },
  closesAt: '2026-11-25',
}

export const ITEMS: readonly Item[] = [
  ...Array.from({ length: 15 }, (_, index) => item(index + 1)),
  item(20, { kind: 'job', type: 'notice', stage: 'open', title: '临河县医院公开招聘公告', closesAt: '2026-11-25' }),
  item(21, position),
  item(22, { ...position, title: '出纳', job: { title: '出纳', employer: '临河县医院' }, closesAt: '2026-11-20' }),
  item(30, {
    kind: 'volunteer',
    type: 'call',
    title: '招募护河志愿者',
    volunteer: { starts: '2026-11-29T09:00:00+08:00', ends: '2026-11-29T11:00:00+08:00', place: '老桥, 东头' },
  }),
  item(40, { title: NASTY_TITLE, publisher: NASTY_TITLE, url: 'javascript:alert(1)', categories: ['culture'] }),
  item(41, { title: '早已撤下', state: 'gone' }),
  item(42, { title: '等编辑看', state: 'held' }),
]
export const LISTED = ITEMS.filter(({ state }) => state === 'shown')
