/**
 * Pages per second, CPU and memory of our crawl of known pages, beside the least that reads the same fields and beside
 * Crawlee's CheerioCrawler, which stores nothing: `node bench/crawl.ts [--pages 2000] [--rounds 5] [--flat 20000]
 * [--without-crawlee]`. Variants take turns, each in a fresh process; medians; the ratios are the finding, absolute figures
 * mean nothing on another machine. Crawlee is installed into a temporary folder and is no dependency of ours.
 */
import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import type { Figures, Orders } from './crawl/variant.ts'

const VARIANTS = {
  plain: 'fetch + decode + htmlparser2 tree + compiled selectors, nothing kept',
  crawlee: "Crawlee's CheerioCrawler, same selectors, nothing kept",
  ours: 'ours: fetched, read, sanitised, hashed, stored with raw bytes, indexed',
  whole: 'the same with understanding, which has a budget of its own and is in no ratio',
} as const
type Variant = keyof typeof VARIANTS
/** Versions 3.x, whose options are used. */
const CRAWLEE = '@crawlee/cheerio@3'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '5' },
    flat: { type: 'string' },
    'without-crawlee': { type: 'boolean', default: false },
  },
})
const pages = Number(values.pages)
const folder = await mkdtemp(join(tmpdir(), 'gulou-bench-'))
const server = fork(new URL('./crawl/server.ts', import.meta.url), [String(pages)])
try {
  const [site] = (await once(server, 'message')) as [{ port: number; least: number; middle: number; most: number }]
  console.log(`${pages} pages of ${site.least} to ${site.most} bytes, half under ${site.middle}; a third GB18030`)
  const peers = values['without-crawlee'] ? undefined : await installCrawlee()
  await compare({ port: site.port, pages, peers: peers ?? '' }, peers !== undefined)
} finally {
  server.disconnect()
  await rm(folder, { recursive: true })
}

async function installCrawlee(): Promise<string> {
  const peers = await mkdtemp(join(folder, 'peers-'))
  await writeFile(join(peers, 'package.json'), '{"private":true}')
  const how = ['install', '--no-audit', '--no-fund', '--loglevel=error', CRAWLEE]
  await promisify(execFile)('npm', how, { cwd: peers })
  return peers
}

async function compare(orders: Omit<Orders, 'folder'>, withCrawlee: boolean): Promise<void> {
  const names = (Object.keys(VARIANTS) as Variant[]).filter((name) => withCrawlee || name !== 'crawlee')
  const rounds = new Map<Variant, Figures[]>(names.map((name) => [name, []]))
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const name of names) rounds.get(name)?.push(await run(name, orders))
  const middle = new Map(names.map((name) => [name, medians(rounds.get(name) ?? [])]))
  for (const [name, row] of middle) printRow(name, row)
  printRatios(middle)
  if (values.flat) printFlat(middle.get('ours'), await run('ours', { ...orders, pages: Number(values.flat) }))
}

async function run(name: Variant, orders: Omit<Orders, 'folder'>): Promise<Figures> {
  const own = await mkdtemp(join(folder, `${name}-`))
  const child = fork(new URL(`./crawl/${name}.ts`, import.meta.url), [JSON.stringify({ ...orders, folder: own })])
  const ended = once(child, 'exit')
  const [figures] = (await Promise.race([once(child, 'message'), ended])) as [Figures | number | null]
  if (figures === null || typeof figures === 'number') throw new Error(`${name} ended with ${figures}`)
  await ended
  await rm(own, { recursive: true })
  return figures
}

interface Row {
  perSecond: number
  cpuMs: number
  maxRssMb: number
  bodyCharacters: number
}

function medians(figures: readonly Figures[]): Row {
  const of = (value: (one: Figures) => number) =>
    figures.map(value).sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
  return {
    perSecond: of((one) => (one.pages / one.ms) * 1_000),
    cpuMs: of((one) => one.cpuMs / one.pages),
    maxRssMb: of((one) => one.maxRssMb),
    bodyCharacters: of((one) => one.bodyCharacters / one.pages),
  }
}

function printRow(name: Variant, { perSecond, cpuMs, maxRssMb, bodyCharacters }: Row): void {
  const figures = `${perSecond.toFixed(0)} pages/s, ${cpuMs.toFixed(2)} ms CPU a page, ${maxRssMb.toFixed(0)} MB at most`
  console.log(`${name.padEnd(8)} ${figures}, ${bodyCharacters.toFixed(0)} characters a body · ${VARIANTS[name]}`)
}

function printRatios(rows: ReadonlyMap<Variant, Row>): void {
  const ratio = (one: Variant, other: Variant, value: (row: Row) => number) => {
    const [mine, theirs] = [rows.get(one), rows.get(other)]
    return mine && theirs ? (value(mine) / value(theirs)).toFixed(2) : '-'
  }
  const rate = ({ perSecond }: Row) => perSecond
  const cpu = ({ cpuMs }: Row) => cpuMs
  console.log(`ours / plain, pages/s     ${ratio('ours', 'plain', rate)}   (at least 0.65)`)
  console.log(`ours / Crawlee, pages/s   ${ratio('ours', 'crawlee', rate)}   (at least 3)`)
  console.log(`ours / Crawlee, memory    ${ratio('ours', 'crawlee', ({ maxRssMb }) => maxRssMb)}   (at most 0.7)`)
  console.log(`plain / ours, CPU         ${ratio('plain', 'ours', cpu)}`)
  console.log(`Crawlee / ours, CPU       ${ratio('crawlee', 'ours', cpu)}`)
  const [ours, whole] = [rows.get('ours')?.cpuMs ?? 0, rows.get('whole')?.cpuMs ?? 0]
  console.log(`understanding             ${(100 * (1 - ours / whole)).toFixed(0)} % of the CPU of the whole way`)
}

/** Memory must not grow with the number of pages. */
function printFlat(few: Row | undefined, many: Figures): void {
  const growth = few ? (many.maxRssMb / few.maxRssMb).toFixed(2) : '-'
  console.log(`memory, ${many.pages} pages / ${pages}  ${growth}   (${many.maxRssMb.toFixed(0)} MB at most)`)
}
