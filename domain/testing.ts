/** A made-up town and empty articles for the tests of every room. Nothing in it exists. */
import type { Article } from './page.ts'
import type { Region, Source, Town } from './town.ts'

function region(code: string, level: Region['level'], name: string, rest: Partial<Region> = {}): Region {
  return { code, level, names: { 'zh-Hans': name }, aliases: [], former: [], landmarks: [], exclude: [], ...rest }
}

const testRegions: Region[] = [
  region('990200', 'city', '青石市', {
    aliases: ['青石'],
    former: [{ name: '东岭地区', until: '1993-07-10' }],
    exclude: ['青石板', '青石子'],
  }),
  region('990202', 'county', '河东区', {
    parent: '990200',
    aliases: ['河东'],
    landmarks: ['鼓楼广场'],
    former: [{ name: '旧城区', until: '2018-02-09' }],
  }),
  region('990221', 'county', '云溪县', {
    parent: '990200',
    aliases: ['云溪'],
    landmarks: ['云溪瀑布', '望云山'],
    exclude: ['云溪酒店'],
  }),
  region('990222', 'county', '白羊县', { parent: '990200', aliases: ['白羊'], exclude: ['白羊座'] }),
  region('990223', 'county', '长亭县', {
    parent: '990200',
    aliases: ['长亭'],
    former: [{ name: '长亭堡县', until: '2018-02-09' }],
  }),
]

export const testSource: Source = {
  slug: 'qingshi-news',
  names: { 'zh-Hans': '青石新闻网' },
  home: 'https://news.qingshi.example/',
  region: '990200',
  lists: [],
  everyMinutes: 60,
  official: false,
  whitelisted: 'unknown',
  licence: 'excerpt',
  enabled: true,
  seen: 'seen',
  allowHttp: false,
  hosts: [],
  correct: {},
}

const category = (id: string, name: string, words: string) => ({
  id,
  names: { 'zh-Hans': name },
  words: words.split(' '),
})

export const testTown: Town = {
  slug: 'qingshi',
  names: { 'zh-Hans': '青石' },
  languages: ['zh-Hans', 'zh-Hant', 'en'],
  script: 'hans',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  country: 'CN',
  root: '990200',
  limits: {},
  regions: testRegions,
  categories: [
    category('politics', '时政', '市委 市政府 会议 调研'),
    category('livelihood', '民生', '社区 供热 停水'),
    category('economy', '经济', '项目 招商 企业 营商环境'),
    category('health', '健康', '医保 医院 集采'),
    category('environment', '环境', '生态 环境 绿化'),
    category('volunteer', '志愿', '志愿 义务 公益'),
    category('jobs', '就业', '招聘 就业'),
    category('notice', '公告', '公告 公示 通知'),
  ],
  synonyms: [],
  sources: [testSource],
}

/** An article with only what a test says. */
export function testArticle(parts: Partial<Article> = {}): Article {
  return {
    url: 'https://news.qingshi.example/a/1.html',
    title: '',
    body: '',
    bodyHtml: '',
    images: [],
    attachments: [],
    tables: [],
    evidence: {},
    ...parts,
  }
}
