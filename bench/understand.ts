/**
 * Items that `understand()` takes apart in a second on one core, texts of 2,000 characters, against parsing the same
 * text with parse5. Rounds take turns and the medians count; the ratio is the finding, the rate is this machine's.
 */
import { parse } from 'parse5'
import { loadTown } from '../crawler/town-folder.ts'
import type { Article } from '../domain/page.ts'
import { understand } from '../domain/understand.ts'
import { LENGTH, noticesOf } from './understand/notices.ts'

const ROUNDS = 9
const ITEMS = 120
/** How often each text is parsed, so that both sides take about as long. */
const PARSES = 10
const NOW = new Date('2026-05-06T04:00:00Z')

const town = await loadTown(process.argv[2] ?? 'datong')
const source = town.sources[0]
if (!source) throw new Error(`the town ${town.slug} has no source`)
const articles = noticesOf(ITEMS)

/** Time of the processor, not of the clock: what else the machine does costs neither side. */
const seconds = (work: () => void) => {
  const started = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1_000_000
}

/** Titles differ by round, so that no cache of whole answers helps. */
const ours = (round: number) => () => {
  for (const article of articles) understand(renamed(article, round), { town, source, now: NOW })
}
const bare = () => {
  for (const article of articles) for (let time = 0; time < PARSES; time += 1) parse(article.bodyHtml)
}

function renamed(article: Article, round: number): Article {
  return { ...article, body: `${article.body.slice(0, LENGTH - 2)}${round}。` }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const times = Array.from({ length: ROUNDS }, (_, round) => ({ ours: seconds(ours(round)), bare: seconds(bare) }))
// The first round compiles.
const warm = times.slice(1)
const rate = ITEMS / median(warm.map((time) => time.ours))
const parses = (ITEMS * PARSES) / median(warm.map((time) => time.bare))
console.log(`texts of ${LENGTH} characters  ${ITEMS}, ${ROUNDS - 1} rounds`)
console.log(`understood             ${rate.toFixed(0)} items/s (ours)`)
console.log(`parsed by parse5       ${parses.toFixed(0)} texts/s (bare)`)
console.log(`ratio ours / bare      ${(rate / parses).toFixed(3)}`)
