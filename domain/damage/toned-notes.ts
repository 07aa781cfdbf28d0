/**
 * Damage of class A (DOMAIN section 6): copy sites replace simplified characters from a table, and part of that table says
 * *character + "(" + pinyin + ")"*. Inside one page the noted characters are noted every time, which is what tells damage
 * from a pronunciation lesson.
 */
import { changesInSimplified } from '../script.ts'
import type { Edit } from './edits.ts'
import { isReading } from './readings.ts'

/** A Han character and the toned notes right behind it. Combining marks: some pages send NFD. */
const NOTED = /(\p{Script=Han})((?:[（(](?:[a-zü\u00e0-\u01dc\u0261\u1e3f]|[\u0300-\u0304\u0308\u030c]){1,14}[)）])+)/gu
const NOTE = /[（(]([^()（）]+)[)）]/gu
const TONED = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/u
const HAN_NEXT = /^\p{Script=Han}/u
const LONGEST_READING = 7

/** Gate A, all of it over the whole page. The figures were measured on seven damaged pages. */
const GATE = { characters: 4, notes: 10, noted: 0.9, followed: 0.5, unchanged: 0.05 }

/** Notes that class A may remove but whose page failed the gate, on at least this many characters: worth a look. */
const SUSPECT_CHARACTERS = 3

/** A right note: 读(sù) and (μg) are none. Removable when simplification changes its character. */
interface Note extends Edit {
  character: string
  removable: boolean
  followed: boolean
}

export function findTonedNotes(text: string): Note[] {
  const notes: Note[] = []
  for (const match of text.matchAll(NOTED)) {
    const [whole, character = '', run = ''] = match
    let offset = match.index + character.length
    const followed = HAN_NEXT.test(text.slice(match.index + whole.length, match.index + whole.length + 2))
    for (const [removed, letters = ''] of run.matchAll(NOTE)) {
      const reading = letters.normalize('NFC')
      if (reading.length > LONGEST_READING || !TONED.test(reading) || !isReading(character, letters)) break
      const removable = changesInSimplified(character)
      notes.push({ character, offset, removed, inserted: '', class: 'A', removable, followed })
      offset += removed.length
    }
  }
  return notes
}

export function passesGateA(notes: Note[], text: string): boolean {
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

/** Below the gate, and yet more than chance. */
export function isSuspect(notes: Note[]): boolean {
  const noted = new Set(notes.filter((note) => note.removable).map((note) => note.character))
  return noted.size >= SUSPECT_CHARACTERS
}
