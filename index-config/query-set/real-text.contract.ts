/** On real text every engine finds what plain substring search finds. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { MakeGround } from '../engines/contract-ground.ts'
import type { SearchEngine } from '../engines/engine.ts'
import { fold } from '../fold.ts'
import { keepAll, TEST_NOW, testItem, testTown } from '../testing.ts'
import { holds, measured, piecesOfTexts, questionSets } from './real-text.ts'

const RECALL = 0.999
const PRECISION = 0.99

/** `texts`: whole bodies, as many as there are; none skips it. `share` of the questions where each costs more. */
export function realTextContract(
  name: string,
  makeGround: MakeGround,
  texts: readonly string[],
  { share = 1 }: { share?: number } = {},
): void {
  describe.skipIf(texts.length === 0)(`real text on ${name}`, () => {
    const pieces = piecesOfTexts(texts)
    let engine: SearchEngine
    beforeAll(async () => {
      const ground = await makeGround(testTown({ synonyms: [] }), 5_000)
      engine = ground.engine
      const items = pieces.map((piece, at) => testItem(`p${at}`, { title: '·', excerpt: piece }))
      await keepAll(ground.db, engine, items)
    }, 300_000)

    const folded = pieces.map(fold)
    const holding = (q: string) => new Set(folded.flatMap((piece, at) => (holds(piece, fold(q)) ? [`p${at}`] : [])))

    it.each(questionSets(pieces, share))(
      '$name are found as plain substring search finds them',
      async ({ name: set, questions }) => {
        const figures: { q: string; recall: number; precision: number }[] = []
        for (const q of questions) figures.push({ q, ...measured(holding(q), await foundBy(engine, q)) })
        const mean = (key: 'recall' | 'precision') => figures.reduce((sum, one) => sum + one[key], 0) / figures.length
        const line = `recall ${mean('recall').toFixed(4)}, precision ${mean('precision').toFixed(4)}`
        console.log(`real text, ${name}, ${pieces.length} pieces, ${set}: ${questions.length} questions, ${line}`)
        const missed = figures.filter((one) => one.recall < 1 || one.precision < 0.5).map(({ q }) => q)
        expect(questions.length).toBeGreaterThan(10)
        expect(mean('recall'), `missed: ${missed.join(' ')}`).toBeGreaterThanOrEqual(RECALL)
        expect(mean('precision'), `too much: ${missed.join(' ')}`).toBeGreaterThanOrEqual(PRECISION)
      },
      300_000,
    )
  })
}

async function foundBy(engine: SearchEngine, q: string): Promise<Set<string>> {
  const found = new Set<string>()
  let cursor: string | undefined
  do {
    const page = await engine.search({ q, sort: 'new', limit: 50, cursor }, TEST_NOW)
    for (const id of page.ids) found.add(id)
    cursor = page.next
  } while (cursor !== undefined)
  return found
}
