/** Changes to a text that know where in the raw text they were made, however many passes came before. */
import type { DamageClass } from '../item.ts'

/** `offset` and `removed` count in the text that the pass was given, UTF-16 units. */
export interface Edit {
  offset: number
  removed: string
  inserted: string
  class: DamageClass
}

/** A text under repair. `origin[i]` is the offset in the raw text of unit i. */
export interface Tape {
  text: string
  origin: readonly number[]
}

export function tapeOf(text: string): Tape {
  return { text, origin: Array.from({ length: text.length }, (_, index) => index) }
}

/** `edits` in order, not overlapping. */
export function applyEdits({ text, origin }: Tape, edits: Edit[]): Tape {
  if (edits.length === 0) return { text, origin }
  const pieces: string[] = []
  const from: number[] = []
  let at = 0
  for (const { offset, removed, inserted } of edits) {
    pieces.push(text.slice(at, offset), inserted)
    for (let unit = at; unit < offset; unit += 1) from.push(origin[unit] ?? 0)
    for (let unit = 0; unit < inserted.length; unit += 1) from.push(origin[offset] ?? 0)
    at = offset + removed.length
  }
  pieces.push(text.slice(at))
  for (let unit = at; unit < text.length; unit += 1) from.push(origin[unit] ?? 0)
  return { text: pieces.join(''), origin: from }
}
