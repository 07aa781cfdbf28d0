/** What a crawl is doing, for a person at a terminal: a line per host that is redrawn in place. */
import { createLogUpdate } from 'log-update'
import type { SqlDatabase } from '../domain/ports.ts'
import type { Town } from '../domain/town.ts'
import type { PageFetcher } from './fetch/outcome.ts'

interface HostCount {
  done: number
  failed: number
  /** Asked and not answered yet, pauses included. */
  open: number
}

export interface Counted {
  host: string
  done: number
  waiting: number
  failed: number
}

/** By host, over as many runs as share it. */
export type HostCounts = Map<string, HostCount>

export interface Progress {
  /** For lines of the log, which must not tear the drawing. */
  write(line: string): void
  /** Takes the drawing away. Doing it twice is doing it once. */
  stop(): void
}

interface Terminal {
  isTTY?: boolean
  columns?: number
  rows?: number
  write(text: string): unknown
}

export interface ProgressOptions {
  counts: HostCounts
  town: Town
  db: SqlDatabase
  now: () => Date
  terminal: Terminal & NodeJS.WritableStream
}

const DRAW_MS = 500

/** Draws until `stop`. */
export function startProgress({ counts, town, db, now, terminal }: ProgressOptions): Progress {
  const draw = createLogUpdate(terminal)
  let stopped = false
  const redraw = async (): Promise<void> => {
    const waiting = await countWaiting(db, town, now())
    if (!stopped) draw(formatProgress(merge(counts, waiting), terminal.rows || 24, terminal.columns || 80))
  }
  // A drawing that fails (a full disk, a closed terminal) must not end a crawl; the next one tries again.
  const timer = setInterval(() => void redraw().catch(() => undefined), DRAW_MS)
  timer.unref()
  return {
    write(line) {
      // Whole, as a pipe would get it; the drawing comes back with the next turn of the timer.
      if (!stopped) draw.clear()
      terminal.write(line)
    },
    stop() {
      if (stopped) return
      stopped = true
      clearInterval(timer)
      draw.clear()
      draw.done()
    },
  }
}

/** The same fetcher, counted. */
export function countFetches(fetcher: PageFetcher, counts: HostCounts): PageFetcher {
  return {
    close: () => fetcher.close(),
    async fetch(request) {
      const count = countOf(counts, hostOf(request.url))
      count.open += 1
      try {
        const outcome = await fetcher.fetch(request)
        if (outcome.kind === 'failed') count.failed += 1
        else count.done += 1
        return outcome
      } finally {
        count.open -= 1
      }
    },
  }
}

function countOf(counts: HostCounts, host: string): HostCount {
  const count = counts.get(host) ?? { done: 0, failed: 0, open: 0 }
  counts.set(host, count)
  return count
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

/** Pages that are due, by the host of their source. */
async function countWaiting(db: SqlDatabase, town: Town, now: Date): Promise<Map<string, number>> {
  const rows = await db.all<{ source: string; n: number }>(
    `select source, count(*) as n from page where role = 'detail' and status in ('waiting', 'ok', 'gone')
       and (next_at <= ?1 or (status = 'waiting' and fails = 0)) group by source`,
    [now.toISOString()],
  )
  const waiting = new Map<string, number>()
  for (const { source, n } of rows) {
    const known = town.sources.find(({ slug }) => slug === source)
    const host = hostOf(known?.lists[0]?.url ?? known?.home ?? source)
    waiting.set(host, (waiting.get(host) ?? 0) + n)
  }
  return waiting
}

function merge(counts: HostCounts, waiting: Map<string, number>): Counted[] {
  const hosts = [...new Set([...counts.keys(), ...waiting.keys()])].sort()
  return hosts.map((host) => {
    const { done, failed, open } = counts.get(host) ?? { done: 0, failed: 0, open: 0 }
    return { host, done, failed, waiting: Math.max(waiting.get(host) ?? 0, open) }
  })
}

/** At most `rows` lines: hosts with work first, the others summed up. */
export function formatProgress(counted: readonly Counted[], rows: number, columns: number): string {
  const room = Math.max(rows - 3, 1)
  const busy = [...counted].sort((a, b) => b.waiting - a.waiting || (a.host < b.host ? -1 : 1))
  const shown = busy.slice(0, room)
  const width = Math.min(Math.max(...shown.map(({ host }) => host.length), 4), Math.max(columns - 36, 10))
  const line = (host: string, done: string, waiting: string, failed: string) =>
    `${host.slice(0, width).padEnd(width)}  ${done.padStart(7)}  ${waiting.padStart(7)}  ${failed.padStart(7)}`
  const sum = (of: (one: Counted) => number) => String(counted.reduce((total, one) => total + of(one), 0))
  return [
    line('host', 'done', 'waiting', 'failed'),
    ...shown.map((one) => line(one.host, String(one.done), String(one.waiting), String(one.failed))),
    line(
      counted.length > shown.length ? `all ${counted.length}` : 'all',
      sum(({ done }) => done),
      sum(({ waiting }) => waiting),
      sum(({ failed }) => failed),
    ),
  ].join('\n')
}

/** Drawn only for a person: never into a file or a pipe, never where plain lines or data were asked for. */
export function wantsProgress(
  terminal: { isTTY?: boolean; columns?: number },
  { plain, json }: { plain?: boolean; json?: boolean },
): boolean {
  return terminal.isTTY === true && terminal.columns !== 0 && plain !== true && json !== true
}
