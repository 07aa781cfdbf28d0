/**
 * How quick searching is at ten thousand, a hundred thousand and a million items, beside the bounds we keep to, the usual
 * join-and-sort shape and other engines: `node bench/search.ts [--size 10k,100k,1m] [--texts 100] [--engines orama,minisearch,flexsearch]`.
 * bench/search/README.md says what is made up and how it is measured. Ratios are the finding.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { preparedDatabase } from './search/database.ts'
import { growthOf, linesAt, meiliLines, peerLines, printLines } from './search/lines.ts'
import type { MeiliFigures } from './search/meilisearch.ts'
import type { Figures, Orders } from './search/ours.ts'
import { PEERS, type PeerFigures } from './search/peers.ts'

const SIZES: Record<string, number> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 }

/** Engines in memory, and servers, take too long beyond. */
const MOST_FOR_OTHERS = 100_000

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10k,100k,1m' },
    texts: { type: 'string', default: '100' },
    engines: { type: 'string', default: PEERS.join(',') },
  },
})
const say = (line: string) => process.stderr.write(`${line}\n`)
const counts = values.size.split(',').map((size) => {
  const count = SIZES[size]
  if (count === undefined) throw new Error(`--size takes ${Object.keys(SIZES).join(', ')}`)
  return count
})
const figures: Figures[] = []
for (const count of counts) {
  const found = await run<Figures>('ours', await ordersFor(count))
  figures.push(found)
  printLines(linesAt(found))
}
printLines(growthOf(figures))
await measurePeers(Math.min(...counts))
await measureMeilisearch(Math.max(0, ...counts.filter((count) => count <= MOST_FOR_OTHERS)))
console.log(
  `load of the machine at the end: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
)

async function ordersFor(count: number): Promise<Orders> {
  return { path: await preparedDatabase(count, say), count, texts: Number(values.texts) }
}

async function measurePeers(count: number): Promise<void> {
  if (count > MOST_FOR_OTHERS) return
  for (const name of values.engines.split(',').filter(Boolean)) {
    const found = await run<PeerFigures>('peer', { name, count })
    printLines(
      peerLines(
        name,
        count,
        found,
        figures.find((own) => own.count === count),
      ),
    )
  }
}

async function measureMeilisearch(count: number): Promise<void> {
  if (process.env.MEILI_URL === undefined) console.log('Meilisearch: not run, MEILI_URL is not set')
  else if (count > 0) printLines(meiliLines(await run<MeiliFigures>('meilisearch', await ordersFor(count))))
}

/** Each in a process of its own, for its memory's sake. */
async function run<Told>(what: 'ours' | 'peer' | 'meilisearch', orders: object): Promise<Told> {
  const child = fork(new URL(`./search/${what}.ts`, import.meta.url), [JSON.stringify(orders)])
  const ended = once(child, 'exit')
  const [told] = (await Promise.race([once(child, 'message'), ended])) as [Told | number | null]
  if (told === null || typeof told === 'number') throw new Error(`${what} ended with ${told}`)
  await ended
  return told
}
