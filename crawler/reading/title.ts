/** The headline: what is said of it in the head, checked against what stands on the page. */
import type { OpenDocument, ReadingContext } from './document.ts'
import { select } from './document.ts'
import type { Family } from './families/family.ts'
import { squash } from './lines.ts'
import type { Head, Said } from './meta.ts'

const SITE_WORDS =
  /网$|网站|门户|政府|频道|新闻|首页|官网|专栏|中心$|日报|晚报|在线|[a-z0-9]\.(?:com|cn|net|org)|\bnews\b|blog/i
const SEPARATORS = /\s*(?:--+|[_|｜»›]|—{1,2}|–)\s*|\s+[-:·•]\s+|-(?=\p{sc=Han}{2,12}$)/u

export function readTitle(
  document: OpenDocument,
  context: ReadingContext,
  head: Head,
  lines: string[],
  family?: Family,
): Said {
  const { $ } = document
  const corrected = context.correct?.title && squash(select($, context.correct.title).first().text())
  if (corrected) return { value: corrected, by: `correct:${context.correct?.title}` }
  const national = head.meta('ArticleTitle')
  if (national && [...national.value].length > 1) return national
  const window = squash($('title').first().text())
  const candidates = [head.jsonLd('headline'), head.meta('og:title', 'twitter:title', 'dc.title')].filter(
    (said) => said !== undefined,
  )
  return (
    byFamily(document, family) ??
    onPage(
      document,
      [window, ...candidates.map(({ value }) => value)].map((value) => withoutSite(value, head)),
      lines,
    ) ??
    onPage(document, [window, ...candidates.map(({ value }) => value)], lines) ??
    candidates.map((said) => ({ ...said, value: withoutSite(said.value, head) }))[0] ??
    byHeading(document, window, head) ?? { value: withoutSite(window, head), by: 'title' }
  )
}

function byFamily({ $ }: OpenDocument, family?: Family): Said | undefined {
  for (const selector of family?.title ?? []) {
    const value = squash($(selector).first().text())
    if ([...value].length >= 4) return { value, by: `family:${family?.name} ${selector}` }
  }
  return undefined
}

/** The longest heading, else line or run of lines, that the window title or a meta title contains or begins. */
function onPage({ $ }: OpenDocument, titles: string[], lines: string[]): Said | undefined {
  const keys = titles.map(keyOf).filter((key) => key.length >= 4)
  const headings = $('h1, h2, h3')
    .toArray()
    .map((element) => squash($(element).text()))
  const fits = (text: string) => {
    const key = keyOf(text)
    return key.length >= 4 && key.length <= 200 && keys.some((title) => title.startsWith(key) || begins(key, title))
  }
  const heading = longest(headings.filter(fits))
  const short = lines.filter((text) => text.length <= 200)
  const whole = (text: string) => keys.some((title) => title.startsWith(keyOf(text)))
  const line = longest([...short.filter(fits), ...runsOf(short, keys).filter((run) => fits(run) && whole(run))])
  if (heading && (!line || keyOf(heading).length + 2 >= keyOf(line).length || !/\p{sc=Han}/u.test(line)))
    return { value: heading, by: 'heading' }
  return line ? { value: line, by: 'line' } : undefined
}

/** Each line, and up to four in a row that go on where a title goes on: headlines are broken by hand. */
function runsOf(lines: string[], titles: string[]): string[] {
  return lines.flatMap((line, at) => {
    const runs = [line]
    for (let run = line, next = at + 1; next < at + 4; next += 1) {
      if (!titles.some((title) => title.startsWith(keyOf(run)) && title.length > keyOf(run).length)) break
      run = `${run}${/\p{sc=Han}$/u.test(run) ? '' : ' '}${lines[next] ?? ''}`
      runs.push(run)
    }
    return runs
  })
}

/** The window title was cut: `某某市关于开展…_某某网`. */
function begins(key: string, title: string): boolean {
  let same = 0
  while (same < key.length && key[same] === title[same]) same += 1
  return same >= 12 && same >= key.length * 0.6 && same < key.length && title.length - same <= 14
}

function byHeading({ $ }: OpenDocument, window: string, head: Head): Said | undefined {
  const first = withoutSite(window, head)
  if ([...first].length > 6 && !SITE_WORDS.test(first)) return undefined
  const heading = $('h1')
    .toArray()
    .filter((element) => $(element).closest('header, nav, footer, aside, .header, .logo').length === 0)
    .map((element) => squash($(element).text()))
    .find((text) => [...text].length >= 4)
  return heading === undefined ? undefined : { value: heading, by: 'h1' }
}

/** `Title_Column_Site` → `Title`: parts at the end that name a site go, then all but the longest of what is left. */
export function withoutSite(title: string, head: Head): string {
  const site = keyOf(head.meta('og:site_name', 'SiteName')?.value ?? '')
  const parts = title.split(SEPARATORS).filter((part) => part !== '')
  const rest = parts.filter((part, index) => index === 0 || !(isSite(part) || (site !== '' && keyOf(part) === site)))
  if (rest.length > 1 && keyOf(rest[0] ?? '') === site) return rest[1] ?? title
  const [first = title, second = ''] = rest
  const cut = parts.length === rest.length && rest.length === 2 && [...second].length > 12 ? title : first
  return cut.trim() || title
}

/** The name of the site at the end of the window title: `Title--Column--人民网`; '' where the end names none. */
export function siteInTitle(title: string): string {
  const parts = title.split(SEPARATORS).slice(1)
  const last =
    parts
      .findLast((part) => /\p{sc=Han}/u.test(part))
      ?.split('/', 1)[0]
      ?.trim() ?? ''
  return [...last].length <= 12 ? last : ''
}

function isSite(part: string): boolean {
  return [...part].length <= 12 || SITE_WORDS.test(part)
}

function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function longest(texts: string[]): string | undefined {
  return texts.reduce<string | undefined>(
    (one, other) => (one && keyOf(one).length >= keyOf(other).length ? one : other),
    undefined,
  )
}
