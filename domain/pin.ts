/** Editors' pins: data, evaluated in our API, the same on every engine. */
import type { Kind } from './item.ts'

/** All absent: the whole town. Kind, region and category narrow it; a pin shows where every part given is met exactly. */
export interface PinScope {
  kind?: Kind
  region?: string
  category?: string
}
export interface Pin {
  pinId: number
  itemId: string
  scope: PinScope
  /** Lower shows first. */
  order: number
  /** ISO instants, UTC; from inclusive, until exclusive. */
  from: string
  until: string
  reason: string
  who: string
}
/** At most this many show per scope. */
export const PINS_PER_SCOPE = 3
