/** Marks the words of a question in a text. What comes out is HTML in which only our own <mark> is markup. */
import { isWordCharacter, writtenOf } from './analyse.ts'
import { fold, withoutPrivateUse } from './fold.ts'
import { plainTerms, type Terms } from './question.ts'

const START = '\ue010'
const END = '\ue011'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Marks by private-use characters first, escapes, and swaps the marks for tags last, so that nothing of the text can
 * become a tag. Private-use characters of the text itself are dropped before. `asked`: what `readQuestion` made of the
 * question, or the question itself, whose own words alone are marked then.
 */
export function highlight(text: string, asked: string | Terms): string {
  const plain = withoutPrivateUse(text.toWellFormed())
  const terms = typeof asked === 'string' ? (plainTerms(asked) ?? []) : asked
  const words = terms.flat().flatMap(({ normal }) => writtenOf(normal).split(' '))
  const marked = withMarks(plain, placesOf(plain, words))
  return escapeHtml(marked).replaceAll(START, '<mark>').replaceAll(END, '</mark>')
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

interface Span {
  from: number
  to: number
}

/** Ends come from folded text, so both ends are moved back to the text as written. */
function placesOf(text: string, words: readonly string[]): Span[] {
  const { folded, starts } = foldedPlaces(text)
  const places: Span[] = []
  for (const word of new Set(words)) {
    for (let at = folded.indexOf(word); at >= 0 && word !== ''; at = folded.indexOf(word, at + word.length)) {
      const end = at + word.length
      if (isWhole(folded, at, end)) places.push({ from: starts[at] ?? 0, to: starts[end] ?? text.length })
    }
  }
  return merged(places)
}

/** A word or number is marked where it stands alone, as it is found: hr not in three. */
function isWhole(folded: string, at: number, end: number): boolean {
  const [before, first, last, after] = [at - 1, at, end - 1, end].map((place) => isWordCharacter(folded.charAt(place)))
  return !(before && first) && !(last && after)
}

/** Folded text and, for each of its UTF-16 units, where in `text` it came from. */
function foldedPlaces(text: string): { folded: string; starts: number[] } {
  const whole = fold(text)
  if (whole.length === text.length) return { folded: whole, starts: [...whole.split('').keys()] }
  // Where folding changes the length (㎡ becomes m2), one character at a time keeps the places right.
  let folded = ''
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    const piece = fold(character)
    folded += piece
    for (let unit = 0; unit < piece.length; unit++) starts.push(at)
    at += character.length
  }
  return { folded, starts }
}

function merged(places: Span[]): Span[] {
  const kept: Span[] = []
  for (const place of places.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1)
    if (last && place.from <= last.to) last.to = Math.max(last.to, place.to)
    else kept.push({ ...place })
  }
  return kept
}

function withMarks(text: string, places: Span[]): string {
  let out = ''
  let end = 0
  for (const { from, to } of places) {
    out += text.slice(end, from) + START + text.slice(from, to) + END
    end = to
  }
  return out + text.slice(end)
}
