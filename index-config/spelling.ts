/** Pinyin typed without tones, with or without blanks, as words one after the other: datongzhaopin is 大同 招聘. */

/** A word and how it is spelled. */
export interface Part {
  /** Letters without blanks. */
  key: string
  word: string
  /** Syllables with blanks between. */
  spelled: string
  rank: number
  since: number
}

/** Longest spelling taken apart, and shortest and longest part of it, in letters. */
const MAX_LETTERS = 40
const PART = { least: 3, most: 16 }
/** Ways kept at each place. */
const MAX_WAYS = 8

/** Everything inside a spelling that may be the spelling of a word. */
export function partsWithin(asked: string): string[] {
  const { letters } = cutsOf(asked)
  if (letters.length > MAX_LETTERS) return []
  const starts = Array.from(letters, (_, at) => at)
  return starts.flatMap((at) => {
    const lengths = Math.min(PART.most, letters.length - at) - PART.least + 1
    return Array.from({ length: Math.max(0, lengths) }, (_, more) => letters.slice(at, at + PART.least + more))
  })
}

interface Way {
  words: string[]
  rank: number
  since: number
}

/**
 * What the whole spelling may stand for, words with blanks between: fewest words first, then the likeliest. A blank in
 * what was asked must stand between two syllables: xi an is 西安 and never 先.
 */
export function wordsSpelled(asked: string, parts: readonly Part[]): string[] {
  const { letters, cuts } = cutsOf(asked)
  if (letters === '' || letters.length > MAX_LETTERS) return []
  const ways: Way[][] = Array.from({ length: letters.length + 1 }, () => [])
  ways[letters.length] = [{ words: [], rank: 0, since: 0 }]
  for (let at = letters.length - 1; at >= 0; at--) {
    const here = parts.filter((part) => letters.startsWith(part.key, at) && fits(part, at, cuts))
    const longer = here.flatMap((part) => (ways[at + part.key.length] ?? []).map((rest) => withPart(part, rest)))
    ways[at] = longer.sort(likelier).slice(0, MAX_WAYS)
  }
  return [...new Set((ways[0] ?? []).map(({ words }) => words.join(' ')))]
}

function cutsOf(asked: string): { letters: string; cuts: number[] } {
  const syllables = asked.split(' ').filter(Boolean)
  let at = 0
  const cuts = syllables.map((one) => {
    at += one.length
    return at
  })
  return { letters: syllables.join(''), cuts }
}

function fits({ key, spelled }: Part, at: number, cuts: readonly number[]): boolean {
  const own = cutsOf(spelled).cuts
  return cuts.every((cut) => cut <= at || cut >= at + key.length || own.includes(cut - at))
}

function withPart(part: Part, rest: Way): Way {
  return {
    words: [part.word, ...rest.words],
    rank: Math.max(part.rank, rest.rank),
    since: Math.max(part.since, rest.since),
  }
}

function likelier(one: Way, other: Way): number {
  return one.words.length - other.words.length || one.rank - other.rank || one.since - other.since
}
