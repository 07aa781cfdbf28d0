/** The headline: what is said of it in the head, checked against what stands on the page. */
import { type Element, isTag } from 'domhandler'
import { textContent } from 'domutils'
import { isWithin } from './catalogue.ts'
import { firstText, type OpenDocument, type ReadingContext, select } from './document.ts'
import type { Family } from './families/family.ts'
import { readLabels } from './info-line.ts'
import { keyOf } from './keys.ts'
import { squash } from './lines.ts'
import type { Head, Said } from './meta.ts'
import { beginningsOf, endsAfterSite, isNameOfSite, namesSiteOnly, withoutSite } from './site-name.ts'
import { findStandingOut } from './standing-out.ts'

export function readTitle(
  document: OpenDocument,
  context: ReadingContext,
  head: Head,
  linesOf: () => readonly string[],
  family?: Family,
): Said {
  const { page } = document
  const corrected = context.correct?.title && squash(select(document.$, context.correct.title).first().text())
  if (corrected) return { value: corrected, by: `correct:${context.correct?.title}` }
  const national = head.meta('ArticleTitle')
  if (national && [...national.value].length > 1) return national
  const window = firstText(document, 'title')
  const said = [head.jsonLd('headline'), head.meta('og:title', 'twitter:title', 'dc.title')].filter(
    (one) => one !== undefined,
  )
  const titles = [window, ...said.map(({ value }) => value)]
  const plain = () => linesOf().map(withoutDay)
  if (titles.every((title) => namesSiteOnly(title, head, page.url))) {
    const found = byFamily(document, family) ?? standingOut(document, context)
    if (found) return found
  }
  const end = byFamily(document, family) ? undefined : endShown(document, window, plain())
  if (end) return end
  return amongTitles({ document, head, family, window, said, plain: plain() })
}

function standingOut({ root }: OpenDocument, context: ReadingContext): Said | undefined {
  const value = findStandingOut(root, context)
  return value ? { value, by: 'above info line' } : undefined
}

/** `Site Column Headline`, where the page shows the headline alone. */
function endShown({ find }: OpenDocument, window: string, lines: readonly string[]): Said | undefined {
  const ends = endsAfterSite(window).filter((end) => keyOf(end).length >= FEWEST_LETTERS)
  if (ends.length === 0) return undefined
  const shown = new Set([...lines, ...find('h1, h2, h3').map((element) => textContent(element))].map(keyOf))
  const value = ends.findLast((end) => shown.has(keyOf(end)))
  return value ? { value, by: 'end of title' } : undefined
}

interface Titles {
  document: OpenDocument
  head: Head
  family: Family | undefined
  window: string
  said: Said[]
  /** Lines of the page. */
  plain: readonly string[]
}

/** What the titles say, as the page shows it; else its one heading, else what stands out. */
function amongTitles({ document, head, family, window, said, plain }: Titles): Said {
  const { url } = document.page
  const cut = [window, ...said.map(({ value }) => value)].map((value) => withoutSite(value, head, url))
  const parted = keyOf(cut[0] ?? '') !== keyOf(window)
  const lines = plain.filter((line) => !(parted && keyOf(line) === keyOf(window)))
  const shown =
    byFamily(document, family) ?? onPage(document, cut, lines) ?? onPage(document, beginningsOf(window), lines)
  if (shown) return withoutKicker(shown, said, head, url)
  const heading = onlyHeading(document, head)
  if (heading) return { value: heading, by: 'h1' }
  const above = aboveInfoLine(lines, cut[0] ?? '')
  if (above) return { value: above, by: 'above info line' }
  const [first] = said
  return first ? { ...first, value: withoutSite(first.value, head, url) } : { value: cut[0] ?? '', by: 'title' }
}

/** A line may end with the day: `Headline2020-10-04`. */
function withoutDay(line: string): string {
  if (line.length > 240) return line
  return (
    line.replace(
      /\s*[（(]?(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?[）)]?\s*(?:发布|發布)?$/,
      '',
    ) || line
  )
}

/** `Kicker Headline` in one heading, where the head of the page names the headline alone. */
function withoutKicker(shown: Said, said: Said[], head: Head, url: string): Said {
  const whole = keyOf(shown.value)
  const alone = said
    .map(({ value }) => withoutSite(value, head, url))
    .find(
      (value) =>
        whole.endsWith(keyOf(value)) && keyOf(value).length >= whole.length * 0.5 && keyOf(value).length < whole.length,
    )
  return alone && shown.value.endsWith(alone) ? { ...shown, value: alone } : shown
}

const ROOF = /kicker|dachzeile|overline|topline|roofline|spitzmarke|catchline|eyebrow|supertitle|title-?header/i
const FEWEST_LETTERS = 10

/** The heading without the line above it that publishers put into the same element; undefined where there is none. */
function withoutRoof(heading: Element): string | undefined {
  const parts = heading.children.filter(isTag)
  const roof = parts.findIndex(({ attribs }) => ROOF.test(attribs.class ?? ''))
  if (roof < 0 || parts.length < 2) return undefined
  const rest = heading.children.slice(heading.children.indexOf(parts[roof] as Element) + 1)
  const text = squash(rest.map((node) => textContent(node)).join('')).replace(/^[\s:–—|-]+/, '')
  return keyOf(text).length >= FEWEST_LETTERS ? text : undefined
}

/** Where the window names a column of the site alone: what stands right above the info line. */
function aboveInfoLine(lines: readonly string[], column: string): string | undefined {
  if ([...column].length > LONGEST_COLUMN || !/^\p{sc=Han}+$/u.test(column)) return undefined
  const at = lines.findIndex((line) =>
    readLabels([line]).some(({ label, value }) => label === 'published' && /\d{4}/.test(value)),
  )
  const above = lines[at - 1] ?? ''
  return above.length >= FEWEST_LETTERS && above.length <= 100 && !/[。；;]$/.test(above) ? above : undefined
}
const LONGEST_COLUMN = 6

function byFamily(document: OpenDocument, family?: Family): Said | undefined {
  const said = family?.said?.(document.page).title
  if (said) return { value: squash(said), by: `family:${family.name}` }
  for (const selector of family?.title ?? []) {
    const value = firstText(document, selector)
    if ([...value].length >= 4) return { value, by: `family:${family?.name} ${selector}` }
  }
  return undefined
}

/** The longest heading, else line or run of lines, that the window title or a meta title contains or begins. */
function onPage({ find }: OpenDocument, titles: string[], lines: string[]): Said | undefined {
  const keys = titles.map(keyOf).filter((key) => key.length >= 4)
  const elements = find('h1, h2, h3')
  const headings = elements.map((element) => squash(textContent(element)))
  const fits = (text: string) => {
    const key = keyOf(text)
    return key.length >= 4 && key.length <= 200 && keys.some((title) => title.startsWith(key) || begins(key, title))
  }
  const heading = longest(headings.filter(fits))
  const element = elements[headings.indexOf(heading ?? '')]
  const short = lines.filter((text) => text.length <= 200)
  const whole = (text: string) => keys.some((title) => title.startsWith(keyOf(text)))
  const line = longest([...short.filter(fits), ...runsOf(short, keys).filter((run) => fits(run) && whole(run))])
  if (heading && (!line || keyOf(heading).length + 2 >= keyOf(line).length || !/\p{sc=Han}/u.test(line)))
    return { value: (element && withoutRoof(element)) ?? heading, by: 'heading' }
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

const BESIDE = 'header, nav, footer, aside, .header, .logo, #logo, #header'

/** The page's one heading of the first rank that is neither a logo nor the name of the site. */
function onlyHeading({ find, page }: OpenDocument, head: Head): string | undefined {
  const headings = find('h1')
    .filter((element) => !isWithin(element, BESIDE))
    .map((element) => squash(textContent(element)))
    .filter((text) => [...text].length >= 4 && [...text].length <= 200 && !isNameOfSite(text, head, page.url))
  return new Set(headings).size === 1 ? headings[0] : undefined
}

function longest(texts: string[]): string | undefined {
  return texts.reduce<string | undefined>(
    (one, other) => (one && keyOf(one).length >= keyOf(other).length ? one : other),
    undefined,
  )
}
