import cron from 'node-cron'
import { expect, it } from 'vitest'
import { silentLog } from './log.ts'
import type { RunReport } from './run.ts'
import { type CronLibrary, cronOf, type StartCron, startSchedule } from './schedule.ts'
import { type CrawlDeps, emptyReport } from './steps/visit.ts'

const deps = { log: silentLog() } as CrawlDeps
const report = (state: 'ok' | 'not_due'): RunReport => ({
  startedAt: '',
  finishedAt: '',
  sources: [emptyReport('s', state)],
})

function byHand(): { startCron: StartCron; turn(): Promise<void>; expression(): string; stopped(): boolean } {
  let call: () => Promise<void> = async () => undefined
  let kept = ''
  let stopped = false
  return {
    startCron: (expression, turn) => {
      call = turn
      kept = expression
      return {
        stop: () => {
          stopped = true
        },
      }
    },
    turn: () => call(),
    expression: () => kept,
    stopped: () => stopped,
  }
}

it('starts at once with what was missed, then each minute', async () => {
  const cron = byHand()
  let turns = 0
  const crawl = async () => {
    turns += 1
    return report('ok')
  }
  const schedule = startSchedule(deps, { startCron: cron.startCron, crawl })
  await Promise.resolve()
  expect(turns).toBe(1)
  expect(cron.expression()).toBe('* * * * *')
  await cron.turn()
  await cron.turn()
  expect(turns).toBe(2)
  await schedule.stop()
})

it('never runs twice at once: turns missed by a long one are made up by the next, once', async () => {
  const cron = byHand()
  const open = { now: 0, most: 0, turns: 0 }
  let release: () => void = () => undefined
  const crawl = async () => {
    open.turns += 1
    open.now += 1
    open.most = Math.max(open.most, open.now)
    await new Promise<void>((resolve) => {
      release = resolve
    })
    open.now -= 1
    return report('ok')
  }
  const schedule = startSchedule(deps, { startCron: cron.startCron, crawl })
  const missed = [cron.turn(), cron.turn(), cron.turn()]
  release()
  await Promise.all(missed)
  expect(open).toMatchObject({ most: 1, turns: 1 })
  const next = cron.turn()
  release()
  await next
  expect(open.turns).toBe(2)
  await schedule.stop()
})

it('goes on after a turn that threw, and tells only of turns that visited something', async () => {
  const cron = byHand()
  const told: RunReport[] = []
  const answers = [
    () => Promise.reject(new Error('disk full')),
    async () => report('not_due'),
    async () => report('ok'),
  ]
  const crawl = () => (answers.shift() ?? answers[0] ?? (async () => report('not_due')))()
  const schedule = startSchedule(deps, { startCron: cron.startCron, crawl, onReport: (one) => told.push(one) })
  await cron.turn()
  await cron.turn()
  await cron.turn()
  expect(told).toEqual([report('ok')])
  await schedule.stop()
})

it('stops: the turn under way is told, waited for, and none follows', async () => {
  const cron = byHand()
  let ended = false
  const schedule = startSchedule(deps, {
    startCron: cron.startCron,
    crawl: async (_deps, { signal }) => {
      await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()))
      ended = true
      return report('ok')
    },
  })
  await schedule.stop()
  expect(ended).toBe(true)
  expect(cron.stopped()).toBe(true)
  ended = false
  await cron.turn()
  expect(ended).toBe(false)
})

/** node-cron as it behaves over hours that nobody waits for. */
function fakeCron() {
  const heard: (() => void)[] = []
  const asked = { zones: [] as string[], noOverlap: [] as boolean[], destroyed: 0 }
  let turn: () => Promise<void> = async () => undefined
  const library: CronLibrary = {
    schedule: (_expression, given, { timezone, noOverlap }) => {
      turn = given
      asked.zones.push(timezone)
      asked.noOverlap.push(noOverlap)
      return { on: (_event, listener) => heard.push(listener), destroy: () => (asked.destroyed += 1) }
    },
  }
  return {
    library,
    asked,
    tick: () => turn(),
    miss: () => {
      for (const listener of heard) listener()
    },
  }
}
const settled = () => new Promise((next) => setImmediate(next))

it('F15 turns that were slept through are caught up once, however many they were', async () => {
  const { library, asked, tick, miss } = fakeCron()
  let turns = 0
  const crawl = async () => {
    turns += 1
    await settled()
    return report('ok')
  }
  const schedule = startSchedule(deps, { startCron: cronOf(library), crawl })
  await tick()
  expect(turns).toBe(1)
  // Three hours asleep: node-cron tells each missed minute as it wakes.
  for (let minute = 0; minute < 180; minute++) miss()
  await settled()
  await settled()
  expect(turns).toBe(2)
  await tick()
  expect(turns).toBe(3)
  await schedule.stop()
  expect(asked).toEqual({ zones: ['UTC'], noOverlap: [true], destroyed: 1 })
})

it('F15 a minute has no zone: it comes sixty times in the hour that New York loses and in the one it has twice', () => {
  const turnsIn = (from: string, hours: number) => {
    const runs = cron.createTask('* * * * *', () => undefined, { timezone: 'UTC' })
    const start = Date.parse(from)
    let count = 0
    for (let at = start; at < start + hours * 3_600_000; at += 60_000) if (runs.match(new Date(at))) count += 1
    runs.destroy()
    return count
  }
  expect(turnsIn('2026-03-08T06:00:00Z', 2)).toBe(120)
  expect(turnsIn('2026-11-01T05:00:00Z', 2)).toBe(120)
})

it('the real cron takes the expression and lets the process end', async () => {
  let turns = 0
  const schedule = startSchedule(deps, {
    expression: '* * * * * *',
    crawl: async () => {
      turns += 1
      return report('not_due')
    },
  })
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  await schedule.stop()
  expect(turns).toBeGreaterThanOrEqual(2)
})
