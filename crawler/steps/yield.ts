/**
 * Whether what a list shows is believed (F10, F11): measured against what it showed on its last runs. Pure. A list that
 * is not believed changes nothing: neither what is known nor how it is measured, until a person releases it.
 */
import type { Candidate } from '../../domain/page.ts'
import { shapeOf } from './traps.ts'

/** Counts of the first page of a list: all entries, different titles, entries with a title, entries with a date. */
export type Yield = [entries: number, titles: number, titled: number, dated: number]

const RUNS = 14
/** The fifth run is the first that is judged. */
const LEAST_RUNS = 4
const LEAST_OF_MEDIAN = 0.3
const LEAST_FILLED = 0.8
const MOST_REPEATED = 0.5
/** Fewer entries may well share their titles. */
const FEW = 6
const EXPLOSION = { factor: 3, more: 30, leastKnownShapes: 0.5 }

export function readYields(text: string | null): Yield[] {
  return text === null ? [] : (JSON.parse(text) as Yield[])
}

export function withYield(history: Yield[], now: Yield): string {
  return JSON.stringify([...history, now].slice(-RUNS))
}

export function yieldOf(items: readonly Candidate[]): Yield {
  const titles = items.map(({ title }) => title.trim()).filter((title) => title !== '')
  const dated = items.filter(({ date }) => date !== undefined).length
  return [items.length, new Set(titles).size, titles.length, dated]
}

/** Why the list is suspect; undefined when it is believed. `known`: addresses of pages that it led to before. */
export function judgeYield(
  history: Yield[],
  items: readonly Candidate[],
  known: readonly string[],
): string | undefined {
  const now = yieldOf(items)
  return findRepeats(history, now) ?? (history.length < LEAST_RUNS ? undefined : compare(history, now, items, known))
}

/** All the same title: a link text was taken for it. A list that was always so is so. */
function findRepeats(history: Yield[], now: Yield): string | undefined {
  const shareOf = ([, titles, titled]: Yield) => (titled === 0 ? 0 : 1 - titles / titled)
  const usual = history.length > 0 && median(history.map(shareOf)) > MOST_REPEATED
  const [, titles, titled] = now
  if (titled < FEW || shareOf(now) <= MOST_REPEATED || usual) return undefined
  return `${titled - titles} of ${titled} entries repeat the title of another`
}

function compare(
  history: Yield[],
  now: Yield,
  items: readonly Candidate[],
  known: readonly string[],
): string | undefined {
  const [entries, , titled, dated] = now
  const usual = median(history.map(([count]) => count))
  if (entries < usual * LEAST_OF_MEDIAN) return `${entries} entries where ${usual} are usual`
  if (isEmptier(history, ([count, , titles]) => titles / count, titled / entries))
    return `${entries - titled} of ${entries} entries have no title`
  if (isEmptier(history, ([count, , , dates]) => dates / count, dated / entries))
    return `${entries - dated} of ${entries} entries have no date`
  return findExplosion(usual, items, known)
}

/** A field that lists of this source never fill is none that they lost. */
function isEmptier(history: Yield[], share: (one: Yield) => number, now: number): boolean {
  const filled = history.filter(([entries]) => entries > 0).map(share)
  return now < LEAST_FILLED && median(filled) >= LEAST_FILLED
}

/** A menu taken for entries: many more than usual, and most of an address that no entry ever had. */
function findExplosion(usual: number, items: readonly Candidate[], known: readonly string[]): string | undefined {
  const { factor, more, leastKnownShapes } = EXPLOSION
  if (items.length <= Math.max(usual * factor, usual + more) || known.length === 0) return undefined
  const shapes = new Set(known.map(shapeOf))
  const alike = items.filter(({ url }) => shapes.has(shapeOf(url))).length
  return alike / items.length < leastKnownShapes ? `${items.length} entries where ${usual} are usual` : undefined
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
