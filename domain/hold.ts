/** Which items wait for an editor before anybody reads them (DOMAIN sections 6, 9 and 17). A single warning hides nothing. */
import type { Flag } from './item.ts'
import { EXCLUSION_SIGNALS, FRAUD_SIGNALS } from './words/flag-words.ts'

/** Two of different kinds in one posting are a pattern. */
const FRAUD: ReadonlySet<string> = new Set(FRAUD_SIGNALS)
const FRAUD_TO_HOLD = 2
/** A public body's own call keeps its wording with a neutral note, anybody else's is looked at first. */
const EXCLUSION: ReadonlySet<string> = new Set(EXCLUSION_SIGNALS)
/** Nothing of a hijacked copy can be trusted. */
const UNTRUSTED = new Set(['hijacked'])

/** Ids of the flags for which the item is held; empty when it may be shown. `official`: a public body's own call. */
export function findHold(flags: readonly Flag[], official: boolean): string[] {
  const ids = [...new Set(flags.map((flag) => flag.id))]
  const fraud = ids.filter((id) => FRAUD.has(id))
  return [
    ...ids.filter((id) => UNTRUSTED.has(id)),
    ...(fraud.length >= FRAUD_TO_HOLD ? fraud : []),
    ...(official ? [] : ids.filter((id) => EXCLUSION.has(id))),
  ]
}
