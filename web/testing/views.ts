/** One view of every page, for tests and for looking at. */
import type {
  FacetValue,
  ItemResponse,
  ItemSummary,
  ItemsResponse,
  PopularResponse,
  SourceHealth,
  ThreadEntry,
} from '../../domain/api.ts'
import { popularFormula, scoreOf, trendOf } from '../../domain/popularity.ts'
import type { Frame, View } from '../../domain/view.ts'
import { CALLS, item, JOBS, NEWS, PIN } from './items.ts'
import { CATEGORIES, frame, POSITIONS, REGIONS, SOURCES } from './town.ts'

const facet = (entries: { value: string; names: FacetValue['names'] }[]): FacetValue[] =>
  entries.map((entry, index) => ({ ...entry, n: 61 - 3 * index }))

export function answer(items: ItemSummary[], changes: Partial<ItemsResponse> = {}): ItemsResponse {
  return {
    items,
    total: { n: items.length, exact: true },
    facets: {
      region: facet(REGIONS.children.map(({ code, names }) => ({ value: code, names }))),
      category: facet(CATEGORIES.map(({ id, names }) => ({ value: id, names }))),
      position: facet(POSITIONS.map(({ id, names }) => ({ value: id, names }))),
      source: facet(Object.entries(SOURCES).map(([slug, { names }]) => ({ value: slug, names }))),
      kind: (['news', 'job', 'volunteer'] as const).map((value, index) => ({ value, names: {}, n: 40 - index })),
      stage: (['open', 'interview', 'publication'] as const).map((value, index) => ({
        value,
        names: {},
        n: 9 - index,
      })),
    },
    pins: [],
    notices: [],
    query: { sort: 'new', limit: 20 },
    ...changes,
  }
}

const popular = (
  by: PopularResponse['by'],
  values: { value: string; names: FacetValue['names'] }[],
): PopularResponse => ({
  by,
  formula: popularFormula(by, 30),
  window: { from: '2026-09-24', to: '2026-11-22' },
  windowBefore: { from: '2026-07-26', to: '2026-09-23' },
  values: values.map((entry, index) => {
    const now = { headcount: 12 - index, employers: 3, items: 9 - index }
    const then = BEFORE[index % BEFORE.length] ?? now
    return {
      ...entry,
      ...now,
      score: scoreOf(by, now),
      before: { ...then, score: scoreOf(by, then) },
      trend: trendOf(by, now, then),
    }
  }),
})
/** One of each trend, in turn. */
const BEFORE = [
  { headcount: 4, employers: 2, items: 3 },
  { headcount: 30, employers: 4, items: 12 },
  { headcount: 0, employers: 0, items: 0 },
  { headcount: 9, employers: 3, items: 5 },
]
export const popularPositions = popular(
  'position',
  POSITIONS.slice(0, 8).map(({ id, names }) => ({ value: id, names })),
)
export const popularRegions = popular(
  'region',
  REGIONS.children.slice(0, 4).map(({ code, names }) => ({ value: code, names })),
)

const popularEmployers = popular(
  'employer',
  ['鹿鸣市人民医院', '白鹭镇中心小学', '石桥豆腐合作社', '松岭林场'].map((name) => ({
    value: name,
    names: { 'zh-Hans': name },
  })),
)

const HEALTH: SourceHealth[] = Object.entries(SOURCES).map(([slug, { names, official }], index) => ({
  slug,
  names,
  official,
  home: `http://${slug}.luming.localhost:8788/`,
  region: '990181',
  state: (['ok', 'ok', 'silent', 'failing', 'ok', 'new'] as const)[index] ?? 'ok',
  items: 312 - 50 * index,
  ...(index < 5 && { lastOkAt: index === 2 ? '2026-11-19T03:00:00.000Z' : '2026-11-22T02:00:00.000Z' }),
  ...(index < 5 && { lastTryAt: '2026-11-22T02:00:00.000Z' }),
  ...(index === 3 && { lastError: '连接超时（20 秒）' }),
}))

const response = (summary: ItemSummary, changes: Partial<ItemResponse> = {}): ItemResponse => ({
  ...summary,
  body: summary.excerpt,
  bodyHtml: '',
  dateOrigin: 'meta',
  images: [],
  attachments: [],
  dates: [],
  evidence: {
    title: 'meta:ArticleTitle',
    publishedAt: 'meta:PubDate',
    regions: 'title:鼓楼街道',
    categories: 'rule:culture 扶正',
  },
  repair: { class: 'none', notes: [] },
  firstSeenAt: '2026-11-22T01:10:00.000Z',
  changedAt: '2026-11-22T01:10:00.000Z',
  versions: [{ no: 1, at: '2026-11-22T01:10:00.000Z', changed: [], title: summary.title }],
  alsoAt: [],
  thread: [],
  children: [],
  ...changes,
})

/** A recruitment notice in full: table, dates, attachments, versions, flags. */
const NOTICE: ItemResponse = response(
  item('hospital', 88, {
    kind: 'job',
    type: 'notice',
    stage: 'open',
    title: '鹿鸣市人民医院新院区2026年公开招聘工作人员公告',
    excerpt: '因新院区启用，面向社会公开招聘护士、保安、厨师、会计等工作人员十八名。',
    publishedAt: '2026-11-20T16:00:00+08:00',
    regions: [{ code: '990181002', by: 'name' }],
    closesAt: '2026-11-30T17:00:00+08:00',
    open: true,
    flags: [
      { id: 'sex', raw: '夜班保安，限男性' },
      { id: 'age', raw: '年龄在35周岁以下' },
    ],
  }),
  {
    author: '院办公室',
    attachments: [{ name: '岗位表.xls', url: 'http://yy.luming.localhost:8788/files/gangwei.xls', type: 'xls' }],
    dates: [
      {
        what: 'registration',
        from: '2026-11-23',
        to: '2026-11-30T17:00:00+08:00',
        raw: '报名时间：11月23日至11月30日17:00',
      },
      { what: 'exam', from: '2026-12-06T09:00:00+08:00', raw: '笔试时间：12月6日上午9:00' },
      { what: 'publication', from: '2026-12-18', to: '2026-12-24', raw: '公示期为12月18日至24日' },
    ],
    repair: { class: 'A', notes: [{ offset: 12, removed: '(shū)', class: 'A' }] },
    versions: [
      {
        no: 2,
        at: '2026-11-21T08:00:00.000Z',
        changed: ['attachments', 'dates'],
        title: '鹿鸣市人民医院新院区2026年公开招聘工作人员公告',
      },
      { no: 1, at: '2026-11-20T08:10:00.000Z', changed: [], title: '鹿鸣市人民医院新院区招聘公告' },
    ],
    alsoAt: [
      {
        source: 'labour-bureau',
        publisher: '鹿鸣市人力资源和社会保障局',
        url: 'http://rsj.luming.localhost:8788/901.html',
      },
    ],
    evidence: {
      title: 'meta:ArticleTitle',
      publishedAt: 'infoline',
      kind: 'rule:notice 公开招聘',
      stage: 'rule:open 招聘',
      regions: 'body:河湾街道',
      jobs: 'table:0 rows 2-5',
      closesAt: 'range:报名时间',
      flags: 'rule:sex 限男性',
    },
    children: JOBS.filter(({ source }) => source === 'hospital'),
  },
)
NOTICE.thread = [
  NOTICE,
  {
    id: 'hospital-k3k3k9',
    stage: 'amendment',
    title: '鹿鸣市人民医院2026年公开招聘工作人员更正公告（报名延长，夜班保安不限性别）',
    publishedAt: '2026-11-21T15:00:00+08:00',
    url: 'http://yy.luming.localhost:8788/89.html',
  },
  {
    id: 'hospital-k3k3ka',
    stage: 'exam',
    title: '鹿鸣市人民医院2026年公开招聘笔试准考证打印通知',
    publishedAt: '2026-11-22',
    url: 'http://yy.luming.localhost:8788/90.html',
  },
].map(({ id, stage, title, publishedAt, url }) => ({ id, stage, title, publishedAt, url }) as ThreadEntry)
NOTICE.extended = { by: 'hospital-k3k3k9', from: '2026-11-28' }

/** A call that was given up, whose table nobody could open. */
const GIVEN_UP: ItemResponse = response(
  item('labour-bureau', 71, {
    kind: 'job',
    type: 'notice',
    stage: 'open',
    title: '石桥镇2026年公开招聘社区工作者公告',
    excerpt: '面向社会公开招聘社区工作者六名，岗位见附件。',
    publishedAt: '2026-11-10T09:00:00+08:00',
    closesAt: '2026-12-02T18:00:00+08:00',
    open: false,
  }),
  {
    attachments: [
      { name: '岗位表.xls', url: 'http://rsj.luming.localhost:8788/files/71.xls', type: 'xls', problem: 'password' },
    ],
    evidence: { positions: 'unparsed: password' },
    cancelledBy: 'labour-bureau-k3k372',
  },
)
GIVEN_UP.thread = [
  { ...GIVEN_UP, stage: 'open' as const },
  {
    id: 'labour-bureau-k3k372',
    stage: 'cancelled' as const,
    title: '关于取消石桥镇2026年社区工作者招聘的公告',
    publishedAt: '2026-11-18',
    url: 'http://rsj.luming.localhost:8788/72.html',
  },
].map(({ id, stage, title, publishedAt, url }) => ({ id, stage, title, publishedAt, url }))
const JOB_ITEM = response(
  { ...(JOBS[0] as ItemSummary), parent: NOTICE.id },
  {
    job: {
      ...(JOBS[0]?.job ?? { title: '护士' }),
      code: '0103',
      degree: '不限',
      opens: '2026-11-23',
      closes: '2026-11-30T17:00:00+08:00',
      conditions: '持护士执业资格证',
      apply: '填报名表，发到报名邮箱',
      contact: '0999-2100218',
      region: '990181002',
      sheet: '岗位表.xls',
      row: 3,
      raw: { 岗位: '护士', 人数: '12', 学历: '大专及以上', 专业: '护理学、助产', 薪酬: '4500-6500元/月' },
    },
    evidence: { title: 'table:0 row 3', job: 'table:0 row 3', positions: 'rule:2221-nurse 护士', closesAt: 'parent' },
  },
)
const ARTICLE = response(NEWS[0] as ItemSummary, {
  bodyHtml: `<p>十一月二十二日上午，鼓楼扶正工程指挥部通报，工程进入第二阶段，楼体倾角由四度减至三度六。</p><p>“慢一点，稳一点。”工程师说，“它斜了一百多年，不差这几天。”</p><h3>半度之争</h3><p>要不要留下“半度”，市民意见不一。赞成的说，不斜就不是咱们的鼓楼；反对的说，斜着打鼓，鼓槌老往一边跑。</p><ul><li>纸质票：各街镇便民网点</li><li>电话：0999-2100110</li></ul>`,
  author: '记者 何苦',
  images: ['http://www.luming.localhost:8788/a.jpg'],
})

const view = <Page extends View['page']>(page: Page, rest: object, changes: Partial<Frame> = {}): View =>
  ({ ...frame(changes), page, ...rest }) as unknown as View

const SILENT = { code: 'source_silent', source: 'culture-bureau', since: '2026-11-19T03:00:00.000Z' } as const

/** By file name of the picture; `changes` are laid over every frame. */
export function sampleViews(changes: Partial<Frame> = {}): Record<string, View> {
  const at = (url: string): Partial<Frame> => ({
    ...changes,
    url: changes.elder ? `${url}${url.includes('?') ? '&' : '?'}elder=1` : url,
  })
  const kind = (name: 'news' | 'job' | 'volunteer') => ({ kind: name, sort: 'new' as const, limit: 20 })
  return {
    home: view(
      'home',
      {
        news: answer(NEWS.slice(0, 10), { pins: [PIN], notices: [SILENT], query: kind('news') }),
        jobs: answer(JOBS.slice(0, 8), { notices: [SILENT], query: kind('job') }),
        volunteer: answer(CALLS, { query: kind('volunteer') }),
        popularPositions,
        popularRegions,
        stats: {
          items: { news: 1204, job: 96, volunteer: 31 },
          openJobs: 48,
          openHeadcount: 127,
          sources: { ok: 5, all: 6 },
          newestAt: '2026-11-22T01:05:00.000Z',
        },
      },
      at('/'),
    ),
    news: view(
      'list',
      {
        kind: 'news',
        feed: '/news.rss',
        answer: answer(NEWS, {
          pins: [PIN],
          notices: [SILENT, { code: 'facets_partial' }],
          total: { n: 5000, exact: false },
          next: 'c2',
          query: kind('news'),
        }),
      },
      at('/news'),
    ),
    region: view(
      'list',
      {
        kind: 'news',
        feed: '/news.rss?region=990181102',
        answer: answer(
          NEWS.filter((one) => one.regions[0]?.code === '990181102'),
          { query: { ...kind('news'), region: '990181102', category: 'safety' } },
        ),
      },
      at('/news?region=990181102&category=safety'),
    ),
    volunteer: view(
      'list',
      { kind: 'volunteer', feed: '/volunteer.rss', answer: answer(CALLS, { query: kind('volunteer') }) },
      at('/volunteer'),
    ),
    jobs: view(
      'jobs',
      {
        feed: '/jobs.rss?open=1',
        answer: answer(JOBS, { query: { ...kind('job'), open: true }, total: { n: 48, exact: true }, next: 'c2' }),
        popularPositions,
        popularRegions,
      },
      at('/jobs?open=1'),
    ),
    empty: view(
      'jobs',
      {
        feed: '/jobs.rss?region=990181200&position=8322-driver',
        answer: answer([], {
          facets: {},
          query: {
            ...kind('job'),
            open: true,
            region: '990181200',
            position: '8322-driver',
            payMin: 9000,
            education: 'college',
          },
        }),
        popularPositions,
        popularRegions,
      },
      at('/jobs?region=990181200&position=8322-driver&open=1&payMin=9000&education=college'),
    ),
    search: view(
      'search',
      {
        feed: '/search.rss?q=%E9%BC%93%E6%A5%BC',
        answer: answer(
          [NEWS[0], NEWS[11], NEWS[19], JOBS[3], CALLS[0]].flatMap((one) => (one ? [marked(one, '鼓楼')] : [])),
          {
            query: { sort: 'relevance', limit: 20, q: '鼓楼' },
            total: { n: 5, exact: true },
            notices: [{ code: 'engine_down' }],
            alsoSearched: ['钟鼓楼', '更楼'],
          },
        ),
      },
      at('/search?q=%E9%BC%93%E6%A5%BC'),
    ),
    popular: view('popular', { popularPositions, popularRegions, popularEmployers }, at('/popular')),
    article: view('item', { item: ARTICLE }, at(`/items/${ARTICLE.id}`)),
    notice: view('item', { item: NOTICE }, at(`/items/${NOTICE.id}`)),
    'given-up': view('item', { item: GIVEN_UP }, at(`/items/${GIVEN_UP.id}`)),
    job: view('item', { item: JOB_ITEM, parent: NOTICE }, at(`/items/${JOB_ITEM.id}`)),
    call: view('item', { item: response(CALLS[0] as ItemSummary) }, at(`/items/${CALLS[0]?.id}`)),
    names: view(
      'item',
      {
        item: response(
          item('labour-bureau', 61, {
            kind: 'job',
            type: 'names',
            stage: 'publication',
            title: '2026年鹿鸣市事业单位拟聘用人员公示',
          }),
        ),
      },
      at('/items/labour-bureau-61'),
    ),
    sources: view('sources', { health: HEALTH }, at('/sources')),
    about: view('about', {}, at('/about')),
    problem: view(
      'problem',
      { problem: { type: 'about:blank', title: 'Not Found', status: 404, code: 'not_found' } },
      at('/items/nothing'),
    ),
  }
}

const marked = (one: ItemSummary, words: string): ItemSummary => ({
  ...one,
  highlight: {
    title: one.title.replaceAll(words, `<mark>${words}</mark>`),
    excerpt: (one.excerpt || (one.job?.place ?? '')).replaceAll(words, `<mark>${words}</mark>`),
  },
})
