/** Making the index anew beside the one that serves: the same on every runtime. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { SqlDatabase, SqlStatement } from '../domain/ports.ts'
import { RebuildRefused } from './engines/engine.ts'
import type { SqlEngine } from './engines/sql-engine.ts'
import { pieces } from './merge.contract.ts'
import { isCurrent, RebuildOvertaken, rebuild } from './rebuild.ts'
import { keepStatements } from './store/items.ts'
import { setMeta } from './store/meta.ts'
import { outboxDepth, publishPending } from './store/outbox.ts'
import { keepAll, TEST_NOW, testCorpus, testItem } from './testing.ts'
import { verify } from './verify.ts'

interface Ground {
  db: SqlDatabase
  engine: SqlEngine
}

const QUESTION = { q: '招聘', sort: 'new', limit: 50 } as const

/** Each call an empty database. */
export function rebuildContract(makeGround: () => Promise<Ground>): void {
  let db: SqlDatabase
  let engine: SqlEngine
  const find = () => engine.search(QUESTION, TEST_NOW)
  /** Dies at a batch, as a process would. */
  const dyingAt = (batch: number): SqlDatabase => {
    let count = 0
    return {
      all: (sql, params) => db.all(sql, params),
      batch: async (statements: SqlStatement[]) => {
        count += 1
        if (count === batch) throw new Error('killed')
        return db.batch(statements)
      },
    }
  }

  beforeEach(async () => {
    ;({ db, engine } = await makeGround())
    await keepAll(db, engine, testCorpus(160))
  })

  describe('F22 a rebuild of the index in the database', () => {
    it('ends with the same index, twice in a row, and leaves nothing beside', async () => {
      const before = await find()
      expect(before.ids.length).toBeGreaterThan(5)
      for (let turn = 0; turn < 2; turn++) {
        expect(await rebuild(db, engine, TEST_NOW)).toBe(160)
        expect(await find()).toEqual(before)
        expect((await verify(db, engine)).problems).toEqual([])
      }
      const left = await db.all(`select name from sqlite_schema where name like '%\\_next%' escape '\\'`)
      expect(left).toEqual([])
    })

    it('leaves the full-text index in one piece, and serves before that is done', async () => {
      // The beginning, the batches of items, the swap; what follows merges.
      await expect(rebuild(dyingAt(7), engine, TEST_NOW)).rejects.toThrow('killed')
      expect(await isCurrent(db)).toBe(true)
      expect((await verify(db, engine)).problems).toEqual([])
      expect(await pieces(db)).toBeGreaterThan(1)
      await rebuild(db, engine, TEST_NOW)
      expect(await pieces(db)).toBe(1)
    })

    it('leaves the old one serving whole wherever it is cut short, and the next one begins again', async () => {
      const before = await find()
      // The beginning, each batch of items, the swap.
      for (let batch = 1; batch <= 6; batch++) {
        await expect(rebuild(dyingAt(batch), engine, TEST_NOW), `batch ${batch}`).rejects.toThrow('killed')
        expect(await find(), `batch ${batch}`).toEqual(before)
        expect((await verify(db, engine)).problems).toEqual([])
      }
      await rebuild(db, engine, TEST_NOW)
      expect((await verify(db, engine)).problems).toEqual([])
    })

    it('loses nothing of what is published while it fills', async () => {
      let published = false
      await rebuild(db, engine, TEST_NOW, {
        onProgress: async () => {
          if (published) return
          published = true
          await db.batch(
            keepStatements(testItem('meanwhile', { title: '招聘在途', publishedAt: '2026-10-01' }), undefined),
          )
          await db.batch(
            keepStatements(testItem('n0', { state: 'held', changedAt: '2026-11-20T03:00:00.000Z' }), undefined),
          )
          await publishPending(db, engine, TEST_NOW)
          expect((await find()).ids).toContain('meanwhile')
        },
      })
      expect(await outboxDepth(db)).toBeGreaterThan(0)
      await publishPending(db, engine, TEST_NOW)
      expect((await find()).ids).toContain('meanwhile')
      expect((await verify(db, engine)).problems).toEqual([])
    })

    it('does not swap when what was filled does not agree with the items', async () => {
      const before = await find()
      const lossy: SqlEngine = {
        ...engine,
        publishStatements: async (items, at, choice) => engine.publishStatements(items.slice(1), at, choice),
      }
      await expect(rebuild(db, lossy, TEST_NOW)).rejects.toThrow(RebuildRefused)
      expect(await find()).toEqual(before)
      expect((await verify(db, engine)).problems).toEqual([])
    })

    it('gives way to one that began later, and neither spoils the other', async () => {
      let other: Promise<number> | undefined
      const first = rebuild(db, engine, TEST_NOW, {
        onProgress: async () => {
          other ??= rebuild(db, engine, TEST_NOW)
          await other
        },
      })
      await expect(first).rejects.toThrow(RebuildOvertaken)
      expect(await other).toBe(160)
      expect((await verify(db, engine)).problems).toEqual([])
    })

    it('gives way as well to one that began later and died, and the old index serves on', async () => {
      const before = await find()
      let other: Promise<unknown> | undefined
      const first = rebuild(db, engine, TEST_NOW, {
        onProgress: async () => {
          other ??= expect(rebuild(dyingAt(3), engine, TEST_NOW)).rejects.toThrow('killed')
          await other
        },
      })
      await expect(first).rejects.toThrow(RebuildOvertaken)
      expect(await find()).toEqual(before)
    })

    it('makes the index of another analyser one of this', async () => {
      await db.batch([setMeta('analyser_version', '1')])
      await rebuild(db, engine, TEST_NOW)
      expect((await verify(db, engine)).problems).toEqual([])
    })
  })
}
