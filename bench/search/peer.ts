/**
 * A process of its own with one other engine in memory: `node peer.ts '{"name":"orama","count":10000}'`. Each gets the
 * pairs of our analyser, so that all find the same, and the same filters and order.
 */
import { create, insertMultiple, search as searchOrama } from '@orama/orama'
import { Index } from 'flexsearch'
import MiniSearch from 'minisearch'
import type { ItemQuery } from '../../domain/query.ts'
import { tokensOf } from '../../index-config/analyse.ts'
import { toDocument } from '../../index-config/document.ts'
import { peakRssMb, type Spread, spreadOf, worst } from './measure.ts'
import type { Peer, PeerFigures } from './peers.ts'
import { benchTexts, FILTERS, SORTS_OF_TEXT } from './questions.ts'
import { BENCH_NOW, benchItem, benchTown } from './town.ts'

interface Document {
  /** Its place: greater is newer. */
  id: number
  words: string
  /** Filter keys, as in our index. */
  keys: string[]
}
/** Ids of the newest twenty that hold all words and all keys. */
type Ask = (words: string[], keys: string[]) => Promise<number[]>

const LIMIT = 20
/** Slow enough that a few of each sort tell. */
const EVERY = 10
const newest = (ids: number[]) => ids.sort((a, b) => b - a).slice(0, LIMIT)
const split = (text: string) => text.split(' ')

const OPEN: Record<Peer, (documents: Document[]) => Promise<Ask>> = {
  orama: async (documents) => {
    const tokenizer = { language: 'pairs', normalizationCache: new Map(), tokenize: split }
    const index = create({ schema: { place: 'number', words: 'string', keys: 'enum[]' }, components: { tokenizer } })
    await insertMultiple(
      index,
      documents.map(({ id, ...rest }) => ({ ...rest, id: String(id), place: id })),
    )
    return async (words, keys) => {
      const found = await searchOrama(index, {
        term: words.join(' '),
        properties: ['words'],
        threshold: 0,
        limit: LIMIT,
        sortBy: { property: 'place', order: 'DESC' },
        ...(keys.length > 0 && { where: { keys: { containsAll: keys } } }),
      })
      return found.hits.map(({ id }) => Number(id))
    }
  },
  minisearch: async (documents) => {
    const index = new MiniSearch<Document>({ fields: ['words'], storeFields: ['keys'], tokenize: split })
    index.addAll(documents)
    return async (words, keys) => {
      const filter = ({ keys: has }: { keys?: string[] }) => keys.every((key) => has?.includes(key))
      const options = { combineWith: 'AND' as const, tokenize: split, filter: filter as never }
      return newest(index.search(words.join(' '), options).map(({ id }) => Number(id)))
    }
  },
  flexsearch: async (documents) => {
    const index = new Index({ tokenize: 'strict', encode: split })
    for (const { id, words } of documents) index.add(id, words)
    return async (words, keys) => {
      const ids = index.search(words.join(' '), { limit: documents.length }) as number[]
      return newest(ids.filter((id) => keys.every((key) => documents[id]?.keys.includes(key))))
    }
  },
}

async function measurePeer(name: Peer, count: number): Promise<PeerFigures> {
  const town = benchTown()
  const documents = Array.from({ length: count }, (_, id) => {
    const document = toDocument(benchItem(id, count), town, BENCH_NOW)
    return { id, words: document?.words.join(' ') ?? '', keys: document?.keys ?? [] }
  })
  const ask = await OPEN[name](documents)
  const spreads: Spread[] = []
  for (const sort of SORTS_OF_TEXT) {
    const texts = benchTexts()[sort].filter((_, at) => at % EVERY === 0)
    for (const filter of Object.values(FILTERS))
      spreads.push(await spreadOf(texts, (q) => ask(wordsOf(q), keysOf(filter)), { rounds: 2 }))
  }
  return { lists: worst(spreads), maxRssMb: peakRssMb() }
}

/** The single characters at the ends of runs are for questions of one character. */
function wordsOf(q: string): string[] {
  return tokensOf(q).filter((token) => [...token].length > 1)
}

function keysOf({ kind, region, position }: Pick<ItemQuery, 'kind' | 'region' | 'position'>): string[] {
  return [kind && `k${kind}`, region && `r${region}`, position && `p${position}`].filter((key) => key !== undefined)
}

const { name, count } = JSON.parse(process.argv[2] ?? '{}') as { name: Peer; count: number }
process.send?.(await measurePeer(name, count))
process.disconnect?.()
