/**
 * Damage of class D (DOMAIN section 6): the first byte, A1, of a full stop 。 (A1 A3) was lost. What is left of it leads
 * the next byte: always a full-width sign or letter, since their first byte is A3. `;ヂ摼W新聞` was `。互聯網新聞`.
 */
import { commonShare } from './common.ts'
import type { Edit } from './edits.ts'
import { findBytes } from './gbk.ts'
import { type Realigned, realign } from './shifted.ts'

/** A full-width form of ASCII, or ASCII that a page narrowed, with something of two bytes behind it. */
const SUSPECT = /[!-~\uff01-\uff5e](?=[^\u0000-\u00ff])/gu
const FULL_WIDTH_LEAD = 0xa3
const ASCII_TO_TRAIL = 0x80

/** Only ever asked of a page that is known to be damaged, so a clear gain is enough. */
const LEAST_COMMON = 0.8
const LEAST_GAIN = 0.3

export function findLostBytes(text: string): Edit[] {
  const edits: Edit[] = []
  let done = 0
  for (const match of text.matchAll(SUSPECT)) {
    if (match.index < done) continue
    const run = realign(text, match.index + 1, trailOf(match[0]))
    if (!run || !isGain(run, text.slice(match.index + 1, run.end))) continue
    edits.push({
      offset: match.index,
      removed: text.slice(match.index, run.end),
      inserted: `。${run.text}`,
      class: 'D',
    })
    done = run.end
  }
  return edits
}

/** Second byte of the sign as GBK has it. */
function trailOf(sign: string): number {
  const bytes = findBytes(sign)
  return bytes?.[0] === FULL_WIDTH_LEAD ? bytes[1] : sign.charCodeAt(0) + ASCII_TO_TRAIL
}

function isGain({ text }: Realigned, shown: string): boolean {
  const share = commonShare(text)
  return share >= LEAST_COMMON && share - commonShare(shown) >= LEAST_GAIN
}
