/** Readers' questions over the query set's items: every engine must find what plain reading finds. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Item } from '../../domain/item.ts'
import type { Sort } from '../../domain/query.ts'
import type { MakeGround } from '../engines/contract-ground.ts'
import type { SearchEngine } from '../engines/engine.ts'
import { keepAll, TEST_NOW } from '../testing.ts'
import { queryItems, queryTown } from './corpus.ts'
import { QUERIES, type Query } from './queries.ts'
import { holds } from './real-text.ts'

const RECALL = 0.99
const PRECISION_AT_10 = 0.95

/** The ground's engine must know pinyin (`readings` of the SQL engine). */
export function querySetContract(name: string, makeGround: MakeGround): void {
  describe(`query set on ${name}`, () => {
    const items = queryItems()
    let engine: SearchEngine
    beforeAll(async () => {
      const ground = await makeGround(queryTown(), 5_000)
      engine = ground.engine
      await keepAll(ground.db, engine, items)
    }, 300_000)

    it('has questions enough', () => expect(QUERIES.length).toBeGreaterThanOrEqual(120))

    it.each([...new Set(QUERIES.map(({ kind }) => kind))])(
      '%s: found, and first what was meant',
      async (kind) => {
        const queries = QUERIES.filter((query) => query.kind === kind)
        const figures: Figures[] = []
        for (const query of queries) figures.push(await figuresOf(engine, items, query))
        const mean = (key: 'recall' | 'precision') => figures.reduce((sum, one) => sum + one[key], 0) / figures.length
        const line = `recall ${mean('recall').toFixed(4)}, precision at 10 ${mean('precision').toFixed(4)}`
        console.log(`query set, ${name}, ${kind}: ${queries.length} questions, ${line}`)
        const short = figures.filter((one) => one.recall < 1 || one.precision < 1)
        const said = short.map(({ q, recall, precision }) => `${q.slice(0, 20)} ${recall} ${precision}`).join('\n')
        expect(mean('recall'), said).toBeGreaterThanOrEqual(RECALL)
        expect(mean('precision'), said).toBeGreaterThanOrEqual(PRECISION_AT_10)
      },
      300_000,
    )
  })
}

interface Figures {
  q: string
  recall: number
  /** Of the ten most relevant, or as many as there are. */
  precision: number
}

async function figuresOf(engine: SearchEngine, items: readonly Item[], query: Query): Promise<Figures> {
  const meant = new Set(items.filter((item) => answers(item, query)).map(({ id }) => id))
  const found = await allFound(engine, query.q)
  const { ids: top } = await engine.search({ q: query.q, sort: 'relevance', limit: 10 }, TEST_NOW)
  const right = top.filter((id) => meant.has(id)).length
  return {
    q: query.q,
    recall: meant.size === 0 ? 1 : [...meant].filter((id) => found.has(id)).length / meant.size,
    precision: top.length === 0 ? 1 : right / top.length,
  }
}

function answers({ title, excerpt, job }: Item, { meant }: Query): boolean {
  const lines = [title, excerpt, job?.employer ?? '', job?.place ?? '']
  const text = lines.join('\n').normalize('NFKC').toLowerCase()
  if (meant === undefined) return true
  return meant.length > 0 && meant.every((words) => words.some((word) => holds(text, word.toLowerCase())))
}

async function allFound(engine: SearchEngine, q: string, sort: Sort = 'new'): Promise<Set<string>> {
  const found = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await engine.search({ q, sort, limit: 50, cursor }, TEST_NOW)
    for (const id of page.ids) found.add(id)
    cursor = page.next
  } while (cursor !== undefined)
  return found
}
