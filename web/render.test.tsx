/** Pages as text, asked what a reader would ask. */
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import * as cheerio from 'cheerio'
import { describe, expect, it } from 'vitest'
import type { ItemSummary } from '../domain/api.ts'
import type { View } from '../domain/view.ts'
import { LANGUAGES } from '../domain/view.ts'
import { FIND_SCRIPT } from './islands/address.ts'
import { render } from './render.tsx'
import { item, NEWS } from './testing/items.ts'
import { frame, REGIONS } from './testing/town.ts'
import { answer, popularPositions, popularRegions, sampleViews } from './testing/views.ts'

/** The one script that runs, and data for machines, which does not. */
const OWN = `script[src="${FIND_SCRIPT}"]`
const DATA = 'script[type="application/ld+json"]'

const open = (view: View) => cheerio.load(render(view))
const views = sampleViews()
const at = (name: string): View => {
  const view = views[name]
  if (view === undefined) throw new Error(`no sample view ${name}`)
  return view
}
const listOf = (items: ItemSummary[], changes: object = {}): View =>
  ({
    ...frame({ url: '/news' }),
    page: 'list',
    kind: 'news',
    feed: '/news.rss',
    answer: answer(items, changes),
  }) as View

describe('every row of every list', () => {
  for (const name of ['home', 'news', 'region', 'volunteer', 'jobs', 'search']) {
    it(`shows publisher, time with zone, region and the original's host on ${name}`, () => {
      const $ = open(at(name))
      const rows = $('.row')
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows.toArray()) {
        const of = (selector: string) => $(row).find(selector)
        expect(of('.publisher').text()).toMatch(/鹿鸣|医院|社/)
        expect(of('.when time').attr('datetime')).toMatch(/^2026-11-\d\d(T\d\d:\d\d:\d\d\+08:00)?$/)
        expect(of('.when time').text()).toMatch(/11月\d+日.*UTC\+8/)
        expect(of('.place a').text()).toMatch(/市|街道|镇|乡/)
        expect(of('a.out').attr('href')).toMatch(/^http:\/\/\w+\.luming\.localhost:8788\/\d+\.html$/)
        expect(of('a.out').text()).toContain(new URL(of('a.out').attr('href') ?? '').host)
        expect(of('a.out').attr('rel')).toBe('noopener noreferrer nofollow ugc')
      }
    })
  }

  it('shows the clock of the town, not of the reader or the server', () => {
    const $ = open(listOf([item('hospital', 1, { title: 'x', publishedAt: '2026-07-01T18:30:00Z' })]))
    expect($('.when time').text()).toBe('7月2日 02:30 UTC+8')
  })

  it('shows the summer offset of a town that has one', () => {
    const $ = open({
      ...listOf([item('hospital', 1, { title: 'x', publishedAt: '2026-07-01T18:30:00Z' })]),
      town: { ...frame().town, timeZone: 'America/New_York' },
    })
    expect($('.when time').text()).toBe('7月1日 14:30 UTC-4')
  })

  it('leaves a bare day a day', () => {
    const $ = open(listOf([item('hospital', 1, { title: 'x', publishedAt: '2026-11-21' })]))
    expect($('.when time').text().replace(/\s+/g, ' ')).toBe('11月21日 UTC+8')
  })

  it('says so when the time is only that of first sight', () => {
    expect(open(listOf([item('hospital', 1, { title: 'x', estimated: true })]))('.when').text()).toContain('收录时间')
  })

  it('says so when no place is known', () => {
    expect(open(listOf([item('hospital', 1, { title: 'x', regions: [] })]))('.place').text()).toBe('地区未注明')
  })
})

describe('pins', () => {
  it('stand on top, are marked, and are not listed a second time', () => {
    const pin = { ...(NEWS[3] as ItemSummary), pinned: { until: '2026-11-30T00:00:00Z', reason: '要紧' } }
    const $ = open(listOf(NEWS, { pins: [pin] }))
    expect($('.row h3 a').first().text()).toBe(pin.title)
    expect($('.row').first().find('.seal').text()).toBe('置顶')
    expect($('.row').length).toBe(NEWS.length)
  })
})

describe('hostile content', () => {
  const EVIL = `"><script>alert(1)</script><img src=x onerror=alert(1)>\u2028</title>`
  const evil = (changes: Partial<ItemSummary> = {}) =>
    item('hospital', 9, { title: EVIL, excerpt: EVIL, publisher: EVIL, flags: [{ id: EVIL, raw: EVIL }], ...changes })
  const full = {
    ...(at('article') as Extract<View, { page: 'item' }>).item,
    ...evil(),
    bodyHtml: '',
    author: EVIL,
    evidence: { [EVIL]: EVIL },
  }

  it('stays text in a list', () => {
    const $ = open(listOf([evil()]))
    expect($('script').not(OWN).length).toBe(0)
    expect($('img').length).toBe(0)
    expect($('.row h3 a').text()).toBe(EVIL)
  })

  it('stays text on an item page, in its title and in its structured data', () => {
    const view = { ...frame(), page: 'item', item: full } as View
    const $ = open(view)
    expect($('img').length).toBe(0)
    expect($('script').not(OWN).length).toBe(1)
    expect($('h1').text()).toBe(EVIL)
    expect($('title').text()).toContain(EVIL)
    expect(JSON.parse($(DATA).text()).headline).toBe(EVIL)
    expect($(DATA).text()).not.toMatch(/[<\u2028\u2029]/)
  })

  it('stays text in a highlight, even when an engine forgot to escape', () => {
    const highlight = { title: `<img src=x onerror=alert(1)>&lt;b&gt; <mark>鼓楼</mark> &amp;lt;`, excerpt: EVIL }
    const $ = open(listOf([evil({ highlight })]))
    expect($('.row img, .row script').length).toBe(0)
    expect($('.row mark').text()).toBe('鼓楼')
    expect($('.row h3 a').text()).toBe('<img src=x onerror=alert(1)><b> 鼓楼 &lt;')
  })

  for (const url of [
    'ftp://evil.example/',
    'javascript:alert(1)',
    ' JaVa\tScript:alert(1)',
    'data:text/html,<b>',
    'vbscript:x',
    '//evil.example',
    '',
  ]) {
    it(`makes no link of ${JSON.stringify(url)}`, () => {
      const attachments = [{ name: 'a.xls', url, type: 'xls' }]
      const alsoAt = [{ source: 'x', publisher: 'y', url }]
      for (const view of [
        listOf([evil({ url })]),
        { ...frame(), page: 'item', item: { ...full, url, attachments, alsoAt } } as View,
      ]) {
        const hrefs = open(view)('a[href]')
          .toArray()
          .map((link) => link.attribs.href ?? '')
        for (const href of hrefs) expect(href).toMatch(/^(\/(?!\/)|#|https?:)/)
        expect(render(view)).not.toMatch(/href="\s*(java\s*script|data:text|vbscript)/i)
        expect(open(view)('main').text()).not.toContain('evil.example')
      }
    })
  }

  it('never shows a body that was not cleaned', () => {
    for (const bodyHtml of [
      '<p onclick="x()">a</p>',
      '<a href="javascript:x">a</a>',
      '<script>x</script>',
      '<svg><g/></svg>',
    ]) {
      const $ = open({ ...frame(), page: 'item', item: { ...full, title: 'x', bodyHtml, body: '正文' } } as View)
      expect($('.body').html()).toBe('<p>正文</p>')
    }
  })

  it('keeps the page own when the asked address is not', () => {
    const $ = open({ ...at('about'), url: '//evil.example/?lang=en' })
    expect($('link[rel=canonical]').attr('href')).toBe('/')
    for (const link of $('a').toArray()) expect(link.attribs.href ?? '').not.toContain('//evil')
  })
})

describe('addresses', () => {
  it('carry language and large print through every own link and form', () => {
    const $ = open({ ...at('jobs'), elder: true, url: '/jobs?open=1&lang=zh-Hans&elder=1' })
    const own = $('main a[href^="/"], .sections a').toArray()
    expect(own.length).toBeGreaterThan(20)
    for (const link of own.filter(({ attribs }) => !/\.(rss|atom|json|ics)/.test(attribs.href ?? '')))
      expect(link.attribs.href).toMatch(/lang=zh-Hans&elder=1$/)
    for (const form of $('form').toArray()) {
      expect($(form).find('input[name=lang]').val()).toBe('zh-Hans')
      expect($(form).find('input[name=elder]').val()).toBe('1')
    }
  })

  it('keep the other conditions when one is changed, and drop the cursor', () => {
    const $ = open(
      listOf(NEWS, {
        query: { kind: 'news', sort: 'new', limit: 20, region: '990181102', category: 'culture', cursor: 'c9' },
      }),
    )
    expect($('.choices a:contains("白鹭镇")').attr('href')).toBe('/news?region=990181101&category=culture')
    expect($('.active a').first().attr('href')).toBe('/news?category=culture')
    expect($('.pager a').first().attr('href')).toBe('/news?region=990181102&category=culture')
  })

  it('are known without display, empty fields and kind', () => {
    const $ = open({ ...at('jobs'), url: '/jobs?open=1&q=&payMin=&elder=1&lang=en' })
    expect($('link[rel=canonical]').attr('href')).toBe('/jobs?open=1')
  })

  it('lead to the feeds of the same list, a calendar only where there are dates', () => {
    const hrefs = open(at('jobs'))('link[rel=alternate]')
      .toArray()
      .map((link) => link.attribs.href)
    expect(hrefs).toEqual(['/jobs.rss?open=1', '/jobs.atom?open=1', '/jobs.json?open=1', '/jobs.ics?open=1'])
    expect(render(at('news'))).not.toContain('.ics')
  })
})

describe('filters', () => {
  it('are GET forms and links only', () => {
    for (const [name, view] of Object.entries(views)) {
      const $ = open(view)
      for (const form of $('form').toArray()) expect(form.attribs.method, name).toBeUndefined()
      for (const script of $('script').not(OWN).toArray()) expect(script.attribs.type, name).toBe('application/ld+json')
      expect($('[style], [onclick], [onchange]').length, name).toBe(0)
    }
  })

  it('offer region, position, education, pay, open only and order for jobs, and keep what was chosen', () => {
    const query = {
      kind: 'job',
      sort: 'pay',
      limit: 20,
      region: '990181100',
      position: '5414-guard',
      education: 'senior',
      payMin: 3000,
      open: true,
    }
    const $ = open({ ...(at('jobs') as object), answer: answer([], { query: query as never }) } as View)
    const form = $('.conditions')
    const chosen = Object.fromEntries(
      ['region', 'position', 'education', 'sort'].map((name) => [name, form.find(`[name=${name}]`).val()]),
    )
    expect(chosen).toEqual({ region: '990181100', position: '5414-guard', education: 'senior', sort: 'pay' })
    expect(form.find('[name=payMin]').val()).toBe('3000')
    expect(form.find('[name=open]').attr('checked')).toBeDefined()
  })

  it('offer positions that somebody offers, and the one that was chosen', () => {
    const positions = frame().positions.map((entry, index) => ({ ...entry, n: index === 1 ? 1 : 0 }))
    const query = { kind: 'job' as const, sort: 'new' as const, limit: 20, position: '5120-cook' }
    const empty = answer([], { facets: {}, query })
    const $ = open({ ...at('jobs'), positions, answer: empty } as View)
    const offered = $('[name=position] option').toArray()
    expect(offered.map((option) => option.attribs.value)).toEqual(['', '8322-driver', '5120-cook'])
  })

  it('show counts, with a plus where only the newest were counted', () => {
    expect(open(at('region'))('.choices a:contains("鼓楼街道")').text()).toBe('鼓楼街道 61')
    const $ = open(at('news'))
    expect($('.choices a:contains("鼓楼街道")').text()).toBe('鼓楼街道 61+')
    expect($('.total').text()).toBe('5,000+ 条')
    expect($('.notices').text()).toContain('不少于')
  })

  it('say what to do next when nothing is found', () => {
    const hrefs = open(at('empty'))('.empty a')
      .toArray()
      .map((link) => link.attribs.href)
    expect(hrefs).toEqual([
      '/jobs?region=990181200&position=8322-driver&payMin=9000&education=college',
      '/jobs?position=8322-driver&open=1&payMin=9000&education=college',
      '/jobs',
      '/jobs.rss?region=990181200&position=8322-driver',
    ])
  })
})

describe('the front page', () => {
  const $ = open(at('home'))
  it('has the three boxes of jobs', () => {
    expect(
      $('.box h2')
        .toArray()
        .map((box) => $(box).text()),
    ).toEqual(['热门职位', '热门地点', '地区招聘'])
    expect($('.box').last().find('a').first().attr('href')).toBe('/jobs?region=990181001')
    expect($('.boxes details').text()).toMatch(/分数 = .*9月24日.*11月22日/s)
    expect($('.boxes .all a').attr('href')).toBe('/popular')
  })
  it('names the silent source once, and since when', () => {
    expect(
      $('.notices li')
        .toArray()
        .map((notice) => $(notice).text()),
    ).toEqual(['“鹿鸣市文旅局”自 11月19日 11:00 UTC+8 起没有读到新内容，列表可能不全。'])
  })
})

describe('the rankings', () => {
  it('say in words how each place moved, on the chips too, and never by a mark alone', () => {
    const words = (name: string, selector: string) => {
      const $ = open(at(name))
      return $(selector)
        .toArray()
        .map((word) => $(word).clone().find('[aria-hidden]').remove().end().text().trim())
    }
    const all = words('popular', '.ranking .trend')
    expect(all.slice(0, 4)).toEqual(['上升', '下降', '新上榜', '持平'])
    expect(words('home', '.chips .trend').slice(0, 3)).toEqual(['上升', '下降', '新上榜'])
  })

  it('say nothing of each chip where all are new', () => {
    const values = popularPositions.values.map((one) => ({ ...one, trend: 'new' as const }))
    const $ = open({ ...at('home'), popularPositions: { ...popularPositions, values } } as View)
    expect($('.box').first().find('.trend').length).toBe(0)
  })

  it('show the figures of both windows, their days, the rule in words and as the answer has it', () => {
    const $ = open(at('popular'))
    expect($('.ranking li').first().text()).toContain('12 人、3 家单位、9 个岗位前一时段：4 人、2 家单位、3 个岗位')
    expect($('.ranking li').eq(2).text()).not.toContain('前一时段')
    expect($('#how').text()).toMatch(/9月24日.*11月22日.*7月26日.*9月23日/s)
    expect($('#how code').first().text()).toBe(popularPositions.formula)
    expect($('#how code').last().text()).toContain('score = headcount;')
  })

  it('lead to what can be applied for, in the place that was asked about', () => {
    const view = { ...at('popular'), region: '990181102' } as View
    const $ = open(view)
    expect($('h1').text()).toContain('石桥镇')
    expect($('.ranking a').first().attr('href')).toBe('/jobs?region=990181102&position=5414-guard&open=1')
    expect($('nav [aria-current=page]').text()).toBe('石桥镇')
  })

  it('claim no trend where none is known', () => {
    const values = popularPositions.values.map(({ trend: _, ...rest }) => rest)
    const $ = open({ ...at('popular'), popularPositions: { ...popularPositions, values } } as View)
    expect($('section').first().find('.trend').length).toBe(0)
  })
})

describe('a search that the reserve index answered', () => {
  it('says so in every language', () => {
    const said = LANGUAGES.map((language) => open(sampleViews({ language }).search as View)('.notices').text())
    expect(said[0]).toContain('备用索引')
    expect(said[1]).toContain('備用索引')
    expect(said[2]).toContain('reserve index')
  })
})

describe('a search', () => {
  it('can be put in the order of what fits best, with its conditions kept', () => {
    const view = at('search') as Extract<View, { page: 'search' }>
    const query = { ...view.answer.query, sort: 'new' as const, region: '990181102' }
    const $ = open({ ...view, answer: { ...view.answer, query } } as View)
    const orders = $('nav[aria-label=排序]')
    expect(orders.find('[aria-current]').text()).toBe('最新发布')
    const address = new URL(orders.find('a').last().attr('href') ?? '', 'http://localhost')
    expect(Object.fromEntries(address.searchParams)).toEqual({ region: '990181102', q: '鼓楼', sort: 'relevance' })
  })
})

describe('a search for more than the words asked', () => {
  it('says for which, and each leads to a search of its own', () => {
    const $ = open(at('search'))
    expect($('.also').text()).toBe('同时搜了：钟鼓楼、更楼')
    expect($('.also a').last().attr('href')).toBe(`/search?q=${encodeURIComponent('更楼')}`)
    expect(open(at('news'))('.also').length).toBe(0)
  })
})

describe('suggestions', () => {
  const told = (view: View) => JSON.parse(open(view)('#find').attr('data-suggest') ?? '')
  it('lead where a filter would, in this language and size', () => {
    expect(told({ ...at('about'), url: '/about?elder=1&lang=zh-Hans' } as View).kinds).toEqual({
      position: { name: '职位', href: '/jobs?open=1&lang=zh-Hans&elder=1&position={}' },
      region: { name: '地区', href: '/search?lang=zh-Hans&elder=1&region={}' },
      category: { name: '类别', href: '/news?lang=zh-Hans&elder=1&category={}' },
      employer: { name: '单位', href: '/jobs?open=1&lang=zh-Hans&elder=1&q={}' },
      item: { name: '内容', href: '/items/{}?lang=zh-Hans&elder=1' },
    })
  })
  it('come by one script of less than 6 kB, kept under the name that pages ask for', () => {
    const file = new URL(`./public${FIND_SCRIPT}`, import.meta.url)
    expect(brotliCompressSync(readFileSync(file)).length).toBeLessThan(6_144)
  })
})

describe('an item page', () => {
  const $ = open(at('notice'))
  it('links to the original and shows its host', () => {
    expect($('a.button').attr('href')).toBe('http://yy.luming.localhost:8788/88.html')
    expect($('a.button').text()).toContain('yy.luming.localhost:8788')
  })
  it('lists positions, dates, files, changes, reasons and other places', () => {
    expect($('.positions tbody tr').length).toBe(3)
    expect($('.fact-sheet q').first().text()).toContain('报名时间')
    expect($('.files a').first().text()).toBe('岗位表.xls')
    expect($('.versions li').first().text()).toContain('改动：附件、日期')
    expect($('.why').text()).toContain('meta:ArticleTitle')
    expect($('.files a').last().text()).toBe('鹿鸣市人力资源和社会保障局')
  })
  it('names the site of a copy that names the publisher it was taken from', () => {
    const view = at('notice') as Extract<View, { page: 'item' }>
    const copy = { source: 'job-portal', publisher: view.item.publisher, url: 'https://job.example/1' }
    const shown = open({ ...view, item: { ...view.item, alsoAt: [copy] } } as View)
    expect(shown('.files a').last().text()).toBe('鹿鸣人才网')
  })
  it('shows the notices of the recruitment in time order, which of them this is, and where it stands now', () => {
    const stages = $('.thread li')
      .toArray()
      .map((entry) => $(entry).find('.stage').text())
    expect(stages).toEqual(['报名', '补充更正', '笔试'])
    expect($('.thread [aria-current=page]').text()).toContain('本页')
    expect($('.thread [aria-current=page] a').length).toBe(0)
    expect($('.thread .now').text()).toContain('当前阶段')
    expect($('.thread .now a').attr('href')).toBe('/items/hospital-k3k3ka')
    expect($('[aria-current=step]').text()).toContain('笔试')
    expect(open(at('article'))('.thread').length).toBe(0)
  })
  it('says on a call which amendment moved its end, and what the call itself states', () => {
    const note = $('.item-side .note').first()
    expect(note.text()).toContain('报名截止时间已改为 11月30日 17:00 UTC+8')
    expect(note.text()).toContain('原公告为 11月28日')
    expect(note.find('a').attr('href')).toBe('/items/hospital-k3k3k9')
  })
  it('says that a call was given up, that it is closed, and which notice says so', () => {
    const page = open(at('given-up'))
    expect(page('.status').text()).toBe('已截止')
    expect(page('.item-side .note').text()).toContain('这次招聘已经终止')
    expect(page('.item-side .note a').attr('href')).toBe('/items/labour-bureau-k3k372')
    expect(page('.steps').length).toBe(0)
  })
  it('says that a table of positions could not be read, and links the file', () => {
    const note = open(at('given-up'))('.item-main .note')
    expect(note.text()).toContain('岗位表没能读出来')
    expect(note.find('a').attr('href')).toBe('http://rsj.luming.localhost:8788/files/71.xls')
    expect($('.item-main .note').text()).not.toContain('岗位表没能读出来')
  })
  it('marks what was read without encryption, and nothing that was not', () => {
    const view = at('notice') as Extract<View, { page: 'item' }>
    expect($('.byline').text()).toContain('未加密')
    const safe = { ...view, item: { ...view.item, url: 'https://yy.luming.localhost/88.html' } } as View
    expect(open(safe)('.byline').text()).not.toContain('未加密')
    expect(open(at('given-up'))('.byline').text()).not.toContain('未加密')
    const sources = open(at('sources'))
    const marked = sources('.plain-http')
      .closest('h2')
      .toArray()
      .map((heading) => sources(heading).find('a').text())
    expect(marked).toEqual(['鹿鸣市人民医院'])
  })
  it('quotes what raised a note without judging it', () => {
    expect($('.note li').first().text()).toBe('写有性别要求 夜班保安，限男性')
  })
  it('tells machines of an open position, and of none that is closed', () => {
    const job = at('job') as Extract<View, { page: 'item' }>
    const posting = JSON.parse(open(job)(DATA).text())
    expect(posting).toMatchObject({
      '@type': 'JobPosting',
      totalJobOpenings: 12,
      directApply: false,
      baseSalary: { currency: 'CNY' },
    })
    expect(open({ ...job, item: { ...job.item, open: false } } as View)(DATA).length).toBe(0)
  })
  it('tells since when a posting stands, how often it came again, and what its source leaves out', () => {
    const job = at('job') as Extract<View, { page: 'item' }>
    const told = (language: (typeof LANGUAGES)[number], change = {}) => {
      const posting = {
        lastSeenOn: '2026-11-21',
        reposts: { times: 3, firstOn: '2026-05-01' },
        completeness: { stated: ['employer' as const], missing: ['work' as const, 'pay' as const] },
      }
      const $ = open({ ...job, language, item: { ...job.item, ...posting, ...change } } as View)
      const facts = $('.item-main dl > div').toArray()
      return facts.map((fact) => [$(fact).find('dt').text(), $(fact).find('dd').text()].join('：'))
    }
    const chinese = told('zh-Hans')
    expect(chinese).toContain('来源未写明：工作内容、基本薪酬')
    expect(chinese.join('\n')).toMatch(/首次出现：5月1日.*，已重复发布 3 次/)
    expect(chinese.join('\n')).toMatch(/最近一次见到：11月21日/)
    expect(told('zh-Hant')).toContain('來源未寫明：工作內容、基本薪酬')
    expect(told('en')).toContain('The source does not state：what the work is, basic pay')
    expect(told('en', { reposts: { times: 1, firstOn: '2026-05-01' } }).join('\n')).toContain('published again once')
    const complete = told('zh-Hans', { completeness: { stated: [], missing: [] }, reposts: undefined }).join('\n')
    expect(complete).not.toMatch(/来源未写明|首次出现|重复发布/)
  })
  it('keeps lists of people to their title, out of search engines', () => {
    const names = open(at('names'))
    expect(names('meta[name=robots]').attr('content')).toBe('noindex')
    expect(names('.body').length).toBe(0)
    expect(names('.item-main').text()).toContain('名单')
  })
  it('says that a deadline is not given rather than guess one', () => {
    const job = at('job') as Extract<View, { page: 'item' }>
    const { closesAt: _none, ...without } = job.item
    expect(open({ ...job, item: without } as View)('.status').text()).toBe('截止日期未注明')
  })
  it('calls what is past closed, and a bare day open until its end', () => {
    const job = at('job') as Extract<View, { page: 'item' }>
    const { open: _unsaid, ...item } = job.item
    const status = (closesAt: string) => open({ ...job, item: { ...item, closesAt } } as View)('.status').text()
    expect(status('2026-11-21')).toBe('已截止')
    expect(status('2026-11-22')).toContain('今天截止')
    expect(status('2026-11-22T09:00:00+08:00')).toBe('已截止')
  })
})

describe('the document', () => {
  for (const language of LANGUAGES) {
    it(`has language, landmarks, one h1, a way past the head and no hole in its words in ${language}`, () => {
      for (const [name, view] of Object.entries(sampleViews({ language }))) {
        const $ = open(view)
        expect($('html').attr('lang'), name).toBe(language)
        expect($('h1').length, name).toBe(1)
        expect($('header, main, footer').length, name).toBe(3)
        expect($('a').first().attr('href'), name).toBe('#main')
        expect($('body').text(), name).not.toMatch(/undefined|\[object|NaN|\{\w+\}/)
      }
    })
  }
  it('puts style and data under the nonce of the page', () => {
    const $ = open(at('article'))
    for (const element of $('style, script').toArray()) expect(element.attribs.nonce).toBe(frame().nonce)
  })
})

describe('before a town is loaded', () => {
  it('a page can still say what went wrong', () => {
    const none = { code: '', names: {}, level: 'city', n: 0, children: [] }
    const town = { slug: '', names: {}, timeZone: 'UTC', currency: 'XXX', root: '' }
    const $ = open({ ...at('problem'), town, regions: none, categories: [], positions: [], sources: {} })
    expect($('title').text()).toBe('这一页打不开 · 鼓楼')
    expect($('.town').length).toBe(0)
  })
})

describe('weight', () => {
  const brotli = (html: string) => brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
  const values = Array.from({ length: 25 }, (_, index) => ({
    value: `v${index}`,
    names: { 'zh-Hans': `职业第${index}类` },
    n: 900 - 7 * index,
  }))

  it('of a list with 20 items and 56 filter values stays within 10 kB of brotli, style included', () => {
    const facets = { ...answer([]).facets, category: values, position: values }
    const list = render(listOf(NEWS, { facets, next: 'c2' }))
    const jobs = render({
      ...(at('jobs') as object),
      answer: answer(
        NEWS.map((one) => ({ ...one, kind: 'job' as const })),
        { facets },
      ),
      popularPositions,
      popularRegions,
    } as View)
    expect(REGIONS.children.length + 2 * values.length).toBe(56)
    expect(brotli(list)).toBeLessThan(10_240)
    expect(brotli(jobs)).toBeLessThan(10_240)
  })

  it('of every sample page stays within it too', () => {
    for (const [name, view] of Object.entries(views)) expect(brotli(render(view)), name).toBeLessThan(10_240)
  })
})
