/** Short versions of a text that pages put before it, in a box of their own. */
import { keyOf } from './keys.ts'
import { isSaid, type Passage } from './passages.ts'

const CALLED = /^[\s【[(（]*(?:简介|簡介|摘要|提要|内容(?:摘要|提要|简介))[\s】\])）]*[:：]/
/** Long enough to be the same by more than chance. */
const FEWEST_LETTERS = 12
/** Pairs of letters that a summary shares with the paragraph that says the same. */
const SHARED = 0.85

/** Calls itself so, or is said again by one paragraph of `rest`, which follows. Never where nothing is stated after it. */
export function isSummary(passage: Passage, rest: readonly Passage[]): boolean {
  const said = rest.filter(isSaid)
  const [next] = said
  if (!next || !isSaid(passage) || isBeside(passage, next)) return false
  if (CALLED.test(passage.text)) return true
  const key = keyOf(passage.text)
  return key.length >= FEWEST_LETTERS && said.some(({ text }) => isSaidAgain(key, keyOf(text)))
}

/** Paragraphs of one text stand beside each other. */
function isBeside({ block }: Passage, other: Passage): boolean {
  return other.block === block || other.block?.parent === block?.parent
}

function isSaidAgain(key: string, other: string): boolean {
  if (other.length < key.length * SHARED) return false
  const pairs = new Set(Array.from({ length: key.length - 1 }, (_, at) => key.slice(at, at + 2)))
  return [...pairs].filter((pair) => other.includes(pair)).length >= pairs.size * SHARED
}
