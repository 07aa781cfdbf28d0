/** Engines in memory that ours is measured beside. */
import type { Spread } from './measure.ts'

export const PEERS = ['orama', 'minisearch', 'flexsearch'] as const
export type Peer = (typeof PEERS)[number]

export interface PeerFigures {
  lists: Spread
  maxRssMb: number
}
