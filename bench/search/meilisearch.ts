/**
 * A process of its own that measures our engine on a Meilisearch server (MEILI_URL, MEILI_WRITE_KEY) beside the server asked
 * directly, the client as it comes, and an index that carries the pairs as searchable text:
 * `node meilisearch.ts '{"path":…,"count":…}'`.
 */
import { copyFile, rm } from 'node:fs/promises'
import { Meilisearch, type MultiSearchQuery } from 'meilisearch'
import type { ItemQuery } from '../../domain/query.ts'
import { openSqlite } from '../../index-config/adapters/node-sqlite.ts'
import { toDocument } from '../../index-config/document.ts'
import { openMeili } from '../../index-config/engines/meili/client.ts'
import { createMeiliEngine } from '../../index-config/engines/meili/meili-engine.ts'
import { createSqlEngine } from '../../index-config/engines/sql-engine.ts'
import { keepAndPublish } from './database.ts'
import { middle, type Spread, spreadsBeside, timed } from './measure.ts'
import type { Orders } from './ours.ts'
import { benchTexts, FILTERS, SORTS_OF_TEXT } from './questions.ts'
import { BENCH_NOW, benchItem, benchTown } from './town.ts'

export interface MeiliFigures {
  count: number
  /** The whole call, and its requests alone repeated as they were. */
  ours: Spread
  direct: Spread
  /** Of questions with a whole page: the call, and its requests by the client as it comes. */
  oursFull: Spread
  stock: Spread
  /** Milliseconds until twenty new items are searchable: pairs as a filter, and as searchable text with prefixes. */
  added: number
  addedAsText: number
}

const ROUNDS_OF_TWENTY = 5
const TWENTY = 20
const FILL = 5_000
const PAGE = 20
const NONE: Spread = { p50: Number.NaN, p99: Number.NaN }

interface Case {
  query: ItemQuery
  body: MultiSearchQuery[]
  found: number
}

async function measureMeili({ path, count }: Orders, url: string, key: string | undefined): Promise<MeiliFigures> {
  const copy = `${path}.meili`
  await copyFile(path, copy)
  const db = openSqlite(copy)
  const town = benchTown()
  const server = { url, ...(key !== undefined && { key }) }
  const engine = createMeiliEngine(db, { ...server, town, index: 'gulou_bench_search' })
  const patient = openMeili({ ...server, timeoutMs: 600_000 })
  try {
    await engine.rebuild(BENCH_NOW)
    const recorded = recordRequests()
    const queries = someQueries()
    const cases: Case[] = []
    for (const query of queries) {
      let found = 0
      const body = await recorded(async () => {
        found = (await engine.search(query, BENCH_NOW)).ids.length
      })
      cases.push({ query, body, found })
    }
    const stockClient = new Meilisearch({ host: url, ...(key !== undefined && { apiKey: key }) })
    const ourClient = openMeili(server)
    const ask = ({ query }: Case) => engine.search(query, BENCH_NOW)
    const askBy = (client: Meilisearch) => (one: Case) => client.multiSearch({ queries: one.body })
    const [ours = NONE, direct = NONE] = await spreadsBeside(cases, [ask, askBy(ourClient)])
    const full = cases.filter(({ found }) => found === PAGE)
    const [oursFull = NONE, stock = NONE] = await spreadsBeside(full, [ask, askBy(stockClient)], 3)
    const sql = createSqlEngine(db, { facetLimit: 5_000, town })
    const added = await middleOfRounds(async (from) => {
      const items = Array.from({ length: TWENTY }, (_, at) => benchItem(from + at, count))
      await keepAndPublish(db, sql, { from, to: from + TWENTY, count })
      return timed(() => engine.publish(items, BENCH_NOW))
    }, count)
    const asText = await fillAsText(patient, count)
    const addedAsText = await middleOfRounds((from) => timed(() => asText(from, from + TWENTY)), count)
    return { count, ours, direct, oursFull, stock, added, addedAsText }
  } finally {
    db.close()
    for (const end of ['', '-wal', '-shm']) await rm(copy + end, { force: true })
  }
}

function someQueries(): ItemQuery[] {
  const texts = benchTexts()
  return Object.values(FILTERS).flatMap((filter) =>
    SORTS_OF_TEXT.flatMap((sort) =>
      texts[sort].filter((_, at) => at % 10 === 0).map((q): ItemQuery => ({ sort: 'new', limit: PAGE, ...filter, q })),
    ),
  )
}

/** The questions that a call sends to the server. */
function recordRequests(): (work: () => Promise<unknown>) => Promise<MultiSearchQuery[]> {
  const ask = globalThis.fetch
  return async (work) => {
    const sent: MultiSearchQuery[] = []
    globalThis.fetch = (input, init) => {
      sent.push(...(JSON.parse(String(init?.body)) as { queries: MultiSearchQuery[] }).queries)
      return ask(input, init)
    }
    try {
      await work()
    } finally {
      globalThis.fetch = ask
    }
    return sent
  }
}

async function middleOfRounds(round: (from: number) => Promise<number>, count: number): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < ROUNDS_OF_TWENTY; turn += 1) times.push(await round(count + turn * TWENTY))
  return middle(times)
}

/** Letters of private use, which no segmenter cuts. */
const spelled = (token: string) =>
  Array.from(token, (one) => String.fromCodePoint(0xf0000 + ((one.codePointAt(0) ?? 0) % 0xfff0))).join('')

/** Fills such an index, and answers how more is added to it. */
async function fillAsText(client: Meilisearch, count: number): Promise<(from: number, to: number) => Promise<void>> {
  const uid = 'gulou_bench_search_text'
  const town = benchTown()
  const index = client.index(uid)
  const patient = { timeout: 600_000, interval: 20 }
  await client.deleteIndexIfExists(uid)
  await client.createIndex(uid, { primaryKey: 'id' }).waitTask(patient)
  await index
    .updateSettings({ searchableAttributes: ['words'], sortableAttributes: ['id'], displayedAttributes: ['id'] })
    .waitTask(patient)
  const add = async (from: number, to: number) => {
    const documents = Array.from({ length: to - from }, (_, at) => {
      const document = toDocument(benchItem(from + at, count), town, BENCH_NOW)
      return { id: from + at, words: document?.words.map(spelled).join(' ') ?? '' }
    })
    const { status, error } = await index.addDocuments(documents).waitTask(patient)
    if (status !== 'succeeded') throw new Error(`adding: ${status} ${error?.message ?? ''}`)
  }
  for (let from = 0; from < count; from += FILL) await add(from, Math.min(from + FILL, count))
  return add
}

const [, , orders] = process.argv
const { MEILI_URL, MEILI_WRITE_KEY } = process.env
if (orders !== undefined && MEILI_URL !== undefined) {
  process.send?.(await measureMeili(JSON.parse(orders) as Orders, MEILI_URL, MEILI_WRITE_KEY))
  process.disconnect?.()
}
