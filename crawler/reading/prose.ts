/** How much a text says, in one measure for scripts with and without blanks between words. */

/** A character of Chinese, Japanese or Thai counts as one, a word of any other script as one. */
export function sizeOf(text: string): number {
  let size = 0
  for (const [run, dense] of text.matchAll(
    /([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Myanmar}]+)|[\p{L}\p{M}\p{N}]+/gu,
  ))
    size += dense === undefined ? 1 : run.length
  return size
}

const STOP = /[。！？!?…；;]|[.:](?:\s|["”’)]|$)|[।။]/u
const FEWEST_SAID = 8

/** A line that says something: long enough for a sentence, and ended like one or too long for a label. */
export function isStatement(line: string): boolean {
  const size = sizeOf(line)
  return size >= FEWEST_SAID && (STOP.test(line) || size >= 30)
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
