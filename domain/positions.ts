/**
 * Which group of occupations a job title belongs to. The head of a title stands last, in Chinese as in English:
 * 学校食堂厨师 cooks, a school bus driver drives.
 */
import { OTHER_POSITION, POSITIONS, TIERS, type Tier } from './position-groups.ts'
import { toSimplified } from './script.ts'
import {
  DRIVING_GROUP,
  ENGINEER,
  ENGINEERS,
  HOUSE,
  MENDING,
  REFINEMENTS,
  TRADE_END,
} from './words/zh-position-heads.ts'

export { OTHER_POSITION, POSITIONS } from './position-groups.ts'

interface Word {
  word: string
  id: string
  tier: Tier
}

const WORDS: Word[] = POSITIONS.flatMap((position) =>
  TIERS.flatMap((tier) => position[tier].map((word) => ({ word, id: position.id, tier }))),
)

const WORDS_BY_FIRST = new Map<string, Word[]>()
for (const word of WORDS) {
  const first = word.word[0] ?? ''
  WORDS_BY_FIRST.set(first, [...(WORDS_BY_FIRST.get(first) ?? []), word])
}

const LATIN = /[a-z]/u
interface Hit extends Word {
  /** Offsets in the title, its ending included. */
  at: number
  end: number
}

function endOf(text: string, end: number): number {
  TRADE_END.lastIndex = end
  return TRADE_END.test(text) ? TRADE_END.lastIndex : end
}

function findHits(text: string): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < text.length; at += 1) {
    for (const word of WORDS_BY_FIRST.get(text[at] ?? '') ?? []) {
      const end = at + word.word.length
      if (!text.startsWith(word.word, at)) continue
      if (LATIN.test(word.word) && (LATIN.test(text[at - 1] ?? '') || LATIN.test(text[end] ?? ''))) continue
      // 工 alone would swallow 技术员 in 施工技术员.
      hits.push({ ...word, at, end: word.tier === 'weak' ? end : endOf(text, end) })
    }
  }
  return hits
}

/** Latest end first, then the longest: the head stands last, and says most in its own words. */
function isBetter(hit: Hit, best: Hit): boolean {
  if (hit.end !== best.end) return hit.end > best.end
  return hit.at === best.at ? hit.word.length > best.word.length : hit.at < best.at
}

function bestOf(hits: Hit[]): Hit | undefined {
  return hits.reduce<Hit | undefined>((best, hit) => (!best || isBetter(hit, best) ? hit : best), undefined)
}

function refine(id: string, title: string): string {
  if (DRIVING_GROUP.test(id) && MENDING.test(title)) return '7231-mechanic'
  if (ENGINEER.test(title)) return ENGINEERS.find(([trade]) => trade.test(id))?.[1] ?? id
  return REFINEMENTS[id]?.find(([words]) => words.test(title))?.[1] ?? id
}

/** `guards` → `guard`, `children` stays: enough for the names of trades. */
function toSingular(title: string): string {
  return title.replace(/([a-z]{3,}?)(ies|s)\b/gu, (word, stem: string, ending: string) => {
    if (/(?:ss|us|is)$/u.test(word)) return word
    return ending === 'ies' ? `${stem}y` : stem
  })
}

/** What stands behind an English title's own words: where, for whom, which shift. */
const ENGLISH_TAIL = /\s*(?:[,;:(|/–—]|\s-\s|\b(?:of|for|to|in|at|with|on|i{1,3}|iv)\b).*$/u

/** What stands behind a title and names no occupation: pay, numbers, conditions, brackets. */
function headOf(title: string): string {
  if (!/\p{Script=Han}/u.test(title)) return title.replace(ENGLISH_TAIL, '')
  const plain = title.replace(/[（(【[][^）)】\]]*[）)】\]]/gu, ' ').split(/[，,。；;：:]/u)[0] ?? ''
  return plain.replace(/\d+\s*(?:名|人|位|个)|(?:职位|若干|数名|多名|急聘|诚聘|高薪)\s*$/gu, '').trim() || title
}

/** No title is longer; what pretends to be one is a text. */
const LONGEST_TITLE = 100

const answers = new Map<string, string>()
const MOST_ANSWERS = 20_000

/** Id of the group that a job title belongs to; `other` when no word fits. */
export function findPosition(title: string): string {
  const text = toSingular(title.slice(0, LONGEST_TITLE).toLowerCase())
  let answer = answers.get(text)
  if (answer === undefined) {
    const simplified = toSimplified(text)
    answer = refine(lookUp(simplified), simplified)
    if (answers.size >= MOST_ANSWERS) answers.clear()
    answers.set(text, answer)
  }
  return answer
}

function lookUp(text: string): string {
  const head = headOf(text)
  const inside = head.replace(HOUSE, '')
  const [ofInside, inHead, anywhere] = [inside === head ? [] : findHits(inside), findHits(head), findHits(text)]
  for (const tier of TIERS) {
    const of = (hits: Hit[]) => bestOf(hits.filter((hit) => hit.tier === tier))
    const best = of(ofInside) ?? of(inHead) ?? of(anywhere)
    if (best) return best.id
  }
  return OTHER_POSITION
}
