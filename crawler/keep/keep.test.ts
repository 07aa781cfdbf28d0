import { expect, it } from 'vitest'
import type { Item } from '../../domain/item.ts'
import type { SqlDatabase } from '../../domain/ports.ts'
import { addTakedown } from '../../index-config/store/takedowns.ts'
import { testItem } from '../../index-config/testing.ts'
import { openTestDatabase } from '../testing/crawl.ts'
import { keepPages, type PageToKeep } from './keep.ts'
import { type Lease, takeLease } from './lease.ts'
import { newPage } from './pages.ts'

const NOW = new Date('2026-11-20T04:00:00Z')

async function leaseOf(db: SqlDatabase, source: string): Promise<Lease> {
  const lease = await takeLease(db, source, 'me', NOW)
  if (!lease) throw new Error('the lease is taken')
  return lease
}

function toKeep(lease: Lease, id: string, change: Partial<Item> = {}, positions: Item[] = []): PageToKeep {
  const item = testItem(id, { source: lease.source, ...change })
  const row = newPage(lease.source, item.url, 'detail', NOW.toISOString())
  return {
    keeping: { lease, now: NOW },
    page: { row, items: [item, ...positions], captures: [], files: [], addresses: [item.url] },
  }
}

const kept = async (db: SqlDatabase) =>
  (await db.all<{ id: string }>(`select id from item where state <> 'gone' order by id`)).map(({ id }) => id)

it('keeps pages of several sources in one transaction, and says of each what is new', async () => {
  const db = await openTestDatabase()
  const [one, other] = [await leaseOf(db, 'one'), await leaseOf(db, 'other')]
  const position = testItem('a-1', { source: 'one', parent: 'a' })
  expect(await keepPages(db, [toKeep(one, 'a', {}, [position]), toKeep(other, 'b')])).toEqual(['new', 'new'])
  const second = [toKeep(one, 'a'), toKeep(other, 'b'), toKeep(other, 'c'), toKeep(one, 'd')]
  expect(await keepPages(db, second)).toEqual(['changed', 'unchanged', 'new', 'new'])
  expect(await kept(db)).toEqual(['a', 'b', 'c', 'd'])
  expect(await keepPages(db, [toKeep(other, 'b', { title: '另一个标题' })])).toEqual(['changed'])
})

it('keeps none of them when one lease was lost', async () => {
  const db = await openTestDatabase()
  const [one, other] = [await leaseOf(db, 'one'), await leaseOf(db, 'other')]
  const lost = { ...other, fence: other.fence - 1 }
  await expect(keepPages(db, [toKeep(one, 'a'), toKeep(lost, 'b')])).rejects.toThrow()
  expect(await kept(db)).toEqual([])
})

it('keeps none of them when the address of one was taken down meanwhile', async () => {
  const db = await openTestDatabase()
  const one = await leaseOf(db, 'one')
  const [good, bad] = [toKeep(one, 'a'), toKeep(one, 'b')]
  await addTakedown(db, { url: bad.page.row.url, reason: 'asked', who: 'editor', at: NOW.toISOString() })
  await expect(keepPages(db, [good, bad])).rejects.toThrow()
  expect(await kept(db)).toEqual([])
})
