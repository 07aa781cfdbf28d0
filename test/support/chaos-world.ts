/**
 * A made-up region of sites that publish, edit, move and remove for thirty days, the same for every run of a seed. What
 * they answer at a moment is a pure function of the moment; troubles are laid over it elsewhere.
 */
import type { Answer } from '../../crawler/fetch/exchange.ts'
import { testSource } from '../../crawler/testing/town.ts'
import type { Source } from '../../domain/town.ts'
import { seededRandom } from './random.ts'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS
export const START = Date.parse('2026-11-01T00:10:00Z')
const PORT = 80

interface Story {
  no: number
  path: string
  title: string
  at: number
  text: string
  /** From then on it says so. */
  editedAt?: number
  /** From then on its address answers 404 and no list shows it. */
  removedAt?: number
  /** From then on its old address leads there for good. */
  moved?: { at: number; path: string }
}

export interface Site {
  slug: string
  host: string
  stories: Story[]
}

const PLACES = ['城东', '城西', '河湾', '石桥', '北关', '南门', '东山', '西塘', '柳巷', '古渡']
const THINGS = [
  '供水管网',
  '公交线路',
  '图书馆',
  '社区食堂',
  '中心小学',
  '卫生院',
  '文化馆',
  '农贸市场',
  '体育公园',
  '敬老院',
]
const DEEDS = [
  '今日启用',
  '完成检修',
  '延长开放',
  '举办讲座',
  '公布安排',
  '征求意见',
  '通过验收',
  '恢复运行',
  '扩建开工',
  '接受捐赠',
]
const PER_PAGE = 8

const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

export function makeWorld(seed: number, sites: number, days: number): Site[] {
  return Array.from({ length: sites }, (_, at) => makeSite(seededRandom(seed * 1_000 + at), at, days))
}

function makeSite(random: () => number, no: number, days: number): Site {
  const slug = `site${no}`
  const old = Array.from({ length: 10 }, () => START - Math.floor(random() * 20) * DAY_MS - HOUR_MS)
  const later = Array.from({ length: days }, (_, day) => START + day * DAY_MS + Math.floor(random() * 24) * HOUR_MS)
  const burst = Array.from({ length: 30 }, () => START + (9 + no) * DAY_MS)
  const moments = [...old, ...later.filter(() => random() < 0.6), ...(no % 4 === 0 ? burst : [])].sort((a, b) => a - b)
  return { slug, host: `${slug}.localhost`, stories: moments.map((at, story) => makeStory(random, no, story, at)) }
}

function makeStory(random: () => number, site: number, no: number, at: number): Story {
  const title = `${pick(random, PLACES)}${pick(random, THINGS)}${pick(random, DEEDS)}第${site * 1_000 + no}号`
  const text = Array.from(
    { length: 4 },
    (_, line) =>
      `${title}第${line + 1}段：${pick(random, PLACES)}居民${Math.floor(random() * 900 + 100)}人参加，${pick(random, THINGS)}负责人介绍，${pick(random, DEEDS)}的日期为${Math.floor(random() * 27 + 1)}日，详情请到现场了解。`,
  ).join('\n')
  const day = new Date(at).toISOString().slice(0, 10).replaceAll('-', '')
  const path = `/xw/${day.slice(0, 6)}/t${day}_${no}.html`
  const fate = random()
  const when = Math.max(at, START) + Math.floor(2 + random() * 6) * DAY_MS
  return {
    no,
    path,
    title,
    at,
    text,
    ...(fate < 0.15 && { editedAt: when }),
    ...(fate > 0.93 && { removedAt: when }),
    ...(fate > 0.85 && fate < 0.9 && { moved: { at: when, path: path.replace('/xw/', '/xw2/') } }),
  }
}

export function worldSources(sites: readonly Site[]): Source[] {
  return sites.map(({ slug }) => {
    const source = testSource(slug, PORT)
    return {
      ...source,
      allowHttp: true,
      official: true,
      lists: source.lists.map((list) => ({ ...list, kind: 'news' as const })),
    }
  })
}

/** Newest first. */
function standing({ stories }: Site, now: number): Story[] {
  return stories.filter(({ at, removedAt }) => at <= now && (removedAt ?? Number.POSITIVE_INFINITY) > now).reverse()
}

function textOf({ text, editedAt }: Story, now: number): string {
  return editedAt !== undefined && editedAt <= now ? `${text}\n更正：以上时间顺延一日。` : text
}

/** Where it stands now. */
function pathOf({ path, moved }: Story, now: number): string {
  return moved && moved.at <= now ? moved.path : path
}

export function answerHtml(html: string, etag?: string): Answer {
  const headers = { 'content-type': 'text/html; charset=utf-8', ...(etag !== undefined && { etag }) }
  return { status: 200, headers, body: new TextEncoder().encode(html) }
}

export function statusOf(status: number, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: new Uint8Array() }
}

const dayOf = (at: number) => new Date(at + 8 * HOUR_MS).toISOString().slice(0, 10)
const frame = (title: string, inner: string) =>
  `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}-试县人民政府</title></head><body><div class="nav"><a href="/">首页</a><a href="/about.html">关于我们</a></div>${inner}<div class="foot">版权所有 试县人民政府办公室</div></body></html>`

function listPage(site: Site, page: number, now: number): Answer {
  const stories = standing(site, now)
  const shown = stories.slice(page * PER_PAGE, (page + 1) * PER_PAGE)
  const entries = shown.map(
    (story) => `<li><a href="${pathOf(story, now)}">${story.title}</a><span>${dayOf(story.at)}</span></li>`,
  )
  const next = (page + 1) * PER_PAGE < stories.length ? `<a href="/list_${page + 1}.html">下一页</a>` : ''
  const html = frame('要闻动态', `<ul class="list">${entries.join('\n')}</ul><div class="page">${next}</div>`)
  return answerHtml(html, `"${shown.map((story) => pathOf(story, now)).join()}${next.length}"`)
}

function storyPage(story: Story, now: number): Answer {
  const lines = textOf(story, now).split('\n')
  const info = `<div class="info">发布时间：${dayOf(story.at)} 09:00　来源：试县融媒体中心</div>`
  const body = `<div class="TRS_Editor">${lines.map((line) => `<p>${line}</p>`).join('\n')}</div>`
  const html = frame(story.title, `<div class="main"><h1>${story.title}</h1>${info}${body}</div>`)
  return answerHtml(html, `"${story.no}-${lines.length}"`)
}

/** A page of the site that is no story: readable, dated today, and never to be taken for one. */
function columnPage(path: string): Answer {
  const title = `网站栏目${path}`
  return answerHtml(
    frame(
      title,
      `<h1>${title}</h1><div class="TRS_Editor"><p>${'本栏目提供办事指南和常见问题解答，欢迎查阅。'.repeat(9)}</p></div>`,
    ),
  )
}

/** What an untroubled site answers. */
export function answerOf(site: Site, path: string, now: number): Answer {
  if (path === '/robots.txt') return statusOf(404)
  if (path === '/list.html') return listPage(site, 0, now)
  const page = /^\/list_(\d+)\.html$/.exec(path)?.[1]
  if (page !== undefined) return listPage(site, Number(page), now)
  if (/^\/(menu|map|rili|about)\b/.test(path)) return columnPage(path)
  const story = site.stories.find((one) => one.path === path || one.moved?.path === path)
  if (!story || story.at > now || (story.removedAt ?? Number.POSITIVE_INFINITY) <= now) return statusOf(404)
  if (pathOf(story, now) === path) return storyPage(story, now)
  return story.moved && story.moved.at <= now ? statusOf(301, { location: story.moved.path }) : statusOf(404)
}
