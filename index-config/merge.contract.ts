/** Merging in steps, on every database. */
import { expect, it } from 'vitest'
import type { SqlDatabase } from '../domain/ports.ts'
import type { SqlEngine } from './engines/sql-engine.ts'
import { mergeByNight, mergeIndex } from './merge.ts'
import { keepAll, TEST_NOW, testCorpus } from './testing.ts'

export function mergeContract(makeGround: () => Promise<{ db: SqlDatabase; engine: SqlEngine }>): void {
  it('makes one piece of many in steps, finds the same, and then has nothing to do', async () => {
    const { db, engine } = await makeGround()
    const items = testCorpus(66)
    const publishSixes = async (from: number, to: number) => {
      for (let at = from; at < to; at += 6) await keepAll(db, engine, items.slice(at, at + 6))
    }
    await publishSixes(0, 54)
    await mergeIndex(db)
    // Two new pieces beside a large one, which FTS5 would leave for long.
    await publishSixes(54, 66)
    const ask = () => engine.search({ sort: 'new', limit: 50, q: '招聘' }, TEST_NOW)
    const before = await ask()
    expect(await pieces(db)).toBeGreaterThan(1)
    let steps = 0
    for (let done = false; !done; steps += 1) done = (await mergeIndex(db, 1)).done
    expect(await pieces(db)).toBe(1)
    expect(await ask()).toEqual(before)
    expect(await mergeIndex(db, 5)).toEqual({ steps: 0, done: true })
    expect(steps).toBeGreaterThan(0)
  })

  it('is done once a night, from three o’clock in the town on, and made up for where nothing ran then', async () => {
    const { db, engine } = await makeGround()
    const items = testCorpus(60)
    let published = 0
    const at = async (moment: string) => {
      for (const end = published + 12; published < end; published += 6)
        await keepAll(db, engine, items.slice(published, published + 6))
      return mergeByNight(db, new Date(moment), 'Asia/Shanghai')
    }
    expect(await at('2026-11-20T18:59:00Z')).toBeGreaterThan(0)
    expect(await pieces(db)).toBe(1)
    // Before three it is still the night before.
    expect(await at('2026-11-20T18:59:59Z')).toBe(0)
    expect(await at('2026-11-20T19:00:00Z')).toBeGreaterThan(0)
    expect(await at('2026-11-21T18:59:00Z')).toBe(0)
    expect(await pieces(db)).toBeGreaterThan(1)
    expect(await at('2026-11-23T10:00:00Z')).toBeGreaterThan(0)
    expect(await pieces(db)).toBe(1)
  })
}

/** Parts that the full-text index consists of. */
export async function pieces(db: SqlDatabase): Promise<number> {
  const [row] = await db.all<{ n: number }>('select count(distinct segid) as n from item_fts_idx')
  return row?.n ?? 0
}
