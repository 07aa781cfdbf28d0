/** Time per page against Readability on linkedom alone, interleaved so that both meet the same machine. */
import { readArticle } from '../../crawler/reading/article.ts'
import type { Page } from '../../domain/page.ts'
import { type Entry, loadPage } from './manifest.ts'
import { quantile } from './measures.ts'
import { bareBody } from './plain-readability.ts'

const ROUNDS = 5
const ZONE = 'Asia/Shanghai'

export interface Speed {
  pages: number
  /** Ours by theirs, of the times themselves and of the ratios page by page. */
  median: number
  p95: number
  medianOfRatios: number
  p95OfRatios: number
}

export function measureSpeed(folder: string, entries: readonly Entry[]): Speed {
  const pages = entries.filter(({ kind }) => kind === 'detail').map((entry) => loadPage(folder, entry))
  const times = pages.map(() => ({ ours: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY }))
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [at, page] of pages.entries()) {
      const time = times[at]
      if (!time) continue
      // The best of the rounds: whatever else the machine did only ever adds. Who goes first changes by round.
      const measures = [
        () =>
          (time.ours = Math.min(
            time.ours,
            millisecondsOf(() => readOurs(page)),
          )),
        () =>
          (time.bare = Math.min(
            time.bare,
            millisecondsOf(() => bareBody(page.text)),
          )),
      ]
      for (const measure of round % 2 === 0 ? measures : measures.reverse()) measure()
    }
  const ratios = times.map(({ ours, bare }) => ours / bare)
  const at = (rank: number) =>
    quantile(
      times.map(({ ours }) => ours),
      rank,
    ) /
    quantile(
      times.map(({ bare }) => bare),
      rank,
    )
  return {
    pages: pages.length,
    median: at(0.5),
    p95: at(0.95),
    medianOfRatios: quantile(ratios, 0.5),
    p95OfRatios: quantile(ratios, 0.95),
  }
}

function readOurs(page: Page): void {
  readArticle(page, { now: new Date(page.fetchedAt), zone: ZONE })
}

function millisecondsOf(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

export function formatSpeed({ pages, median, p95, medianOfRatios, p95OfRatios }: Speed): string {
  const line = (what: string, middle: number, slow: number) =>
    `${what.padEnd(24)} median ${middle.toFixed(2)}  p95 ${slow.toFixed(2)}\n`
  return (
    `time by that of Readability on linkedom alone, ${pages} pages, best of ${ROUNDS} rounds\n` +
    line('times', median, p95) +
    line('page by page', medianOfRatios, p95OfRatios)
  )
}
