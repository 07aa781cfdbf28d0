/** Lists while another process publishes batches of twenty into a copy of the same database, beside lists of the same copy at rest. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, rm } from 'node:fs/promises'
import type { ItemQuery } from '../../domain/query.ts'
import { openSqlite } from '../../index-config/adapters/node-sqlite.ts'
import { createSqlEngine } from '../../index-config/engines/sql-engine.ts'
import { middle, spreadOf } from './measure.ts'
import type { Figures, Orders } from './ours.ts'
import { BENCH_NOW, benchTown } from './town.ts'

export async function whileWriting({ path, count }: Orders, queries: ItemQuery[]): Promise<Figures['writing']> {
  const copy = `${path}.copy`
  await copyFile(path, copy)
  const db = openSqlite(copy)
  const engine = createSqlEngine(db, { facetLimit: 5_000, town: benchTown(), keptValues: 0 })
  const ask = (query: ItemQuery) => engine.search(query, BENCH_NOW)
  try {
    const alone = await spreadOf(queries, ask, { rounds: 3, of: middle })
    const writer = fork(new URL('./writer.ts', import.meta.url), [JSON.stringify({ path: copy, count })])
    await once(writer, 'message')
    const beside = await spreadOf(queries, ask, { rounds: 3, of: middle })
    writer.send('stop')
    const [told] = (await once(writer, 'message')) as [Pick<Figures['writing'], 'batchMs' | 'batches'>]
    await once(writer, 'exit')
    return { alone, beside, ...told }
  } finally {
    db.close()
    for (const end of ['', '-wal', '-shm']) await rm(copy + end, { force: true })
  }
}
