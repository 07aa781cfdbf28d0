/**
 * Pages per second of a first crawl of the sample town (fetch by all rules, decode, read, understand, keep, index) against
 * fetching the same addresses with bare undici and parsing them with bare cheerio. Interleaved rounds, medians; the ratio
 * is the finding, absolute figures mean nothing on another machine.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'cheerio'
import PQueue from 'p-queue'
import { Agent, request } from 'undici'
import { crawlDeps } from '../bin/crawl-deps.ts'
import { type OpenTown, openTown } from '../bin/open-town.ts'
import { crawlOnce, type RunReport } from '../crawler/run.ts'
import type { Clock } from '../domain/ports.ts'

const ROUNDS = 5
const AT_ONCE = 8
const NOW = new Date('2026-11-22T04:00:00Z')

interface Round {
  pages: number
  ms: number
}

const sites = fork(new URL('./sample-sites.ts', import.meta.url), [NOW.toISOString()])
const [port] = (await once(sites, 'message')) as [number]
try {
  await compare(port)
} finally {
  sites.disconnect()
}

async function compare(port: number): Promise<void> {
  const ours: Round[] = []
  const bare: Round[] = []
  let addresses: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const crawled = await crawlRound(port)
    addresses = crawled.addresses
    ours.push(crawled)
    bare.push(await bareRound(addresses, port))
  }
  const [mine, theirs] = [medianRate(ours), medianRate(bare)]
  console.log(`pages a round            ${addresses.length}`)
  console.log(`our crawl, kept, indexed ${mine.toFixed(0)} pages/s (ours)`)
  console.log(`bare undici + cheerio    ${theirs.toFixed(0)} pages/s (bare)`)
  console.log(`ratio ours / bare        ${(mine / theirs).toFixed(3)}`)
}

/** A first crawl into an empty folder; answers the addresses it fetched. */
async function crawlRound(port: number): Promise<Round & { addresses: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'gulou-bench-'))
  const clock: Clock = { now: () => NOW, sleep: async () => undefined }
  const settings = { config: { dataFolder: folder, port: 0, logLevel: 'silent' }, clock }
  const open = await openTown('sample', settings)
  const deps = await crawlDeps(open, settings, { dial: dialTo(open, port) })
  const started = performance.now()
  checkWhole(await crawlOnce(deps))
  const ms = performance.now() - started
  const rows = await open.db.all<{ url: string }>(`select url from page where status = 'ok'`)
  await deps.fetcher.close()
  open.db.close()
  await rm(folder, { recursive: true })
  return { pages: rows.length, ms, addresses: rows.map(({ url }) => url) }
}

/** A crawl that leaves things out would be fast. */
function checkWhole({ sources }: RunReport): void {
  const unread = sources.filter(({ state }) => state !== 'ok').map(({ slug, state }) => `${slug} ${state}`)
  if (unread.length > 0) throw new Error(`the crawl was not whole: ${unread.join(', ')}`)
}

function dialTo({ town }: OpenTown, port: number): Record<string, string> {
  const places = town.sources.flatMap((source) => source.private ?? [])
  return Object.fromEntries(places.map((place) => [place, `127.0.0.1:${port}`]))
}

/** The least that anyone could do: bytes, text as UTF-8, one parse, one look for the headline. */
async function bareRound(addresses: readonly string[], port: number): Promise<Round> {
  const dispatcher = new Agent({ connections: AT_ONCE })
  const queue = new PQueue({ concurrency: AT_ONCE })
  const started = performance.now()
  await queue.addAll(addresses.map((address) => () => fetchAndParse(address, port, dispatcher)))
  const ms = performance.now() - started
  await dispatcher.close()
  return { pages: addresses.length, ms }
}

async function fetchAndParse(address: string, port: number, dispatcher: Agent): Promise<string> {
  const { host, pathname, search } = new URL(address)
  const answer = await request(`http://127.0.0.1:${port}${pathname}${search}`, { dispatcher, headers: { host } })
  return load(await answer.body.text())('h1, title')
    .first()
    .text()
}

function medianRate(rounds: readonly Round[]): number {
  const rates = rounds.map(({ pages, ms }) => (pages / ms) * 1_000).sort((a, b) => a - b)
  return rates[Math.floor(rates.length / 2)] ?? 0
}
