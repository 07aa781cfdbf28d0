import { load } from 'cheerio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenSites, openSites } from '../open-sites.ts'
import { type Ask, ask } from '../testing/ask.ts'
import { ARTICLES } from '../testing/fixture-articles.ts'
import { type MadeSites, makeSites } from '../testing/make-sites.ts'

const FIRST_DAY = { firstDay: '2026-11-22', zone: 'Asia/Shanghai', port: 0 }
const NOON = '2026-11-22T12:00:00+08:00'

let made: MadeSites
let sites: OpenSites

beforeAll(async () => {
  made = await makeSites(ARTICLES)
  sites = await openSites(made.folder, { ...FIRST_DAY, now: () => new Date(NOON) })
})
afterAll(async () => {
  await sites.close()
  await made.remove()
})

const get = (host: string, path: string, options?: Ask) => ask(sites.port, host, path, options)

const ENCODINGS: Record<string, string> = { yy: 'gbk', xianghui: 'big5' }

/** The page's document, decoded strictly in the bytes that its host is meant to send. */
async function page(host: string, path: string) {
  const reply = await get(host, path)
  expect(reply.status, `${host}${path}`).toBe(200)
  return load(new TextDecoder(ENCODINGS[host] ?? 'utf-8', { fatal: true }).decode(reply.body))
}

const hash = '[0-9a-f]{32}'
const CASES = [
  {
    host: 'www',
    list: '/lms/bm/list_2.shtml',
    item: '.list li a',
    detail: new RegExp(`^/lms/bm/202611/${hash}\\.shtml$`),
    body: 'ucapcontent',
    date: '2026-11-03',
  },
  {
    host: 'rsj',
    list: '/zp/index.html',
    item: '.listul li a',
    detail: /^\.\/202611\/t20261119_11\.html$/,
    body: '.TRS_Editor',
    date: '2026-11-19',
  },
  {
    host: 'yy',
    list: '/xw.htm',
    item: '.winstyle1042 li a',
    detail: /^info\/1042\/31\.htm$/,
    body: '#vsb_content',
    date: '2026/11/19',
  },
  {
    host: 'job',
    list: '/news/list_1_1.html',
    item: '.newslist h4 a',
    detail: /^\/news\/newsdetail-41\.html$/,
    body: '.news_cont',
    date: '2026-11-19',
  },
  {
    host: 'zyz',
    list: '/zm/index.jhtml',
    item: '.card-title a',
    detail: /^\/zm\/51\.jhtml$/,
    body: '.content',
    date: '2026.11.19',
  },
  {
    host: 'xianghui',
    list: '/xx/index.htm',
    item: 'dl dt a',
    detail: /^n61\.htm$/,
    body: '.text',
    date: '民國115年11月19日',
  },
]

describe('the families', () => {
  it.each(CASES)('serves the list of $host in its bytes, and from its first link the article', async (family) => {
    const list = await page(family.host, family.list)
    const href = list(family.item).first().attr('href') ?? ''
    expect(href).toMatch(family.detail)
    expect(list('body').text()).toContain(family.date)
    const detail = await page(family.host, new URL(href, `http://x${family.list}`).pathname)
    expect(detail(family.body).text().trim()).not.toBe('')
    expect(detail('body').text()).toMatch(/版权|版權/)
  })

  it.each([
    ['rsj', '/zp/index_1.html'],
    ['yy', '/xw/2.htm'],
    ['yy', '/xw/1.htm'],
    ['job', '/news/list_1_2.html'],
    ['zyz', '/zm/index_2.jhtml'],
    ['xianghui', '/xx/page2.htm'],
  ])('has older list pages on %s at %s', async (host, path) => {
    expect((await page(host, path))('body').text()).toMatch(/旧闻|舊聞/)
  })

  it('counts the older list pages of a VSB site down, and links them so', async () => {
    const first = await page('yy', '/xw.htm')
    expect(first('.p_next a').attr('href')).toBe('xw/2.htm')
    expect((await page('yy', '/xw/2.htm'))('.p_next a').attr('href')).toBe('1.htm')
    expect((await get('yy', '/xw/3.htm')).status).toBe(404)
  })

  it('fills the first UCAP list from JSON that the page names, page by page', async () => {
    const list = await page('www', '/lms/bm/list.shtml')
    expect(list('#newsList li').length).toBe(0)
    const address = /listUrl = '([^']+)'/.exec(list.html())?.[1] ?? ''
    expect(address).toContain(`/search/${list('meta[name=channelId]').attr('content')}?page=1&_pageSize=10`)
    const first = JSON.parse((await get('www', address)).text).data
    const second = JSON.parse((await get('www', address.replace('page=1', 'page=2'))).text).data
    expect([first.total, first.results.length, second.results.length]).toEqual([12, 10, 2])
    expect(first.results[0]).toMatchObject({
      title: '会改的消息',
      publishedTimeStr: '2026-11-20 08:00:00',
      channelName: '部门动态',
    })
    expect((await get('www', first.results[0].url)).status).toBe(200)
  })

  it('says on a UCAP article who, where and when in the standard meta tags', async () => {
    const { data } = JSON.parse((await get('www', await jsonOf('yw'))).text)
    const detail = await page('www', data.results[0].url)
    const meta = (name: string) => detail(`meta[name="${name}"]`).attr('content')
    expect(meta('ArticleTitle')).toBe('鼓楼扶正11月27日验收')
    expect(meta('PubDate')).toBe('2026-11-19 09:05')
    expect(meta('ContentSource')).toBe('融媒体中心')
    expect(meta('SiteIDCode')).toMatch(/^990181\d{4}$/)
    expect(detail('ucapcontent').text()).toContain('2026年11月27日')
  })

  it('lays the first jpage records into a script and gives the others as XML', async () => {
    const list = await page('wlj', '/col/col1229/index.html')
    const store = list('script[type="text/xml"]').text()
    expect(store.match(/<record>/g)?.length).toBe(8)
    const next = /href="([^"]*dataproxy[^"]*)"/.exec(store)?.[1] ?? ''
    const reply = await get('wlj', next)
    expect(reply.headers['content-type']).toContain('text/xml')
    expect(reply.text.match(/<record><!\[CDATA\[/g)?.length).toBe(2)
    const href = /href="(\/art\/[^"]+)"/.exec(reply.text)?.[1] ?? ''
    expect(href).toMatch(/^\/art\/2026\/11\/\d+\/art_1229_\d+\.html$/)
    expect((await page('wlj', href))('#zoom').text()).toContain('正文第')
    expect((await get('wlj', '/module/web/jpage/dataproxy.jsp?columnid=7')).status).toBe(404)
  })

  it('escapes what an article brings into the markup, and leaves the slashes of links alone', async () => {
    const { data } = JSON.parse((await get('www', await jsonOf('zc'))).text)
    const detail = await page('www', data.results[0].url)
    expect(detail('meta[name="ArticleTitle"]').attr('content')).toBe('关于"A"与<b>的办法 & 解读')
    expect(detail('ucaptitle').text()).toBe('关于"A"与<b>的办法 & 解读')
    expect(detail.html()).toContain('href="/lms/zc/list.shtml"')
  })

  it('names the site itself where an article names no source', async () => {
    const detail = await page('rsj', '/dt/202611/t20261118_12.html')
    expect(detail('.ly').text()).toContain('来源：鹿鸣市人力资源和社会保障局')
  })

  it('writes the pager of a TRS list as a script call', async () => {
    expect((await get('rsj', '/zp/')).text).toContain('createPageHTML(2, 0, "index", "html");')
    expect((await get('rsj', '/zp/index_1.html')).text).toContain('createPageHTML(2, 1, "index", "html");')
  })
})

async function jsonOf(column: string): Promise<string> {
  const list = await page('www', `/lms/${column}/list.shtml`)
  return /listUrl = '([^']+)'/.exec(list.html())?.[1] ?? ''
}

describe('encodings', () => {
  it('declares GBK nowhere, Big5 in the meta only, UTF-8 in the header', async () => {
    const [vsb, plain, ucap] = await Promise.all([get('yy', '/'), get('xianghui', '/'), get('www', '/')])
    expect(vsb.headers['content-type']).toBe('text/html')
    expect(vsb.text.toLowerCase()).not.toContain('charset')
    expect(plain.headers['content-type']).toBe('text/html')
    expect(plain.text).toContain('charset=big5')
    expect(ucap.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it('writes what the encoding lacks as numeric references', async () => {
    const gbk = await page('yy', '/info/1042/31.htm')
    expect(gbk('#vsb_content').text()).toContain('镕与堃都来送行，😀')
    const big5 = await page('xianghui', '/xx/n61.htm')
    expect(big5('.text').text()).toContain('峯羣臺，龘')
  })
})

describe('attachments', () => {
  it('links them with their Chinese name and serves their bytes and type', async () => {
    const detail = await page('rsj', '/zp/202611/t20261119_11.html')
    const link = detail('.TRS_Editor a').first()
    expect(link.text()).toContain('岗位表.xls')
    expect(link.attr('href')).toMatch(/^\.\/P0\d+\.xls$/)
    const file = await get('rsj', `/zp/202611/${link.attr('href')?.slice(2)}`)
    expect(file.headers['content-type']).toBe('application/vnd.ms-excel')
    expect([...file.body]).toEqual([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])
  })

  it('serves a VSB download by its script and query', async () => {
    const detail = await page('yy', '/info/1043/32.htm')
    const href = detail('a[href*="download.jsp"]').attr('href') ?? ''
    const file = await get('yy', new URL(href, 'http://x/info/1043/32.htm').href.slice('http://x'.length))
    expect(file.status).toBe(200)
    expect(file.headers['content-type']).toBe('application/msword')
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('报名表.doc'))
    expect((await get('yy', '/system/_content/download.jsp?wbfileid=9')).status).toBe(404)
  })

  it('serves the pictures that a body shows', async () => {
    const src = (await page('wlj', '/art/2026/11/19/art_1229_21.html'))('#zoom img').attr('src') ?? ''
    expect((await get('wlj', src)).headers['content-type']).toBe('image/png')
  })
})

describe('the damaged portal', () => {
  const NOTE = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,7}\)/g

  it('is traditional with notes on a few characters, the same on every request', async () => {
    const detail = await page('job', '/news/newsdetail-41.html')
    const body = detail('.newstit').text() + detail('.news_cont').text()
    expect(body.match(NOTE)?.length).toBeGreaterThanOrEqual(10)
    expect(body.replace(NOTE, '')).toContain('應聘人員須熱愛公交事業，責任心強')
    expect(detail('.newsinfo').text().replace(NOTE, '')).toMatch(/^2026-11-19\|資訊來源: 鹿鳴公交\|查看: \d+$/)
  })

  it('cuts teasers after exactly 44 characters of the undamaged text', async () => {
    const list = await page('job', '/news/list_1_1.html')
    const teaser = list('.intro').first().text().replace(NOTE, '')
    expect([...teaser].length).toBe(44 + ' ...'.length)
    expect(teaser.endsWith(' ...')).toBe(true)
  })

  it('lets robots into everything but its user pages', async () => {
    expect((await get('job', '/robots.txt')).text).toBe('User-agent: *\nDisallow: /user/\n')
    expect((await get('www', '/robots.txt')).text).toBe('User-agent: *\nAllow: /\n')
  })
})
