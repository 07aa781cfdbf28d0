/** Damage of class B (DOMAIN section 6): notes without tone marks, said once or several times: 政(zheng)(zheng)府. */
import { isTraditional } from '../script.ts'
import type { Edit } from './edits.ts'
import { isPlainReading } from './readings.ts'

const NOTED = /(\p{Script=Han})((?:[（(][a-z]{1,7}[)）])+)/gu
const NOTE = /[（(]([a-z]{1,7})[)）]/gu

/** Gate B: a page of traditional text with this many notes, one of them repeated on the spot, or very many. */
const GATE = { notes: 8, characters: 5, many: 30 }

/** `repeated`: the same note stands right before it. */
interface PlainNote extends Edit {
  character: string
  repeated: boolean
}

export function findPlainNotes(text: string): PlainNote[] {
  const notes: PlainNote[] = []
  for (const match of text.matchAll(NOTED)) {
    const [, character = '', run = ''] = match
    let offset = match.index + character.length
    let before = ''
    for (const [removed, letters = ''] of run.matchAll(NOTE)) {
      if (!isPlainReading(character, letters)) break
      notes.push({ character, offset, removed, inserted: '', class: 'B', repeated: removed === before })
      offset += removed.length
      before = removed
    }
  }
  return notes
}

export function passesGateB(notes: PlainNote[], text: string): boolean {
  const characters = new Set(notes.map((note) => note.character))
  const enough = notes.length >= GATE.many || notes.some((note) => note.repeated)
  return notes.length >= GATE.notes && characters.size >= GATE.characters && enough && isTraditional(text)
}

/** One note said twice in traditional text is no accident, whatever the gate says. */
export function isSuspect(notes: PlainNote[], text: string): boolean {
  return notes.some((note) => note.repeated) && isTraditional(text)
}
