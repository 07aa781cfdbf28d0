/**
 * Repair of damaged copies (DOMAIN section 6). The verdict is the page's, by gates over all of its parts together: a
 * title alone never holds ten notes. Below the gates nothing is touched. The five classes have a file each in `damage/`.
 */
import { applyEdits, type Edit, type Tape, tapeOf } from './damage/edits.ts'
import { findLostBytes } from './damage/lost-bytes.ts'
import { findPlainNotes, isSuspect as isSuspectPlain, passesGateB } from './damage/plain-notes.ts'
import { findSplitNotes, hasSplitNotes } from './damage/split-notes.ts'
import { findTonedNotes, isSuspect as isSuspectToned, passesGateA } from './damage/toned-notes.ts'
import type { Repair, RepairNote } from './item.ts'

/** One way to mend, tried on the text that the ways before it left. */
type Pass = (text: string) => Edit[]

const removable: Pass = (text) => findTonedNotes(text).filter((note) => note.removable)

/** Bytes come first: what was out of step may hold notes, and those are counted by the gates. */
const PASSES: Record<'A' | 'B', Pass[]> = {
  A: [findSplitNotes, findLostBytes, removable],
  B: [findSplitNotes, findLostBytes, findPlainNotes],
}

/** `suspect`: damage is there, and too little of it to be sure. */
type Verdict = 'A' | 'B' | 'suspect' | 'none'

function judge(text: string): Verdict {
  const inStep = applyEdits(tapeOf(text), findSplitNotes(text)).text
  const toned = findTonedNotes(inStep)
  if (passesGateA(toned, inStep)) return 'A'
  const plain = findPlainNotes(inStep)
  if (passesGateB(plain, inStep)) return 'B'
  return isSuspectToned(toned) || isSuspectPlain(plain, inStep) || hasSplitNotes(text) ? 'suspect' : 'none'
}

function mend(text: string, verdict: Verdict): { text: string; notes: RepairNote[] } {
  if (verdict === 'none' || verdict === 'suspect') return { text, notes: [] }
  let tape: Tape = tapeOf(text)
  const notes: RepairNote[] = []
  for (const pass of PASSES[verdict]) {
    const edits = pass(tape.text)
    for (const edit of edits) notes.push(toNote(edit, tape))
    tape = applyEdits(tape, edits)
  }
  return { text: tape.text, notes: notes.sort((a, b) => a.offset - b.offset) }
}

function toNote({ offset, removed, inserted, class: kind }: Edit, { origin }: Tape): RepairNote {
  return { offset: origin[offset] ?? 0, removed, ...(inserted && { inserted }), class: kind }
}

/** Mends a piece of a page (a cell, a file's name, a piece of HTML) by the page's own verdict; anything else stays as it is. */
export function repairPiece(text: string, verdict: Repair['class']): string {
  return mend(text, isApplied(verdict) ? verdict : 'none').text
}

const isApplied = (verdict: Repair['class']): verdict is 'A' | 'B' => verdict === 'A' || verdict === 'B'

/**
 * Repairs all parts of one page together. Offsets in `repair.notes` count in the parts joined by `\n` in the order given.
 * Idempotent; undamaged text comes back as the same string.
 */
export function repairDocument(parts: Record<string, string>): { parts: Record<string, string>; repair: Repair } {
  const verdict = judge(Object.values(parts).join('\n'))
  if (!isApplied(verdict)) return { parts, repair: { class: verdict, notes: [] } }
  const notes: RepairNote[] = []
  const mended: Record<string, string> = {}
  let start = 0
  for (const [name, part] of Object.entries(parts)) {
    const whole = mend(part, verdict)
    mended[name] = whole.text
    for (const note of whole.notes) notes.push({ ...note, offset: start + note.offset })
    start += part.length + 1
  }
  return { parts: mended, repair: { class: verdict, notes } }
}
