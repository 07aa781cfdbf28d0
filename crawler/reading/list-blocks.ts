/** Which links of a page are its items: those of the repeating block that looks most like a list of articles. */
import type { OpenDocument, ReadingContext } from './document.ts'
import { linesOf, squash } from './lines.ts'
import { type Entry, entriesOf } from './list-entries.ts'
import { type Group, groupLinks } from './list-links.ts'
import { frameOf } from './list-margin.ts'
import {
  daysOf,
  forCover,
  forDates,
  forHeadings,
  isRegister,
  isRunningText,
  MOST_FOR_COVER,
  MOST_FOR_DATES,
  promiseOf,
} from './list-score.ts'
import { singleEntry } from './list-single.ts'
import { widthOf } from './widths.ts'

export interface Block {
  entries: Entry[]
  by: string
}

/** Below this a group is a menu; found on pages that are no list. */
const MIN_SCORE = 4
/** Groups whose items are looked at, by what their links alone promise. */
const MAX_LOOKED_AT = 24
/** Of those, the best that may yet turn out to stand beside an article. */
const TRIES = 6
/** On a list, what the items say is most of what there is to read; on an article, other links stand beside a long text. */
const MIN_SHARE = 0.65

export function bestBlock(document: OpenDocument, context: ReadingContext): Block {
  const ranked = rankedBlocks(document, context)
  const prose = ranked.length > 0 ? proseOf(document) : []
  for (const { entries, group, points } of ranked.slice(0, TRIES))
    if (shareOfText(prose, entries) >= MIN_SHARE) {
      const all = ranked.map((other) => other.entries).find((others) => isFuller(others, entries)) ?? entries
      return { entries: all, by: `block:${shortPath(group.path)} score ${points.toFixed(1)}` }
    }
  const single = ranked.length > 0 || proseOf(document).length > 0 ? [] : singleEntry(document, context)
  if (single.length > 0) return { entries: single, by: 'single row' }
  return { entries: [], by: ranked.length > 0 ? 'none: most of the text is elsewhere' : 'none: no block scores enough' }
}

interface Ranked {
  group: Group
  entries: Entry[]
  points: number
  order: number
}

function rankedBlocks(document: OpenDocument, context: ReadingContext): Ranked[] {
  const frame = frameOf(document)
  const size = linesOf(document.$('body').toArray()).lines.reduce((sum, line) => sum + line.length, 0)
  const ranked = groupLinks(document, context)
    .map((group) => ({ group, promise: promiseOf(group, document, frame) }))
    .map(({ group, promise }) => ({ group, promise, most: Math.max(promise.plain, promise.register) }))
    .filter(({ most }) => most * MOST_FOR_DATES * (1 + MOST_FOR_COVER) >= MIN_SCORE)
    .sort((one, other) => other.most - one.most)
    .slice(0, MAX_LOOKED_AT)
    .map(({ group, promise }) => {
      const entries = entriesOf(document.$, group)
      const days = daysOf(entries, context)
      const isShort = promise.register > promise.plain && isRegister(group, entries, days)
      const factor = forDates(days) * forCover(entries, size)
      const points = (isShort ? promise.register : promise.plain) * factor
      const order = Math.max(promise.plain, isShort ? promise.register * SHORT : 0) * factor * forHeadings(group)
      return { group, entries, points, order, dated: days.beside }
    })
    .filter(({ points, dated, entries }) => points >= MIN_SCORE && (dated >= UNDATED || !isRunningText(entries)))
  const hasDays = ranked.some(({ entries, dated }) => dated >= DATED && entries.length >= MANY)
  return ranked
    .map((block) => (hasDays && block.dated < UNDATED ? { ...block, order: block.order * BESIDE_DAYS } : block))
    .sort((one, other) => other.order - one.order)
}

/** Of two lists the one with full titles is the better one: names of offices have days beside them too. */
const SHORT = 0.6
/** Beside a list whose items have their days, a longer one without any is a menu: of towns, of other sites. */
const BESIDE_DAYS = 0.5
const DATED = 0.9
const UNDATED = 0.1
const MANY = 5

/** The same list with the items that look a little different: read ones, pictures, films. All are brothers in one element. */
function isFuller(others: Entry[], entries: Entry[]): boolean {
  if (others.length <= entries.length || others.length > entries.length * MOST_LEFT_OUT) return false
  const [first] = entries
  const here = new Set(entries.map(({ url }) => url))
  const added = others.filter(({ url }) => !here.has(url))
  if (added.length + entries.length !== others.length) return false
  const brothers = [...added, ...entries].every(({ holder }) => holder === first?.holder)
  return brothers && widthsOf(added) >= LIKE * widthsOf(entries)
}
const MOST_LEFT_OUT = 4
/** What is added is no pager and no menu: its titles are about as long. */
const LIKE = 0.6

function widthsOf(entries: Entry[]): number {
  return entries.reduce((sum, { title }) => sum + Math.min(60, widthOf(title)), 0) / entries.length
}

/** Shorter lines are labels and menus. */
const SENTENCE = 30

/** What every page of a site ends with. */
const FOOT =
  /版权所有|版權所有|(?:主办|承办|主辦)(?:单位|單位)?\s*[:：]|备案|網站維護|网站标识码|copyright|©|all rights reserved|alle rechte/i

/**
 * Lines of the page that are sentences of its own: those that end in dots are teasers and those that are links headlines,
 * both of texts elsewhere.
 */
export function proseOf({ $ }: OpenDocument): string[] {
  const links = new Set(
    $('a[href]')
      .toArray()
      .map((link) => squash($(link).text())),
  )
  return linesOf($('body').toArray(), { spaced: true }).lines.filter(
    (line) =>
      (line.length > SENTENCE * 2 || widthOf(line) > SENTENCE * 2) &&
      /[，。；,;.]/.test(line) &&
      !/(?:\.{3}|…)$/.test(line) &&
      !links.has(line) &&
      !FOOT.test(line),
  )
}

function shareOfText(prose: string[], entries: Entry[]): number {
  const inside = new Set(entries.flatMap(({ whole }) => whole.split('\n').map(keyOf)))
  const said = entries.reduce((sum, { whole }) => sum + whole.length, 0)
  const other = prose.filter((line) => !inside.has(keyOf(line))).reduce((sum, line) => sum + line.length, 0)
  return said / Math.max(1, said + other)
}

function keyOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

function shortPath(path: string): string {
  return path.split('>').slice(-3).join('>')
}
