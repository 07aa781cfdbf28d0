/** How much a text says, in one measure for scripts with and without blanks between words. */

/** A character of Chinese, Japanese, Thai or Burmese counts as one, a word of any other script as one. */
export function sizeOf(text: string): number {
  return plainSizeOf(text) ?? mixedSizeOf(text)
}

/** Of texts in plain Chinese and ASCII, which most are; undefined for any other. */
function plainSizeOf(text: string): number | undefined {
  let size = 0
  let isInWord = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isWord = isAsciiWord(code)
    const isHan = code >= 0x4e00 && code <= 0x9fff
    if (!isWord && !isHan && !isPlainSign(code)) return undefined
    if (isHan || (isWord && !isInWord)) size += 1
    isInWord = isWord
  }
  return size
}

function isAsciiWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39)
}

/** ASCII and the punctuation of Chinese. */
function isPlainSign(code: number): boolean {
  if (code < 0x80 || code === 0xa0 || code === 0xb7) return true
  if (code >= 0x2010 && code <= 0x2027) return true
  if (code >= 0x3000 && code <= 0x3020) return code <= 0x3004 || code >= 0x3008
  return (code >= 0xff01 && code <= 0xff0f) || (code >= 0xff1a && code <= 0xff20)
}

function mixedSizeOf(text: string): number {
  let size = 0
  for (const [run, dense] of text.matchAll(RUNS)) size += dense === undefined ? 1 : run.length
  return size
}

const RUNS =
  /([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Myanmar}]+)|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Myanmar}]]+/gv

const STOP = /[。！？!?…；;]|[.:](?:\s|["”’)]|$)|[।။]/u
const FEWEST_SAID = 8

/** From these on no label is so long; with a comma inside, no headline of a list. */
const FEWEST_UNENDED = 30
const FEWEST_WITH_COMMA = 14

/** A line that says something: long enough for a sentence, and ended like one or too long for a label. */
export function isStatement(line: string): boolean {
  const size = sizeOf(line)
  if (size < FEWEST_SAID) return false
  return STOP.test(line) || size >= FEWEST_UNENDED || (size >= FEWEST_WITH_COMMA && line.includes('，'))
}

/** Written for the most part in Chinese characters. */
export function isHan(text: string): boolean {
  const size = Math.min(text.length, 4_000)
  let han = 0
  for (let at = 0; at < size; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0x4e00 && code <= 0x9fff) han += 1
    else if (code > 0x2e7f && isRareHan(text.slice(at, at + 2))) han += 1
  }
  return han > size * 0.3
}

function isRareHan(text: string): boolean {
  return /^\p{sc=Han}/u.test(text)
}
