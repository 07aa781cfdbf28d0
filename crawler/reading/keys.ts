/** What is left of a text when spelling does not count. */

/** NFKC, lower case, letters and digits only: two headlines with the same key say the same. */
export function keyOf(text: string): string {
  return plainKeyOf(text) ?? mendedKeyOf(text)
}

function mendedKeyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** Of texts in plain Chinese and ASCII, which most are: the same without normalising; undefined for any other. */
function plainKeyOf(text: string): string | undefined {
  let key = ''
  /** Where the run of characters began that stay as they are; -1 between runs. */
  let from = -1
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (isKept(code)) {
      if (from < 0) from = at
      continue
    }
    if (code >= 0x80 && !DROPPED.has(code)) return undefined
    if (from >= 0) key += text.slice(from, at)
    from = -1
    if (code >= 0x41 && code <= 0x5a) key += String.fromCharCode(code + 0x20)
  }
  return from < 0 ? key : key + text.slice(from)
}

function isKept(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fa5) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
}

/** Punctuation of Chinese text: neither letters nor digits, and made of none. */
const DROPPED: ReadonlySet<number> = new Set(
  Array.from(
    '\u00a0\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u3000、。〈〉《》「」『』【】〔〕！（），：；？',
    (sign) => sign.charCodeAt(0),
  ),
)
