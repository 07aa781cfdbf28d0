import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate, openSqlite } from '../../index-config/adapters/node-sqlite.ts'
import { keptHostMemory } from '../keep/hosts.ts'
import { TEST_LIMITS, testClock } from '../testing/town.ts'
import { createHostMemory, type HostMemory } from './host-memory.ts'
import { createHostQueue, HostRests, type Plea } from './host-queue.ts'

const polite = { ...TEST_LIMITS, pauseMs: 3_000, maxPauseMs: 30_000 }

function queueOn(memory: HostMemory, { limits = polite, clock = testClock(), random = (): number => 0 } = {}) {
  const queue = createHostQueue({ limits, clock, memory, random })
  const ask = (host: string, plea?: Plea, delayMs = 0) => queue.turn(host, delayMs, async () => ({ value: 1, plea }))
  return { queue, clock, ask }
}

describe('the pause', () => {
  it('runs from the end of an answer to the next request, Crawl-delay included', async () => {
    const { ask, clock } = queueOn(createHostMemory())
    await ask('a')
    await ask('a')
    await ask('a', undefined, 45_000)
    expect(clock.slept).toEqual([3_000, 45_000])
  })

  it('survives the process and is never longer than itself when the clock jumps back', async () => {
    const memory = createHostMemory()
    const clock = testClock()
    await queueOn(memory, { clock }).ask('a')
    clock.advance(-3_600_000)
    await queueOn(memory, { clock }).ask('a')
    expect(clock.slept).toEqual([3_000])
  })

  it('is not cut short by a clock that is set forward within the run', async () => {
    let ticks = 0
    const clock = { ...testClock(), ticks: () => ticks }
    const { ask } = queueOn(createHostMemory(), { clock })
    await ask('a')
    ticks += 1_000
    clock.advance(3_600_000)
    await ask('a')
    expect(clock.slept).toEqual([2_000])
  })

  it('begins only when the answer before has ended, whoever asks', async () => {
    const { queue } = queueOn(createHostMemory(), { limits: TEST_LIMITS })
    const steps: string[] = []
    const work = (name: string) => async () => {
      steps.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      steps.push(`${name} ends`)
      return { value: name }
    }
    await Promise.all([queue.turn('a', 0, work('one')), queue.turn('a', 0, work('two'))])
    expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
  })

  it('one host that fails or waits holds up no other', async () => {
    const { queue, ask } = queueOn(createHostMemory())
    await ask('a', 60_000)
    await expect(ask('a')).rejects.toBeInstanceOf(HostRests)
    await expect(queue.turn('b', 0, async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await ask('b')).toEqual({ value: 1, restMs: undefined })
  })
})

describe('rest', () => {
  it('is written before anyone else may begin, also one that waits already', async () => {
    const { ask } = queueOn(createHostMemory())
    const answers = await Promise.allSettled([ask('a', 90_000), ask('a'), ask('a')])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  })

  it('is kept to the second, and the last second of it is slept through', async () => {
    const memory = createHostMemory()
    const { ask, clock } = queueOn(memory)
    await ask('a', 120_000)
    clock.advance(118_999)
    await expect(ask('a')).rejects.toMatchObject({ forMs: 1_001 })
    clock.advance(1)
    await ask('a', 10)
    expect(clock.slept).toEqual([1_000])
  })

  it('is not ended by a clock that is set forward within the run', async () => {
    let ticks = 0
    const clock = { ...testClock(), ticks: () => ticks }
    const { ask } = queueOn(createHostMemory(), { clock })
    await ask('a', 60_000)
    clock.advance(3_600_000)
    ticks += 20_000
    await expect(ask('a')).rejects.toMatchObject({ forMs: 40_000 })
    ticks += 40_000
    expect(await ask('a')).toMatchObject({ value: 1 })
  })

  it('of a host that says "too many" without a number grows from try to try, and an answer ends that', async () => {
    const { ask, clock } = queueOn(createHostMemory(), { limits: { ...polite, retryMs: 30_000 }, random: () => 0.5 })
    const rests: (number | undefined)[] = []
    for (let time = 0; time < 5; time += 1) {
      rests.push((await ask('a', 'too_many')).restMs)
      clock.advance(86_400_000)
    }
    await ask('a')
    clock.advance(86_400_000)
    rests.push((await ask('a', 'too_many')).restMs)
    const minutes = [0.5, 5, 60, 360, 360, 0.5].map((length) => length * 66_000)
    expect(rests).toEqual(minutes)
  })

  it('asked for by a wrong clock lasts as long as it was meant to, not until that clock is right', async () => {
    const memory = createHostMemory()
    const clock = testClock('2030-01-01T00:00:00Z')
    await queueOn(memory, { clock }).ask('a', 60_000)
    clock.advance(-4 * 365 * 86_400_000)
    await expect(queueOn(memory, { clock }).ask('a')).rejects.toMatchObject({ forMs: 60_000 })
    clock.advance(61_000)
    expect((await queueOn(memory, { clock }).ask('a')).value).toBe(1)
  })
})

describe('several processes', () => {
  const claimOf = (holder: string, forMs: number) => ({ version: 1, claim: { holder, forMs } })
  const deadHolder = (forMs: number) => claimOf(`elsewhere 1 x`, forMs)

  it('never ask one host at the same time', async () => {
    const memory = createHostMemory()
    const queues = [1, 2, 3].map(() => queueOn(memory, { limits: TEST_LIMITS }).queue)
    const open = { now: 0, most: 0 }
    const work = async () => {
      open.now += 1
      open.most = Math.max(open.most, open.now)
      await new Promise((resolve) => setTimeout(resolve, 3))
      open.now -= 1
      return { value: 0 }
    }
    await Promise.all(queues.flatMap((queue) => [queue.turn('a', 0, work), queue.turn('a', 0, work)]))
    expect(open.most).toBe(1)
  })

  it('keep the pause after each other', async () => {
    const memory = createHostMemory()
    const clock = testClock()
    await queueOn(memory, { clock }).ask('a')
    await queueOn(memory, { clock }).ask('a')
    expect(clock.slept).toEqual([3_000])
  })

  it('a claim of another machine is waited for as long as its request may last, then the whole pause is kept', async () => {
    const memory = createHostMemory()
    await memory.replace('a', 0, deadHolder(30))
    const { ask, clock } = queueOn(memory)
    const before = performance.now()
    await ask('a')
    expect(performance.now() - before).toBeGreaterThan(30)
    expect(clock.slept).toEqual([3_000])
  })

  it('killed in the middle of a request: the next one does not wait for its deadline, and keeps the whole pause', async () => {
    const memory = createHostMemory()
    const { startHolder } = await import('../keep/lease.ts')
    const killed = startHolder()
    await memory.replace('a', 0, claimOf(killed.holder, 3_600_000))
    killed.end()
    const { ask, clock } = queueOn(memory)
    await ask('a')
    expect(clock.slept).toEqual([3_000])
  })

  it('what cannot be written stops the crawl, and the claim left behind holds up nobody', async () => {
    const whole = createHostMemory()
    let full = false
    const memory: HostMemory = {
      get: whole.get,
      replace: (...change) => (full ? Promise.reject(new Error('disk full')) : whole.replace(...change)),
    }
    const { queue } = queueOn(memory, { limits: TEST_LIMITS })
    const work = async () => {
      full = true
      return { value: 1 }
    }
    await expect(queue.turn('a', 0, work)).rejects.toThrow('disk full')
    full = false
    const before = performance.now()
    expect(await queueOn(whole, { limits: TEST_LIMITS }).ask('a')).toMatchObject({ value: 1 })
    expect(performance.now() - before).toBeLessThan(TEST_LIMITS.totalMs)
  })

  it('change the same row of one database file without losing a change', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hosts-'))
    const file = join(folder, 'town.db')
    const dbs = [openSqlite(file), openSqlite(file)]
    const [first] = dbs
    if (!first) throw new Error('no database')
    await migrate(first, 'crawler/keep/migrations')
    const [one, two] = dbs.map(keptHostMemory)
    expect(await one?.replace('a', 0, { version: 1, lastMs: 1 })).toBe(true)
    expect(await two?.replace('a', 0, { version: 1, lastMs: 2 })).toBe(false)
    expect(await two?.replace('a', 1, { version: 2, lastMs: 2 })).toBe(true)
    expect(await one?.get('a')).toEqual({ version: 2, lastMs: 2 })
    for (const db of dbs) db.close()
    await rm(folder, { recursive: true })
  })
})
