/**
 * The town as a folder of pages and feeds: asks the app in memory for the first pages, follows their links to every
 * address that has a file, and hands over what it answers. Only shown items have pages.
 */
import { fileOf, isListPage, itemOf, linkBetween } from './addresses.ts'
import { toFilePage } from './page.ts'

export interface SiteDeps {
  /** The app; takes a path with its query. */
  ask(address: string): Promise<Response>
  write(file: string, content: string | Uint8Array): Promise<void>
  /** Ids of the items that are shown. */
  shown: ReadonlySet<string>
  signal?: AbortSignal
}

export interface SiteReport {
  pages: number
  feeds: number
  /** Addresses that the app could not answer. */
  failed: string[]
}

const START = ['/', '/news', '/jobs', '/volunteer', '/popular', '/sources', '/about']
const PLAIN_FILES = ['/robots.txt', '/sitemap.xml', '/sources.opml']
/** What programs ask for, as files of the same name. */
const DATA = ['regions', 'categories', 'positions', 'stats', 'popular']
/** A list of 20 an answer: the newest thousand. Older items keep their own pages. */
const LIST_PAGES = 50

interface Asked {
  address: string
  /** How many pages of its list come before. */
  depth: number
}

/** Throws the signal's reason when it is told to stop, and what `write` throws; a page that fails is reported. */
export async function writeSite(deps: SiteDeps): Promise<SiteReport> {
  const report: SiteReport = { pages: 0, feeds: 0, failed: [] }
  const items = [...deps.shown].map((id) => `/items/${encodeURIComponent(id)}`)
  const waiting: Asked[] = [...START, ...items].map((address) => ({ address, depth: 0 }))
  const met = new Set(waiting.map(({ address }) => fileOf(address)))
  const feeds = new Set<string>()
  for (let at = 0; at < waiting.length; at++) {
    deps.signal?.throwIfAborted()
    const asked = waiting[at] as Asked
    for (const address of await writePage(deps, asked, report)) {
      const file = fileOf(address)
      if (file === undefined || met.has(file)) continue
      met.add(file)
      if (!file.endsWith('/index.html') && file !== 'index.html') feeds.add(address)
      else waiting.push({ address, depth: isListPage(address) ? asked.depth + 1 : 0 })
    }
  }
  for (const address of [...feeds, ...PLAIN_FILES]) await writeFeed(deps, address, report)
  for (const name of DATA) await writeAs(deps, `/api/v1/${name}`, `api/v1/${name}.json`, report)
  return report
}

/** Answers the own addresses that the page leads to. */
async function writePage(deps: SiteDeps, { address, depth }: Asked, report: SiteReport): Promise<string[]> {
  const file = fileOf(address)
  const answer = await deps.ask(address)
  if (file === undefined || answer.status !== 200) {
    report.failed.push(address)
    return []
  }
  const linkTo = (target: string): string | undefined => {
    const leadsTo = exists(deps, target, depth) ? fileOf(target) : undefined
    return leadsTo && linkBetween(file, leadsTo)
  }
  const { html, links } = toFilePage(await answer.text(), linkTo)
  await deps.write(file, html)
  report.pages += 1
  return links.filter((link) => itemOf(link) === undefined && !link.startsWith('/assets/'))
}

function exists({ shown }: SiteDeps, target: string, depth: number): boolean {
  const item = itemOf(target)
  if (item !== undefined) return shown.has(item)
  return !isListPage(target) || depth + 1 < LIST_PAGES
}

/** A feed names itself and its page; both have other addresses here. */
async function writeFeed(deps: SiteDeps, address: string, report: SiteReport): Promise<void> {
  const file = fileOf(address) ?? ''
  const [path = '', query] = address.split('?', 2)
  const rename = (text: string): string => {
    if (query === undefined) return text
    const page = `${path.replace(/\.\w+$/, '')}?${query}`
    const folder = (fileOf(page) ?? '').replace(/index\.html$/, '')
    return text.replaceAll(address, `/${file}`).replaceAll(page, `/${folder}`)
  }
  await writeAs(deps, address, file, report, rename)
}

async function writeAs(
  deps: SiteDeps,
  address: string,
  file: string,
  report: SiteReport,
  change: (text: string) => string = (text) => text,
): Promise<void> {
  deps.signal?.throwIfAborted()
  const answer = await deps.ask(address)
  if (answer.status !== 200) {
    report.failed.push(address)
    return
  }
  await deps.write(file, change(await answer.text()))
  report.feeds += 1
}
