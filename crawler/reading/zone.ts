/** Where on a page its info line may stand: around the headline, around the text, in the table before it. */
import { keyOf } from './keys.ts'

export interface Zone {
  /** The headline, what stands a little above it, and what stands between it and the text. */
  near: string[]
  /** Of these, what may be an info line: under the headline, and above it. */
  below: string[]
  above: string[]
  /** The first lines of the text itself and those after its end. */
  far: string[]
  /** More of what follows the text: notes on copyright name the source there. */
  after: string[]
  /** Short lines before the text: the header table of open information. */
  table: string[]
}

const ABOVE = 4
const BELOW = 12
const AFTER = 8

/** `lines` of the whole page, `body` the text that was found in it. */
export function infoZone(lines: string[], title: string, body: string): Zone {
  const headkey = keyOf(title)
  const paragraphs = body.split('\n')
  const said = (key: string) => key !== '' && key !== headkey
  const start = startOf(lines, headkey, firstOf(paragraphs, said))
  const headline = headlineBefore(lines, headkey, start) ?? Math.max(0, start - BELOW)
  const to = Math.min(Math.max(start, headline + 1), headline + 60)
  const end = Math.max(to, lastIndexOf(lines, keyOf(paragraphs.findLast((text) => said(keyOf(text))) ?? '')))
  const above = lines.slice(Math.max(0, headline - ABOVE), headline)
  const between = lines.slice(headline + 1, to)
  const under = lines.slice(to, headline + 7)
  const below = [...between, ...under].filter((line) => line.length <= 120)
  return {
    near: [...above, lines[headline] ?? '', ...between, ...under.filter((line) => line.length <= 80)],
    below,
    above,
    far: [...lines.slice(to, to + 3), ...lines.slice(end, end + AFTER)].filter(
      (line) => line.length <= 300 || /^\D{0,3}\d/.test(line),
    ),
    after: lines.slice(end, end + 5 * AFTER).filter((line) => line.length <= 200),
    table: lines.slice(0, to).filter((line) => line.length <= 200),
  }
}

/**
 * The line of the page that begins as the text begins: the last one below the headline, since boxes beside the text
 * repeat its beginning; the longest paragraphs are surest, the first is nearest.
 */
function startOf(lines: string[], title: string, paragraphs: string[]): number {
  for (const paragraph of paragraphs) {
    const wanted = paragraph.slice(0, 24)
    if (wanted.length < 8) continue
    const at = lastBelow(title, lines, (line) => keyOf(line.slice(0, BEGINNING)).startsWith(wanted))
    if (at !== undefined) return at
  }
  return Math.min(lines.length, 60)
}

/** The last such line that stands below the headline, else the last such line. */
function lastBelow(title: string, lines: string[], isSuch: (line: string) => boolean): number | undefined {
  let last: number | undefined
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? ''
    if (line.length < 8 || !isSuch(line)) continue
    if (headlineBefore(lines, title, at) !== undefined) return at
    last ??= at
  }
  return last
}

/** Enough of a line to tell how it begins; whole paragraphs take long. */
const BEGINNING = 160
const LOOKED_FOR = 8

/** Keys of the first paragraphs that say something. */
function firstOf(paragraphs: string[], said: (key: string) => boolean): string[] {
  const found: string[] = []
  for (const paragraph of paragraphs) {
    const key = keyOf(paragraph)
    if (said(key)) found.push(key)
    if (found.length === LOOKED_FOR) break
  }
  return found
}

/** The last line that says the same, or -1. Only lines of a length that can are looked at. */
function lastIndexOf(lines: string[], wanted: string): number {
  if (wanted === '') return lines.findLastIndex((line) => keyOf(line) === '')
  return lines.findLastIndex((line) => line.length * 4 >= wanted.length && keyOf(line) === wanted)
}

function headlineBefore(lines: string[], title: string, start: number): number | undefined {
  if (title === '') return undefined
  for (let index = start; index >= Math.max(0, start - 60); index -= 1) {
    const key = keyOf(lines[index] ?? '')
    if (key !== '' && (key === title || (title.length >= 8 && key.startsWith(title)))) return index
  }
  return undefined
}
