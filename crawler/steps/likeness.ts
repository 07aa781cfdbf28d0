/** How much of one text stands in another: words, and pairs of neighbouring Han characters. Pure. */

function piecesOf(text: string): Set<string> {
  const plain = text.normalize('NFKC').toLowerCase()
  const words = plain.match(/[\p{Script=Latin}\p{M}]{2,}|\d{2,}/gu) ?? []
  const runs = plain.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,}/gu) ?? []
  const pairs = runs.flatMap((run) => [...run].slice(1).map((character, at) => `${[...run][at]}${character}`))
  return new Set([...words, ...pairs])
}

/** 0 to 1: how much of `part` stands in `whole`; undefined when `part` says too little to tell. */
export function shareIn(part: string, whole: string, least = 3): number | undefined {
  const pieces = piecesOf(part)
  if (pieces.size < least) return undefined
  const there = piecesOf(whole)
  return [...pieces].filter((piece) => there.has(piece)).length / pieces.size
}

/** True when the two share next to nothing, and both say something. */
export function areStrangers(one: string, other: string, most = 0.2): boolean {
  const [there, back] = [shareIn(one, other, 1), shareIn(other, one, 1)]
  return there !== undefined && back !== undefined && there < most && back < most
}
