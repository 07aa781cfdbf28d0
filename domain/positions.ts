/**
 * Which group of occupations a job title belongs to. The head of a title stands last, in Chinese as in English:
 * 学校食堂厨师 cooks, a school bus driver drives.
 */
import { OTHER_POSITION, POSITIONS } from './position-groups.ts'
import { toSimplified } from './script.ts'

export { OTHER_POSITION, POSITIONS } from './position-groups.ts'

interface Word {
  word: string
  id: string
  tier: Tier
}

/** A trade says most, then a head such as 维修, then where one works, then 管理员. */
const TIERS = ['words', 'heads', 'places', 'weak'] as const
type Tier = (typeof TIERS)[number]

const WORDS: Word[] = POSITIONS.flatMap((position) =>
  TIERS.flatMap((tier) => position[tier].map((word) => ({ word, id: position.id, tier }))),
)

const WORDS_BY_FIRST = new Map<string, Word[]>()
for (const word of WORDS) {
  const first = word.word[0] ?? ''
  WORDS_BY_FIRST.set(first, [...(WORDS_BY_FIRST.get(first) ?? []), word])
}

const LATIN = /[a-z]/u
/** What ends the name of a trade without changing it: 家电维修 is as long as 家电维修工. */
const TRADE_END = /(?:技术|服务|管理|操作)?(?:工人|人员|师傅|专员|技工|学徒|岗位|[工员师岗人])/uy

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

/** Latest end first, then the longest: the head stands last. */
function bestOf(hits: Hit[]): Hit | undefined {
  return hits.reduce<Hit | undefined>((best, hit) => {
    if (!best || hit.end > best.end) return hit
    return hit.end === best.end && hit.at < best.at ? hit : best
  }, undefined)
}

/** Where a teacher teaches decides more than what: 高中体育教师. */
const TEACHING: [RegExp, string][] = [
  [/幼儿|幼教|学前/u, '2342-kindergarten-teacher'],
  [/特殊教育|特教/u, '2352-special-teacher'],
  [/小学/u, '2341-teacher'],
  [/初中|高中|中学/u, '2330-secondary-teacher'],
  [/职校|中职|职业|技校|技工/u, '2320-vocational-teacher'],
  [/高校|大学|学院/u, '2310-lecturer'],
  [/舞蹈|钢琴|声乐|书法|古筝|乐器/u, '2355-arts-teacher'],
]

function refine(id: string, title: string): string {
  if (id !== '2341-teacher') return id
  return TEACHING.find(([words]) => words.test(title))?.[1] ?? id
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
  const [inHead, anywhere] = [findHits(headOf(text)), findHits(text)]
  for (const tier of TIERS) {
    const of = (hits: Hit[]) => bestOf(hits.filter((hit) => hit.tier === tier))
    const best = of(inHead) ?? of(anywhere)
    if (best) return best.id
  }
  return OTHER_POSITION
}
