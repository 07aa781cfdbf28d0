/**
 * Damages simplified text as careless copy sites do: character by character to
 * traditional, and for some characters with the toned pinyin left behind in
 * parentheses. Which characters carry the note differs from page to page; in
 * one page it is all of a character's occurrences or none.
 */
import { createHash } from 'node:crypto'
import { Converter as toTraditionalConverter } from 'opencc-js/cn2t'
import { Converter as toSimplifiedConverter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'

/** Valid in traditional text too, so the tables of copy sites pass them over. */
const LEFT_ALONE = new Set('于后干范并采游愿里面云台只几系向制余谷丑松')
const LEAST_CHARACTERS = 4
const LEAST_NOTES = 10
/** Notes per character of text; damaged pages have been seen with 50 to 80 in a thousand. */
const NOTE_SHARE = 0.06
const HAN = /\p{Script=Han}/u
const TONED = /^[a-zü]{0,6}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,6}$/

const toTraditionalChar = toTraditionalConverter({ from: 'cn', to: 'tw' })
const toSimplifiedChar = toSimplifiedConverter({ from: 'tw', to: 'cn' })

function convertChar(char: string): string {
  return LEFT_ALONE.has(char) || !HAN.test(char) ? char : toTraditionalChar(char)
}

/** Character by character, never by phrase: 后 and 干 stay, 发 is 發 even in 理发. */
export function convertByCharacter(text: string): string {
  return [...text].map(convertChar).join('')
}

/** The first reading of a traditional character, right or wrong in its context; undefined without a tone. */
function findNote(char: string): string | undefined {
  if (toSimplifiedChar(char) === char) return undefined
  const reading = pinyin(char, { multiple: true, type: 'array' })[0]?.normalize('NFC')
  return reading !== undefined && reading.length <= 7 && TONED.test(reading) ? reading : undefined
}

interface Occurrences {
  char: string
  count: number
  followed: number
}

function occurrencesIn(text: string): Occurrences[] {
  const found = new Map<string, Occurrences>()
  const chars = [...text]
  for (const [index, before] of chars.entries()) {
    const char = convertChar(before)
    if (char === before) continue
    const entry = found.get(char) ?? { char, count: 0, followed: 0 }
    entry.count += 1
    if (HAN.test(chars[index + 1] ?? '')) entry.followed += 1
    found.set(char, entry)
  }
  return [...found.values()]
}

/**
 * The traditional characters that carry a note on one page. `core` is the
 * page's own simplified text, without the frame around it: it alone gets at
 * least 10 notes on at least 4 characters, one of them twice. Empty when the
 * text is too short for that. The same `seed` and `core` choose the same.
 */
export function chooseNoted(core: string, seed: string): ReadonlySet<string> {
  const rank = (char: string) => createHash('sha256').update(`${seed} ${char}`).digest('hex')
  const candidates = occurrencesIn(core)
    .filter(({ char, count, followed }) => followed * 2 >= count && findNote(char) !== undefined)
    .map((entry) => ({ ...entry, rank: rank(entry.char) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
  const wanted = Math.max(LEAST_NOTES, Math.round([...core].length * NOTE_SHARE))
  const noted = new Set<string>()
  let notes = 0
  let repeated = false
  for (const { char, count } of candidates) {
    if (notes >= wanted && noted.size >= LEAST_CHARACTERS && repeated) return noted
    noted.add(char)
    notes += count
    repeated ||= count > 1
  }
  return notes >= LEAST_NOTES && noted.size >= LEAST_CHARACTERS && repeated ? noted : new Set()
}

/** Converts `text` and puts the note behind every occurrence of a noted character. Markup may stand in `text`. */
export function damage(text: string, noted: ReadonlySet<string>): string {
  const notes = new Map([...noted].map((char) => [char, findNote(char)]))
  return [...convertByCharacter(text)]
    .map((char) => {
      const note = notes.get(char)
      return note === undefined ? char : `${char}(${note})`
    })
    .join('')
}
