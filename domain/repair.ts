/**
 * Text damage of class A (DOMAIN section 6): copy sites replace simplified
 * characters from a table, and part of that table says *character + "(" + pinyin
 * + ")"*. Inside one page the noted characters are noted every time, which is
 * what tells damage from a pronunciation lesson.
 */
import { pinyin } from 'pinyin-pro'
import type { Repair } from './item.ts'
import { changesInSimplified, isTraditional, toSimplified } from './script.ts'

/** A Han character and the toned notes right behind it. Combining marks: some pages send NFD. */
const NOTED = /(\p{Script=Han})((?:[（(](?:[a-zü\u00e0-\u01dc\u0261\u1e3f]|[\u0300-\u0304\u0308\u030c]){1,14}[)）])+)/gu
const NOTE = /[（(]([^()（）]+)[)）]/gu
const TONED = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/u
const HAN_NEXT = /^\p{Script=Han}/u

/** Gate A, all of it over the whole page. The figures were measured on seven damaged pages. */
const GATE = { characters: 4, notes: 10, noted: 0.9, followed: 0.5, unchanged: 0.05 }

/** Notes that class A may remove but whose page failed the gate, on at least this many characters: worth a look. */
const SUSPECT_CHARACTERS = 3
/** Class C, a note split between the bytes of a character: `?` or U+FFFD, then pinyin and a closing bracket. */
const SPLIT_NOTE = /\p{Script=Han}[?\ufffd][(（]?[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,7}[)）]/u
/** Class B, a toneless note said more than once: 政(zheng)(zheng). */
const REPEATED_NOTE = /\p{Script=Han}([（(][a-z]{1,7}[)）])\1/u

const readingsOf = new Map<string, Set<string>>()

/** Every reading of the character and of its simplified form; sites note the first reading, not the right one. */
function findReadings(character: string): Set<string> {
  let readings = readingsOf.get(character)
  if (!readings) {
    readings = new Set()
    for (const form of new Set([character, toSimplified(character)])) {
      for (const reading of pinyin(form, { multiple: true, type: 'array' })) readings.add(reading.normalize('NFC'))
    }
    readingsOf.set(character, readings)
  }
  return readings
}

interface Note {
  character: string
  /** Offset of the opening bracket in the text, UTF-16 units. */
  offset: number
  removed: string
  removable: boolean
  followed: boolean
}

/** Right notes only: 读(sù) and (μg) are none. A note is removable when simplification changes its character. */
function findNotes(text: string): Note[] {
  const notes: Note[] = []
  for (const match of text.matchAll(NOTED)) {
    const [whole, character = '', run = ''] = match
    let offset = match.index + character.length
    const followed = HAN_NEXT.test(text.slice(match.index + whole.length, match.index + whole.length + 2))
    for (const [removed, letters = ''] of run.matchAll(NOTE)) {
      const reading = letters.normalize('NFC').replaceAll('\u0261', 'g')
      if (reading.length > 7 || !TONED.test(reading) || !findReadings(character).has(reading)) break
      notes.push({ character, offset, removed, removable: changesInSimplified(character), followed })
      offset += removed.length
    }
  }
  return notes
}

function passesGate(notes: Note[], text: string): boolean {
  const removable = notes.filter((note) => note.removable)
  const timesNoted = new Map<string, number>()
  for (const { character } of removable) timesNoted.set(character, (timesNoted.get(character) ?? 0) + 1)
  let occurrences = 0
  for (const character of text) if (timesNoted.has(character)) occurrences += 1
  return (
    timesNoted.size >= GATE.characters &&
    removable.length >= GATE.notes &&
    removable.length >= occurrences * GATE.noted &&
    removable.filter((note) => note.followed).length >= removable.length * GATE.followed &&
    Math.max(...timesNoted.values()) >= 2 &&
    notes.length - removable.length <= notes.length * GATE.unchanged
  )
}

/** Removes every removable note. Only for text whose page has passed the gate. */
export function stripNotes(text: string): string {
  let stripped = ''
  let from = 0
  for (const note of findNotes(text)) {
    if (!note.removable) continue
    stripped += text.slice(from, note.offset)
    from = note.offset + note.removed.length
  }
  return stripped + text.slice(from)
}

function looksSuspect(notes: Note[], text: string): boolean {
  const noted = new Set(notes.filter((note) => note.removable).map((note) => note.character))
  if (noted.size >= SUSPECT_CHARACTERS || SPLIT_NOTE.test(text)) return true
  return REPEATED_NOTE.test(text) && isTraditional(text)
}

/**
 * Repairs all parts of one page together, since the verdict is the page's: a
 * title alone never holds ten notes. Below the gate nothing is touched. Offsets
 * in `repair.notes` count in the parts joined by `\n` in the order given.
 */
export function repairDocument(parts: Record<string, string>): { parts: Record<string, string>; repair: Repair } {
  const text = Object.values(parts).join('\n')
  const notes = findNotes(text)
  if (!passesGate(notes, text)) {
    return { parts, repair: { class: looksSuspect(notes, text) ? 'suspect' : 'none', notes: [] } }
  }
  const removed = notes.filter((note) => note.removable)
  return {
    parts: Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, stripNotes(part)])),
    repair: { class: 'A', notes: removed.map((note) => ({ offset: note.offset, removed: note.removed })) },
  }
}
