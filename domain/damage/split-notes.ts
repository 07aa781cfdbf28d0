/**
 * Damage of class C (DOMAIN section 6): a note that was put between the bytes of a character. The replacing went by bytes:
 * it took the second byte of one character and the first of the next for a character of its table.
 */
import { commonShare } from './common.ts'
import type { Edit } from './edits.ts'
import { findBytes, isLead } from './gbk.ts'
import { findTrails, type Realigned, realign } from './shifted.ts'

const TONED = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]/u
const SPLIT =
  /(\p{Script=Han})([?\ufffd]{1,2}[（(]?((?:[a-zü\u00e0-\u01dc\u0261\u1e3f]|[\u0300-\u0304\u0308\u030c]){1,14})[)）])/gu

/** What was meant must be nearly all frequent characters, and more of them than what is shown. */
const LEAST_COMMON = 0.8

/** One edit for each place that can be read in one way only; the others are left as they stand. */
export function findSplitNotes(text: string): Edit[] {
  const edits: Edit[] = []
  let done = 0
  for (const match of text.matchAll(SPLIT)) {
    const [, before = '', note = '', letters = ''] = match
    const offset = match.index + before.length
    if (offset < done || !TONED.test(letters.normalize('NFC'))) continue
    const whole = rebuild(text, { before, reading: letters.normalize('NFC'), at: offset + note.length })
    if (!whole) continue
    edits.push({ offset, removed: text.slice(offset, whole.end), inserted: whole.text, class: 'C' })
    done = whole.end
  }
  return edits
}

/** True when such places are there, whether or not they can be rebuilt. */
export function hasSplitNotes(text: string): boolean {
  return [...text.matchAll(SPLIT)].some(([, , , letters = '']) => TONED.test(letters.normalize('NFC')))
}

function rebuild(text: string, { before, reading, at }: { before: string; reading: string; at: number }) {
  const trail = findBytes(before)?.[1]
  if (trail === undefined || !isLead(trail)) return undefined
  const readings = findTrails(trail, reading)
    .map((lead) => realign(text, at, lead))
    .filter((run): run is Realigned => run !== undefined && isBetter(run.text, text.slice(at, run.end)))
    .sort((a, b) => commonShare(b.text) - commonShare(a.text))
  const [best, second] = readings
  return second && best && commonShare(second.text) >= commonShare(best.text) ? undefined : best
}

function isBetter(meant: string, shown: string): boolean {
  const share = commonShare(meant)
  return share >= LEAST_COMMON && share >= commonShare(shown)
}
