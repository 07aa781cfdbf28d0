/** Which items wait for an editor before anybody reads them (DOMAIN sections 6, 9 and 17). A single warning hides nothing. */
import type { Flag } from './item.ts'

/** Money and fraud: two of different kinds in one posting are a pattern. */
const FRAUD = new Set([
  'fee',
  'deposit',
  'training-loan',
  'impersonation',
  'rebate',
  'overseas',
  'id-held',
  'chat-only',
  'too-good',
])
const FRAUD_TO_HOLD = 2
/** Exclusion: a public body's own call keeps its wording with a neutral note, anybody else's is looked at first. */
const EXCLUSION = new Set(['sex', 'birth', 'ethnicity', 'religion', 'residence', 'hepatitis-b'])
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
