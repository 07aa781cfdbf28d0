/** Figures beside the bounds that they are held to. */
import type { Spread } from './measure.ts'
import type { MeiliFigures } from './meilisearch.ts'
import type { Figures } from './ours.ts'
import type { PeerFigures } from './peers.ts'
import { SORTS_OF_TEXT } from './questions.ts'

interface Line {
  name: string
  value: string
  /** '' where there is no bound at this size. */
  bound: string
  kept?: boolean
}

const HUNDRED_THOUSAND = 100_000
const MILLION = 1_000_000
/** Milliseconds, 99th of a hundred. */
const LIST_BOUNDS: Record<number, number> = { [HUNDRED_THOUSAND]: 10, [MILLION]: 50 }

/** Null where nothing was measured: messages between processes know no NaN. */
const ms = (value: number | null) => (value === null ? '-' : value < 10 ? value.toFixed(2) : value.toFixed(1))
const spread = ({ p50, p99 }: Spread) => `${ms(p50)} / ${ms(p99)} ms`

export function linesAt(figures: Figures): Line[] {
  const at = nameOf(figures.count)
  const bound = LIST_BOUNDS[figures.count]
  const lists = SORTS_OF_TEXT.flatMap((sort) => [
    under(`${at}  ${sort}: list, total, facets`, figures.lists[sort], bound),
    under(`${at}  ${sort}: list alone`, figures.bareLists[sort], bound),
    under(`${at}  ${sort}: join and sort`, figures.joined[sort], undefined),
  ])
  const slowest = (spreads: Figures['lists']) => Math.max(...SORTS_OF_TEXT.map((sort) => spreads[sort].p99))
  const { capped, exact, texts } = figures.facets
  const { alone, beside, batchMs, batches } = figures.writing
  const overTheCap = [
    under(`${at}  facets of ${texts} texts over the cap`, capped, undefined),
    under(`${at}  the same, counted exactly`, exact, undefined),
    ratio(`${at}  capped of exact`, capped.p99 / exact.p99, figures.count === MILLION ? 0.1 : undefined),
  ]
  return [
    ...lists,
    ratio(
      `${at}  slowest list of slowest join and sort`,
      slowest(figures.bareLists) / slowest(figures.joined),
      bound && 0.05,
    ),
    under(`${at}  feed without words, a page`, figures.bareFeeds, undefined),
    under(`${at}  the same with its counts`, figures.feeds, undefined),
    ...Object.entries(figures.ranked).map(([sort, one]) => under(`${at}  sort=${sort}`, one, bound)),
    ...(texts === 0 ? [] : overTheCap),
    under(`${at}  list at rest`, alone, undefined),
    under(`${at}  list while batches of 20 are written`, beside, undefined),
    ratio(`${at}  while writing of at rest`, beside.p99 / alone.p99, 3),
    under(`${at}  a batch of 20 (${batches} of them)`, batchMs, undefined),
    {
      name: `${at}  memory of the process`,
      value: `${figures.maxRssMb.toFixed(0)} MB`,
      bound: '≤ 250 MB',
      kept: figures.maxRssMb <= 250,
    },
  ]
}

export function growthOf(figures: readonly Figures[]): Line[] {
  const small = figures.find(({ count }) => count === HUNDRED_THOUSAND)
  const large = figures.find(({ count }) => count === MILLION)
  if (!small || !large) return []
  return [
    ...SORTS_OF_TEXT.map((sort) => ratio(`1M of 100k  ${sort}`, large.lists[sort].p99 / small.lists[sort].p99, 6)),
    ratio('1M of 100k  feed', large.bareFeeds.p99 / small.bareFeeds.p99, 1.5),
    ratio('1M of 100k  feed with its counts', large.feeds.p99 / small.feeds.p99, 1.5),
  ]
}

export function peerLines(name: string, count: number, peer: PeerFigures, own: Figures | undefined): Line[] {
  const at = nameOf(count)
  const ours = own && Math.max(...SORTS_OF_TEXT.map((sort) => own.lists[sort].p99))
  return [
    under(`${at}  ${name} in memory: list alone`, peer.lists, undefined),
    { name: `${at}  ${name}: memory of the process`, value: `${peer.maxRssMb.toFixed(0)} MB`, bound: '' },
    ...(ours === undefined
      ? []
      : [ratio(`${at}  our whole answer of ${name}'s list, p99`, ours / peer.lists.p99, undefined)]),
  ]
}

export function meiliLines({ count, ours, direct, oursFull, stock, added, addedAsText }: MeiliFigures): Line[] {
  const at = nameOf(count)
  return [
    under(`${at}  Meilisearch: our whole answer`, ours, undefined),
    under(`${at}  Meilisearch: its requests alone`, direct, undefined),
    under(`${at}  Meilisearch: our answer of a whole page`, oursFull, undefined),
    under(`${at}  Meilisearch: its requests by the client as it comes`, stock, undefined),
    ratio(`${at}  our answer of the requests alone, p50`, ours.p50 / direct.p50, 1.15),
    ratio(`${at}  our answer of the client as it comes, p50`, oursFull.p50 / stock.p50, 0.2),
    ratio(
      `${at}  20 added of 20 added as searchable text (${ms(added)} ms)`,
      added / addedAsText,
      count === HUNDRED_THOUSAND ? 0.25 : undefined,
    ),
  ]
}

const nameOf = (count: number) => (count >= MILLION ? `${count / MILLION}M` : `${count / 1_000}k`)

function under(name: string, value: Spread, bound: number | undefined): Line {
  if (bound === undefined) return { name, value: spread(value), bound: '' }
  return { name, value: spread(value), bound: `p99 < ${bound} ms`, kept: value.p99 < bound }
}

function ratio(name: string, value: number, bound: number | undefined): Line {
  if (bound === undefined) return { name, value: value.toFixed(3), bound: '' }
  return { name, value: value.toFixed(3), bound: `≤ ${bound}`, kept: value <= bound }
}

/** p50 / p99. */
export function printLines(lines: readonly Line[]): void {
  for (const { name, value, bound, kept } of lines) {
    const verdict = kept === undefined ? '' : kept ? 'kept' : 'NOT KEPT'
    console.log(`${name.padEnd(56)} ${value.padStart(20)}   ${bound.padEnd(14)} ${verdict}`.trimEnd())
  }
}
