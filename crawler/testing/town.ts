/** A town of three streets for the crawler's own tests: data in code, nothing of a real place. */
import type { Clock } from '../../domain/ports.ts'
import { DEFAULT_LIMITS, type Limits, type Source, sourceSchema, type Town } from '../../domain/town.ts'

/** Fast and short: no pauses, deadlines of a second, a second try at once. */
export const TEST_LIMITS: Limits = {
  ...DEFAULT_LIMITS,
  pauseMs: 0,
  maxPauseMs: 0,
  connectMs: 500,
  totalMs: 500,
  bodyBytes: 1_000_000,
  retryMs: 0,
}

/** A source of the fault server: `testSource('city', port)` lists at `/list.html`. */
export function testSource(slug: string, port: number, more: Partial<Source> = {}): Source {
  const root = `http://${slug}.localhost:${port}`
  return sourceSchema.parse({
    slug,
    names: { 'zh-Hans': slug },
    home: `${root}/`,
    region: '990001',
    lists: [{ url: `${root}/list.html` }],
    enabled: true,
    private: `${slug}.localhost:${port}`,
    ...more,
  })
}

export function testTown(sources: Source[], limits: Partial<Limits> = {}): Town {
  return {
    slug: 'tiny',
    names: { 'zh-Hans': '小城' },
    languages: ['zh-Hans'],
    script: 'hans',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    country: 'CN',
    root: '990001',
    limits: { ...TEST_LIMITS, ...limits },
    regions: [
      {
        code: '990001',
        level: 'city',
        names: { 'zh-Hans': '小城' },
        aliases: [],
        former: [],
        landmarks: [],
        exclude: [],
      },
    ],
    categories: [{ id: 'livelihood', names: { 'zh-Hans': '民生' }, words: [] }],
    synonyms: [],
    sources,
  }
}

/**
 * Time that moves only when told; sleeping moves it. `slept` is what was asked for, in order; `ticks` goes on whatever
 * the clock on the wall does.
 */
export function testClock(
  start = '2026-11-22T01:00:00Z',
): Clock & { slept: number[]; advance(ms: number): void; ticks(): number } {
  let at = Date.parse(start)
  let ticks = 0
  const slept: number[] = []
  return {
    slept,
    now: () => new Date(at),
    ticks: () => ticks,
    advance(ms) {
      at += ms
      ticks += Math.max(ms, 0)
    },
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      slept.push(ms)
      at += ms
      ticks += ms
    },
  }
}
