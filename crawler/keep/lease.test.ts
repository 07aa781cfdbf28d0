import { hostname } from 'node:os'
import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../testing/crawl.ts'
import { fenceStatements, newHolder, releaseLease, startHolder, takeLease } from './lease.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 0, 0, seconds))

describe('F16 a lease', () => {
  it('has one holder at a time and a fence that grows', async () => {
    const db = await openTestDatabase()
    const first = await takeLease(db, 'gov', 'a 1 x', at(0))
    expect(first?.fence).toBe(1)
    expect(await takeLease(db, 'gov', 'b 1 x', at(59))).toBeUndefined()
    expect((await takeLease(db, 'gov', 'b 1 x', at(60)))?.fence).toBe(2)
    expect((await takeLease(db, 'other', 'a 1 x', at(0)))?.fence).toBe(1)
  })

  it('is lived on by every write', async () => {
    const db = await openTestDatabase()
    const lease = await takeLease(db, 'gov', 'a 1 x', at(0))
    if (!lease) throw new Error('not taken')
    await db.batch(fenceStatements(lease, at(50)))
    expect(await takeLease(db, 'gov', 'b 1 x', at(100))).toBeUndefined()
  })

  it('that was lost undoes the whole batch of its late writer', async () => {
    const db = await openTestDatabase()
    const lease = await takeLease(db, 'gov', 'a 1 x', at(0))
    if (!lease) throw new Error('not taken')
    await takeLease(db, 'gov', 'b 1 x', at(61))
    const late = [...fenceStatements(lease, at(62)), { sql: `insert into host values ('h', '{}')` }]
    await expect(db.batch(late)).rejects.toThrow()
    expect(await db.all('select * from host')).toEqual([])
    await releaseLease(db, lease, at(62))
    expect(await takeLease(db, 'gov', 'c 1 x', at(63))).toBeUndefined()
  })

  it('of a dead process of this machine is taken over at once, that of a living one is not', async () => {
    const db = await openTestDatabase()
    await takeLease(db, 'dead', `${hostname()} 99999999 x`, at(0))
    expect((await takeLease(db, 'dead', newHolder(), at(1)))?.fence).toBe(2)
    await takeLease(db, 'alive', `${hostname()} ${process.ppid} x`, at(0))
    expect(await takeLease(db, 'alive', newHolder(), at(1))).toBeUndefined()
    await takeLease(db, 'elsewhere', 'another-machine 99999999 x', at(0))
    expect(await takeLease(db, 'elsewhere', newHolder(), at(1))).toBeUndefined()
  })

  it('of a process before us that had our number is taken over; that of another run of this process is not', async () => {
    const db = await openTestDatabase()
    await takeLease(db, 'gov', `${hostname()} ${process.pid} before`, at(0))
    const run = startHolder()
    expect((await takeLease(db, 'gov', run.holder, at(1)))?.fence).toBe(2)
    expect(await takeLease(db, 'gov', startHolder().holder, at(2))).toBeUndefined()
    run.end()
  })
})
