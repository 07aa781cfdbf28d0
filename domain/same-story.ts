/**
 * Whether two publishers tell one story (DESIGN, RELIABILITY F12): the same text with another headline, lead-in, credit
 * line or cut, and with the same facts. Another county, day, figure or round is another story however alike the words
 * are, and so is another step of a recruitment: amendments never merge with their call (DOMAIN section 17).
 */
import diff from 'fast-diff'
import type { Stage } from './item.ts'
import { foldScript } from './script.ts'
import { findStage, isRecruitment } from './stage.ts'
import { STOP, tokensOf, withoutFrame } from './story-tokens.ts'

export interface Story {
  title: string
  body: string
  url: string
  source: string
  /** ISO instant or day. */
  publishedAt: string
}

export interface Sameness {
  same: boolean
  /** Share of the shorter text that stands in the longer one too, in order: 0–1. */
  score: number
  /** `text` `title` when the same; else what tells them apart: `figures` `words` `step` `days` `other-text`. */
  why: string
}

/** A repost comes within days; what comes back after a month is the next round of it. */
const MOST_DAYS_APART = 31
/** The shorter text must stand in the longer one, but for a lead-in and small edits. */
const LEAST_SHARED = 0.7
/** An editor's change of words inside what both have, as a share of the shorter. */
const MOST_REWORDED = 0.06
/** Shorter bodies, in tokens, prove nothing; then the headline has to be the same. */
const SHORT = 16
/** A piece that only one text has, this long, is a sentence that was cut or added. Shorter ones may change a fact. */
const SENTENCE = 12
/** Tokens looked at: a story tells itself in its first page. */
const LONGEST = 3_000
const DAY_MS = 86_400_000

/** Symmetric: the order of the two does not matter. Never throws, on any strings. */
export function compareStories(a: Story, b: Story): Sameness {
  const apart = Math.abs(Date.parse(a.publishedAt) - Date.parse(b.publishedAt)) / DAY_MS
  if (apart > MOST_DAYS_APART) return { same: false, score: 0, why: 'days' }
  if (areOtherSteps(a, b)) return { same: false, score: 0, why: 'step' }
  if (areOtherRounds(a, b)) return { same: false, score: 0, why: 'step' }
  if (titlesNameOthers(a, b)) return { same: false, score: 0, why: 'figures' }
  const [left, right] = [toText(a), toText(b)].sort(
    (x, y) => x.tokens.length - y.tokens.length || (x.tokens.join() < y.tokens.join() ? -1 : 1),
  )
  if (!left || !right || left.tokens.length < SHORT) return compareTitles(a, b, left?.tokens ?? [], right?.tokens ?? [])
  return compareTexts(left, right)
}

interface Text {
  title: string
  tokens: string[]
}

const toText = (story: Story): Text => ({ title: foldScript(story.title), tokens: bodyTokens(story) })

/** A headline that names no step may still be the call's; any other step is a notice of its own. */
function areOtherSteps(a: Story, b: Story): boolean {
  const [one, other] = [stepOf(a), stepOf(b)]
  if (one !== other) return true
  const [told, also] = [a, b].map(({ title }) => RESULT.test(foldScript(title)))
  return one !== 'open' && told !== also
}

/** What came out of a step: 面试成绩公告 is another notice than the 面试公告 before it. */
const RESULT = /成绩|结果|得分|分数/u

/** 第二次 recruits again, and 第三批 or 第23期 is another than 第二批 or 第22期. */
const ROUND = /第?([一二三四五六七八九十\d]{1,3})[次批轮期届]/u
const AGAIN = /第[二三四五六七八九十\d]+[次批轮](?!会议|全国)|再次|二次/u

function areOtherRounds(a: Story, b: Story): boolean {
  const [one, other] = [a, b].map(({ title }) => ROUND.exec(foldScript(title))?.[0])
  if (one && other) return one !== other
  return AGAIN.test(one ?? '') || AGAIN.test(other ?? '')
}

function stepOf(story: Story): Stage {
  const [title, body] = [foldScript(story.title), foldScript(story.body)]
  return (isRecruitment({ title, body }) ? findStage({ title, body }) : undefined) ?? 'open'
}

/** The year of publication is said by one and left out by another. */
function bodyTokens({ body, publishedAt }: Story): string[] {
  const year = /^\d{4}/u.exec(publishedAt)?.[0]
  const told = withoutFrame(foldScript(body))
  return tokensOf(year ? told.replaceAll(new RegExp(`${year}年(?=\\d{1,2}月)`, 'gu'), '') : told).slice(0, LONGEST)
}

/** Decorations that portals hang on a headline. */
const DECORATION = /[【[（(][^】\]）)]{1,8}[】\]）)]|[\p{P}\p{S}\s]/gu

function compareTitles(a: Story, b: Story, shorter: string[], longer: string[]): Sameness {
  const [left, right] = [a, b].map(({ title }) => foldScript(title).replace(DECORATION, ''))
  const contained = longer.join('').includes(shorter.join(''))
  const same = left === right && left !== '' && contained
  return { same, score: same ? 1 : 0, why: same ? 'title' : 'other-text' }
}

/** One stretch in which the texts differ: what the shorter and what the longer has there. */
interface Gap {
  left: string[]
  right: string[]
  /** The two tokens that follow in both, since 县 or 小区 behind a name makes it a place. */
  next: string
  /** Before the first or behind the last common stretch. */
  outer: boolean
}

function compareTexts({ title: shorter, tokens: left }: Text, { title: longer, tokens: right }: Text): Sameness {
  const { gaps, shared } = alignTokens(left, right)
  const score = Math.round((shared / left.length) * 1000) / 1000
  const strict = WHERE_AND_WHEN.test(shorter) && WHERE_AND_WHEN.test(longer)
  if (gaps.some(changesFact) || changesName(gaps, shorter, longer) || (strict && gaps.some(isReplaced)))
    return { same: false, score, why: score < LEAST_SHARED ? 'other-text' : 'figures' }
  if (score < LEAST_SHARED) return { same: false, score, why: 'other-text' }
  const reworded = gaps
    .filter((gap) => !gap.outer && gap.right.length > 0)
    .reduce((sum, gap) => sum + gap.left.length, 0)
  if (reworded > left.length * MOST_REWORDED) return { same: false, score, why: 'words' }
  return { same: true, score, why: 'text' }
}

const FIGURE = /\p{N}|[一二三四五六七八九十百千万亿两半]/u
/** Words that date or number a thing without a figure. */
const WORD_OF_TIME =
  /[春夏秋冬]季|[上下]半|季度|[上下]午|[上中下]旬|[月年][底初末]|元旦|春节|清明|五一|端午|中秋|国庆|昨|今|明|首|末|周[一二三四五六日]/u
const PLACE_ENDS =
  /^[省市县区旗镇乡村街路巷苑庄寨堡屯坊]|^(?:社区|小区|公园|医院|学校|中学|小学|公司|花园|家园|胡同|大街|大道|大厦|广场|市场|一带|沿线|附近|片区|周边|地区|台区|号楼|线路|以[东西南北])/u
const PLACE_END = /^[省市县区旗镇乡村街路巷苑庄寨堡屯坊]$/u
/** Notices that say nothing but where and when: one word that differs is another place. */
const WHERE_AND_WHEN = /停[水电气暖热]|断[水电网]|限[行电]|封[闭路]|管制|改道|绕行|检修|降压/u

/** `next`: 春 alone says little, 春季 does. */
const hasFact = (tokens: string[], next: string) =>
  FIGURE.test(tokens.join('')) || WORD_OF_TIME.test(`${tokens.join('')}${next}`)

/** True when both say something there and one of them says it in figures, times or places; or one slips a figure in. */
function changesFact({ left, right, next, outer }: Gap): boolean {
  if (left.length > 0 && right.length > 0) {
    if (hasFact(left, next) && hasFact(right, next)) return true
    if (namesPlaces(left, right, next)) return true
    return !outer && (hasFact(left, next) || hasFact(right, next))
  }
  const only = left.length > 0 ? left : right
  return !outer && only.length < SENTENCE && !only.includes(STOP) && hasFact(only, next)
}

/** Longer changes are a lead-in or a sentence. */
const LONGEST_NAME = 8

function namesPlaces(left: string[], right: string[], next: string): boolean {
  if (left.length > LONGEST_NAME || right.length > LONGEST_NAME) return false
  return PLACE_ENDS.test(next) || [left, right].some((side) => PLACE_END.test(side.at(-1) ?? ''))
}

const isReplaced = ({ left, right, outer }: Gap): boolean =>
  !outer && left.length > 0 && right.length > 0 && Math.max(left.length, right.length) <= LONGEST_NAME

/** How much of the shorter headline both must share to be one frame with another name in it. */
const LEAST_FRAME = 0.5
/** Characters; 新市场 and 某街道的新菜市场 share a word and no frame. */
const SHORTEST_FRAME = 4

/** One headline with another figure, street or house in it: 滨河路停水通知 and 柳岸路停水通知, 5月6日 and 5月8日. */
function titlesNameOthers(a: Story, b: Story): boolean {
  const [one, other] = [a, b].map(({ title }) => foldScript(title).replace(DECORATION, ''))
  if (!one || !other || one === other) return false
  const most = Math.min(one.length, other.length)
  let head = 0
  while (head < most && one[head] === other[head]) head += 1
  let tail = 0
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1
  const [left, right] = [one, other].map((title) => title.slice(head, title.length - tail))
  if (!left || !right || head + tail < Math.max(SHORTEST_FRAME, most * LEAST_FRAME)) return false
  const [leftTokens, rightTokens] = [tokensOf(left), tokensOf(right)]
  if (Math.max(leftTokens.length, rightTokens.length) > LONGEST_NAME) return false
  const next = one.slice(one.length - tail).slice(0, 2)
  return (
    (FIGURE.test(left) && FIGURE.test(right)) ||
    namesPlaces(leftTokens, rightTokens, next) ||
    (WHERE_AND_WHEN.test(one) && WHERE_AND_WHEN.test(other))
  )
}

/** The same change twice, 护士 to 药师, or one that the headlines make too: another post, house or person. */
function changesName(gaps: Gap[], shorter: string, longer: string): boolean {
  const seen = new Set<string>()
  return gaps.some(({ left, right }) => {
    const [one, other] = [left.join(''), right.join('')]
    if (!one || !other || left.length > LONGEST_NAME || right.length > LONGEST_NAME) return false
    const change = `${one}→${other}`
    const again = seen.has(change)
    seen.add(change)
    const inTitles =
      shorter.includes(one) && !longer.includes(one) && longer.includes(other) && !shorter.includes(other)
    return again || inTitles
  })
}

/** A common stretch this long is no accident. */
const ANCHOR = 4

function alignTokens(left: string[], right: string[]): { gaps: Gap[]; shared: number } {
  const { a, b, tokenOf } = asCharacters(left, right)
  const pieces = joinIslands(diff(a, b)).map(([kind, text]) => ({ kind, tokens: [...text].map(tokenOf) }))
  const anchors = pieces.flatMap(({ kind, tokens }, at) => (kind === diff.EQUAL && tokens.length >= ANCHOR ? [at] : []))
  const [first = 0, last = pieces.length - 1] = [anchors[0], anchors.at(-1)]
  const gaps: Gap[] = []
  let shared = 0
  let gap: Gap | undefined
  for (const [at, { kind, tokens }] of pieces.entries()) {
    if (kind === diff.EQUAL) {
      if (gap) gap.next = tokens.slice(0, 2).join('')
      gap = undefined
      shared += tokens.length
      continue
    }
    if (!gap) {
      gap = { left: [], right: [], next: '', outer: at < first || at > last }
      gaps.push(gap)
    }
    const side = kind === diff.DELETE ? gap.left : gap.right
    side.push(...tokens)
  }
  return { gaps, shared }
}

/** Equal tokens that stand alone between two changes met by chance: they belong to the change. */
function joinIslands(pieces: diff.Diff[]): diff.Diff[] {
  return pieces.flatMap(([kind, text], at): diff.Diff[] => {
    const island = kind === diff.EQUAL && at > 0 && at < pieces.length - 1 && [...text].length < 2
    return island
      ? [
          [diff.DELETE, text],
          [diff.INSERT, text],
        ]
      : [[kind, text]]
  })
}

/** Each token becomes one character, so that a figure is changed as a whole or not at all. */
function asCharacters(left: string[], right: string[]) {
  const PRIVATE = 0xf0000
  const codes = new Map<string, number>()
  const tokens: string[] = []
  const encode = (list: string[]) =>
    list
      .map((token) => {
        let code = codes.get(token)
        if (code === undefined) {
          code = tokens.push(token) - 1
          codes.set(token, code)
        }
        return String.fromCodePoint(PRIVATE + code)
      })
      .join('')
  return {
    a: encode(left),
    b: encode(right),
    tokenOf: (character: string) => tokens[(character.codePointAt(0) ?? 0) - PRIVATE] ?? '',
  }
}
