/**
 * Questions out of real text, for comparing an engine with plain substring search. Nothing of the texts is kept here:
 * they are handed in by tests that find them beside the project.
 */
import { fold } from '../fold.ts'
import { seeded } from '../testing.ts'

const PIECE = 120
/** Least share of Han characters in a text that counts as Chinese. */
const CHINESE = 0.4

/** Chinese texts in pieces of 120 characters, white space joined. */
export function piecesOfTexts(texts: readonly string[]): string[] {
  return texts.filter(isChinese).flatMap((text) => {
    const characters = [...text.replace(/\s+/gu, ' ')]
    const count = Math.ceil(characters.length / PIECE)
    return Array.from({ length: count }, (_, at) => characters.slice(at * PIECE, (at + 1) * PIECE).join(''))
  })
}

function isChinese(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []
  const han = text.match(/\p{Script=Han}/gu) ?? []
  return han.length > CHINESE * letters.length && kana.length < han.length / 20
}

export interface QuestionSet {
  name: string
  questions: string[]
}

/** Surnames of most Chinese, so that two or three loose characters after one are likely a name. */
const SURNAME =
  /^[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]/u

/** The same questions for the same pieces. `share`: part of each set, 0 to 1. */
export function questionSets(pieces: readonly string[], share = 1): QuestionSet[] {
  const random = seeded(11)
  const words = segmented(pieces)
  const sample = (values: readonly string[], most: number) =>
    shuffled([...new Set(values)].sort(), random).slice(0, Math.ceil(most * share))
  return [
    { name: 'dictionary words', questions: sample(words.dictionary, 400) },
    { name: 'words inside longer words', questions: sample(insideOthers(words.dictionary), 200) },
    { name: 'names', questions: sample(words.names, 200) },
    { name: 'random spans of 2 to 4 characters', questions: spans(pieces, random, 300 * share) },
    { name: 'spans with whole numbers and Latin words', questions: mixedSpans(pieces, random, 200 * share) },
  ]
}

const HAN_WORD = /^\p{Script=Han}{2,}$/u
const HAN = /^\p{Script=Han}$/u

function segmented(pieces: readonly string[]): { dictionary: string[]; names: string[] } {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const found = { dictionary: new Set<string>(), names: new Set<string>() }
  for (const piece of pieces) {
    const segments = [...segmenter.segment(piece)].map(({ segment }) => segment)
    for (const segment of segments) if (HAN_WORD.test(segment)) found.dictionary.add(segment)
    for (const name of looseRuns(segments)) if (SURNAME.test(name)) found.names.add(name)
  }
  return { dictionary: [...found.dictionary], names: [...found.names] }
}

/** Two or three single characters between words. */
function looseRuns(segments: readonly string[]): string[] {
  const marked = segments.map((segment) => (HAN.test(segment) ? segment : ' ')).join('')
  return marked.split(' ').filter((run) => /^..{1,2}$/u.test(run))
}

function insideOthers(words: readonly string[]): string[] {
  const known = new Set(words)
  return words.flatMap((word) => {
    const characters = [...word]
    const parts = characters.flatMap((_, from) =>
      Array.from({ length: characters.length - from }, (__, more) => characters.slice(from, from + more + 1).join('')),
    )
    return parts.filter((part) => part !== word && HAN_WORD.test(part) && known.has(part))
  })
}

function spans(pieces: readonly string[], random: () => number, count: number): string[] {
  const runs = pieces.flatMap((piece) => piece.match(/\p{Script=Han}{4,}/gu) ?? [])
  return Array.from({ length: Math.ceil(count) }, () => spanOf([...(pick(runs, random) ?? '')], random))
}

/** Where Han meets a number or a Latin word, which stays whole: 在2019年, 用WiFi. */
function mixedSpans(pieces: readonly string[], random: () => number, count: number): string[] {
  const pattern = /\p{Script=Han}{0,2}(?<![a-z0-9])[a-z0-9]+(?![a-z0-9])\p{Script=Han}{0,2}/gu
  const found = pieces.flatMap((piece) => fold(piece).match(pattern) ?? [])
  const mixed = [...new Set(found)].filter((span) => /\p{Script=Han}/u.test(span)).sort()
  return shuffled(mixed, random).slice(0, Math.ceil(count))
}

function spanOf(characters: readonly string[], random: () => number): string {
  const length = 2 + Math.floor(random() * 3)
  const from = Math.floor(random() * (characters.length - length + 1))
  return characters.slice(from, from + length).join('')
}

function pick<T>(values: readonly T[], random: () => number): T | undefined {
  return values[Math.floor(random() * values.length)]
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value)
}

const WORD_CHARACTER = /[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]/v

/** True when the folded text holds the folded words; a number or Latin word at their ends must end there. */
export function holds(text: string, words: string): boolean {
  const characters = (from: number, to: number) => WORD_CHARACTER.test(text.slice(from, to))
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    const begins = !(WORD_CHARACTER.test(words[0] ?? '') && at > 0 && characters(at - 1, at))
    const ends = !(WORD_CHARACTER.test(words.at(-1) ?? '') && characters(end, end + 1))
    if (begins && ends) return true
  }
  return false
}

/** Of expected and found: shares, 1 where nothing was expected or found. */
export function measured(
  expected: ReadonlySet<string>,
  found: ReadonlySet<string>,
): { recall: number; precision: number } {
  const right = [...found].filter((id) => expected.has(id)).length
  return {
    recall: expected.size === 0 ? 1 : right / expected.size,
    precision: found.size === 0 ? 1 : right / found.size,
  }
}
