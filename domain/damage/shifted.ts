/**
 * Text that was read one byte out of step. Something stood between the two bytes of a character, or a byte was lost: from
 * there on each character shown is the second half of one and the first half of the next, until a byte of ASCII, or
 * another damaged place, brings both into step again.
 */
import { changesInSimplified } from '../script.ts'
import { findBytes, findCharacter, isLead } from './gbk.ts'
import { isReading } from './readings.ts'

export interface Realigned {
  /** The characters as they were meant. */
  text: string
  /** Offset behind the last unit that was out of step. */
  end: number
}

/** A note that swallowed a byte: what could not be decoded shows as `?` or U+FFFD, with the bracket or without. */
const SWALLOWED_NOTE =
  /^[?\ufffd]{1,2}[（(]?((?:[a-zü\u00e0-\u01dc\u0261\u1e3f]|[\u0300-\u0304\u0308\u030c]){1,14})[)）]/u

/** Longest run out of step that is worth a try; a real one ends with its line. */
const LONGEST_RUN = 200

/** All second bytes that make of `lead` a traditional character with this reading. */
export function findTrails(lead: number, reading: string): number[] {
  const trails: number[] = []
  for (let trail = 0x81; trail <= 0xfe; trail += 1) {
    const character = findCharacter(lead, trail)
    if (character && changesInSimplified(character) && isReading(character, reading)) trails.push(trail)
  }
  return trails
}

/**
 * Reads on from `at` with `pending`, a first byte whose second is the first byte shown. Undefined when the bytes make no
 * characters, or do not come into step before the line ends.
 */
export function realign(text: string, at: number, pending: number): Realigned | undefined {
  let lead = pending
  let read = ''
  for (let end = at; end < Math.min(text.length, at + LONGEST_RUN); end += 1) {
    const unit = text.charAt(end)
    const swallowed = SWALLOWED_NOTE.exec(text.slice(end, end + 20))
    if (swallowed) return endWithNote(read, lead, swallowed, end)
    const code = unit.charCodeAt(0)
    const bytes = code < 0x80 ? undefined : findBytes(unit)
    const character = findCharacter(lead, bytes?.[0] ?? code)
    if (character === undefined || (code >= 0x80 && bytes === undefined)) return undefined
    read += character
    if (bytes === undefined) return { text: read, end: end + 1 }
    if (!isLead(bytes[1])) return { text: read + String.fromCharCode(bytes[1]), end: end + 1 }
    lead = bytes[1]
  }
  return isCutOff(text, at, lead) ? { text: read, end: text.length } : undefined
}

/** The run ends in a character that carries its own note: its reading tells the second byte. The note itself stays. */
function endWithNote(read: string, lead: number, swallowed: RegExpExecArray, at: number): Realigned | undefined {
  const [whole, reading = ''] = swallowed
  const [trail, ...others] = findTrails(lead, reading)
  if (trail === undefined || others.length > 0) return undefined
  return { text: `${read}${findCharacter(lead, trail)}(${reading})`, end: at + whole.length }
}

/** Lead bytes of signs: a text that was cut there lost no more than its stop. */
const SIGN_LEADS = new Set([0xa1, 0xa3])

function isCutOff(text: string, at: number, lead: number): boolean {
  return text.length - at < LONGEST_RUN && SIGN_LEADS.has(lead)
}
