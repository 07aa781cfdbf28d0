/** How near what was read is to what was written down, 0 to 1. */

/** Letters and digits only, so that quotes, blanks and widths do not count. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

export function sameText(read: string | null | undefined, wanted: string): number {
  return read && keyOf(read) === keyOf(wanted) ? 1 : 0
}

/** Han, Kana and Thai are written without blanks between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu

function isUnspaced(text: string): boolean {
  return (text.match(UNSPACED)?.length ?? 0) > text.replace(/\s+/g, '').length * 0.2
}

/** F1 over pairs of characters, or over runs of four words where blanks part the words; the wanted text decides which. */
export function bodyF1(read: string, wanted: string): number {
  const pieces = isUnspaced(wanted) ? characterPairs : wordRuns
  return bagF1(pieces(read.normalize('NFKC')), pieces(wanted.normalize('NFKC')))
}

function characterPairs(text: string): string[] {
  const characters = [...text.replace(/\s+/g, '')]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

const RUN = 4

function wordRuns(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const runs = words.slice(0, Math.max(1, words.length - RUN + 1))
  return runs.map((_, index) => words.slice(index, index + RUN).join(' '))
}

/** F1 over multisets; two empty ones are equal. */
export function bagF1(read: string[], wanted: string[]): number {
  if (read.length + wanted.length === 0) return 1
  const left = new Map<string, number>()
  for (const piece of wanted) left.set(piece, (left.get(piece) ?? 0) + 1)
  let hits = 0
  for (const piece of read) {
    const rest = left.get(piece) ?? 0
    if (rest === 0) continue
    hits += 1
    left.set(piece, rest - 1)
  }
  return (2 * hits) / (read.length + wanted.length)
}

export function setF1(read: string[], wanted: string[]): number {
  return bagF1([...new Set(read)], [...new Set(wanted)])
}

/** Share of `found` among `among`; 1 when there is nothing to find. */
export function share(found: number, among: number): number {
  return among === 0 ? 1 : found / among
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Nearest rank; `rank` 0.5 is the median. Throws RangeError without values. */
export function quantile(values: readonly number[], rank: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * rank))]
  if (value === undefined) throw new RangeError('no values')
  return value
}
