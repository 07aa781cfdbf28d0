/** The name of the site in a window title, and the headline without it. */
import { firstText, type OpenDocument } from './document.ts'
import { keyOf } from './keys.ts'
import type { Head } from './meta.ts'

const SITE_WORDS =
  /网$|网站|门户|政府|频道|新闻|首页|官网|专栏|中心$|日报|晚报|在线|[a-z0-9]\.(?:com|cn|net|org)|\bnews\b|blog/i
/** A dash between numbers or inside brackets joins; others part. */
const SEPARATORS = /\s*(?:--+|[_|｜»›]|—{2}|(?<!\d)[—–](?!\d))\s*|\s+[-:·•]\s+|-(?=\p{sc=Han}{2,12}$)/u
const BRACKETED = /[（(《「『“][^）)》」』”]*[）)》」』”]/gu

/** `Title_Column_Site` → `Title`: parts at the end that name a site go, then all but the longest of what is left. */
export function withoutSite(title: string, head: Head, url = ''): string {
  const parts = partsOf(title)
  const rest = parts.filter((part, index) => index === 0 || !(isSite(part) || isNameOfSite(part, head, url)))
  const [first = title, second = ''] = rest
  if (parts.length > 1 && isNameOfSite(first, head, url)) return rest[1] ?? parts[1] ?? title
  const cut = parts.length === rest.length && rest.length === 2 && [...second].length > 12 ? title : first
  return cut.trim() || title
}

/** `A | B | Site` → `A | B`, `A`: the window title without its last parts, longest first. */
export function beginningsOf(title: string): string[] {
  const parts = partsOf(title)
  const ends = parts.slice(1).map((part) => title.lastIndexOf(part))
  return ends
    .filter((end) => end > 0)
    .reverse()
    .map((end) => title.slice(0, end).replace(/[\s|_»›—–:·•-]+$/, ''))
}

/** How whole names of sites end: `鹿鸣新闻网`, `欢迎访问鹿鸣县人民政府网站`. */
const SITE_NAME =
  /^(?:热烈)?(?:欢迎|歡迎)(?:您|你)?(?:访问|光临|来到|进入|浏览|登录)|^[\p{sc=Han}·]{2,20}(?:新闻网|信息网|政务网|公众网|网站|门户网?|门户|人民政府|委员会|政府网|频道|首页|官网|日报|晚报|在线|融媒体中心|[市县区州盟旗镇乡省]网)(?:欢迎您)?$/u
const LONGEST_COLUMN = 6

/** What is said is called as sites are; a headline may be, too. */
export function isCalledAsSite(text: string): boolean {
  return SITE_NAME.test(text.replace(/\s+/g, ''))
}

/** The title names nothing but the site and its columns, or says nothing at all. */
export function namesSiteOnly(title: string, head: Head, url: string): boolean {
  const parts = partsOf(title)
  const sites = parts.filter((part) => isCalledAsSite(part) || isNameOfSite(part, head, url))
  if (parts.length > 0 && sites.length === 0) return false
  return parts.every(
    (part) => sites.includes(part) || ([...part].length <= LONGEST_COLUMN && /^\p{sc=Han}+$/u.test(part)),
  )
}

/** `Site Column Headline` → `Headline`, `Column Headline`: what follows the name of a site, shortest first. */
export function endsAfterSite(title: string): string[] {
  const words = title.split(/[\s_|｜]+|--+/u).filter((word) => word !== '')
  if (!isCalledAsSite(words[0] ?? '')) return []
  const ends = words.slice(1).map((word) => title.slice(title.indexOf(word, words[0]?.length ?? 0)))
  return ends.reverse()
}

/** What stands in brackets is not parted. */
function partsOf(title: string): string[] {
  const kept: string[] = []
  const masked = title.replace(BRACKETED, (piece) => `\u0001${kept.push(piece) - 1}\u0002`)
  return masked
    .split(SEPARATORS)
    .map((part) => part.replace(/\u0001(\d+)\u0002/g, (_, index: string) => kept[Number(index)] ?? '').trim())
    .filter((part) => part !== '')
}

/** What the page calls its site, or what its host is called. */
export function isNameOfSite(text: string, head: Head, url: string): boolean {
  const key = keyOf(text)
  const named = keyOf(head.meta('og:site_name', 'SiteName')?.value ?? '')
  if (key === '' || key === named) return key !== ''
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
  return (
    host !== '' && (key === keyOf(host) || (key.length >= 4 && host.split('.').some((label) => keyOf(label) === key)))
  )
}

/** The name of the site at the end of the window title: `Title--Column--人民网`; '' where the end names none. */
export function siteInTitle(title: string): string {
  const parts = partsOf(title).slice(1)
  const last =
    parts
      .findLast((part) => /\p{sc=Han}/u.test(part))
      ?.split('/', 1)[0]
      ?.trim() ?? ''
  return [...last].length <= 12 ? last : ''
}

/** What the head of a page calls the site and its publisher. */
export function namesOfSite(document: OpenDocument, head: Head): string[] {
  const said = ['ContentSource', 'og:site_name', 'SiteName'].flatMap((name) => head.meta(name)?.value ?? [])
  const parts = partsOf(firstText(document, 'title')).slice(1)
  return [...said, ...parts]
}

function isSite(part: string): boolean {
  return [...part].length <= 12 || SITE_WORDS.test(part)
}
