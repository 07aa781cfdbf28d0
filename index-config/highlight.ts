/** Marks the words of a question in a text. What comes out is HTML in which only our own <mark> is markup. */
import { foldScript } from '../domain/script.ts'
import { matchTerms, type Synonyms, withoutPrivateUse } from './analyse.ts'

const START = '\ue010'
const END = '\ue011'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Marks by private-use characters first, escapes, and swaps the marks for tags last, so that nothing of the text can
 * become a tag. Private-use characters of the text itself are dropped before. Throws QueryError as a search does.
 */
export function highlight(text: string, q: string, synonyms?: Synonyms): string {
  const plain = withoutPrivateUse(text.toWellFormed())
  const words = (matchTerms(q, synonyms) ?? []).flat().map(({ normal }) => normal.replaceAll('\u0001', ''))
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
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      places.push({ from: starts[at] ?? 0, to: starts[at + word.length] ?? text.length })
  }
  return merged(places)
}

/** Folded text and, for each of its UTF-16 units, where in `text` it came from. */
function foldedPlaces(text: string): { folded: string; starts: number[] } {
  const whole = foldScript(text)
  if (whole.length === text.length) return { folded: whole, starts: [...whole.split('').keys()] }
  // Where folding changes the length (㎡ becomes m2), one character at a time keeps the places right.
  let folded = ''
  const starts: number[] = []
  let at = 0
  for (const character of text) {
    const piece = foldScript(character)
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
