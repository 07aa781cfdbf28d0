/** Typing mistakes in words of Latin letters: a letter wrong, missing, too many, or two that changed places. */

/** Mistakes looked past: one from four letters on, two from eight. */
export function mistakesAllowed(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2
}

/** Letters from which others are left out; the rest is compared only (the way of SymSpell). */
const LOOKED_AT = 7

/** Keys under which a word is found: its first letters, less up to so many as may be wrong. Two words within that distance share one. */
export function mistakeKeys(word: string, mistakes = mistakesAllowed(word)): string[] {
  let last = new Set([word.slice(0, LOOKED_AT)])
  const keys = new Set(last)
  for (let left = mistakes; left > 0; left--) {
    last = new Set([...last].flatMap(withoutOne))
    for (const key of last) keys.add(key)
  }
  return [...keys]
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}

/** Least number of mistakes between two words; neighbours that changed places are one (optimal string alignment). */
export function mistakesBetween(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1]
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        i > 1 && j > 1 && swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = row
    row = next
  }
  return row[other.length] ?? 0
}
