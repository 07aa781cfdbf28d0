/**
 * The way of a page: due? → fetch the list → read it, page after page until known ground → each candidate that is new,
 * changed or due: fetch → decode → soft error? → read → understand → keep (item, version, outbox and page state in one
 * transaction) → publish. A failure has a name, is reported, backs off, and never stops another; nothing that failed
 * deletes or changes an item.
 */

import { write } from './keep/keep.ts'
import { clockBackStatement, dueDetails, getPage, hasDueDetails, type PageRow, pagesToReread } from './keep/pages.ts'
import { exhumeStatement, keepTombstone, pagesTakenDown } from './keep/tombstones.ts'
import type { ListEntry } from './steps/column.ts'
import { readDetail, readKept } from './steps/details.ts'
import { isListDue, keepListFailure, listRow, readList } from './steps/lists.ts'
import { keepDetailFailure } from './steps/missing.ts'
import {
  countStrike,
  hasBudget,
  isTransient,
  keepingOf,
  MAX_STRIKES,
  type SourceReport,
  type SourceState,
  type Trouble,
  type Visit,
} from './steps/visit.ts'
import { readerOf } from './steps/whole.ts'

/** Items are searchable while a long crawl goes on. */
const PUBLISH_EVERY = 25
/** Pages read again per run from kept bytes, when readers or corrections have changed since. */
const REREAD_PER_RUN = 200
/** Longer waits are left to the next run. */
const MAX_WAIT_MS = 60_000

/** Something that failed in the first round and is worth a second. `give` writes the failure down. */
interface Again {
  trouble: Trouble
  give(): Promise<void>
}
interface Work {
  lists: ListEntry[]
  details: PageRow[]
  /** Filled by a round: what to try again. */
  again: Again[]
}

/** Crawls one source under its lease; the state says how it went. Rejects when the run is stopped, or on a fault of our own. */
export async function crawlSource(visit: Visit): Promise<SourceState> {
  await setRight(visit)
  await rereadKept(visit)
  const due = await dueLists(visit)
  if (due.length === 0 && !(await hasDueDetails(visit.deps.db, visit.source.slug, visit.deps.clock.now())))
    return restState(visit)
  const first = await round(visit, due, [])
  if (first.again.length > 0) await secondRound(visit, first)
  await visit.publish()
  return stateOf(visit)
}

/** What happened to the rows while nobody looked: a clock that went back, an order to take something down, or that order taken back. */
async function setRight(visit: Visit): Promise<void> {
  const { source, deps } = visit
  const back = await clockBackStatement(deps.db, source.slug, deps.clock.now())
  await write(deps.db, keepingOf(visit), [exhumeStatement(source.slug), ...(back ? [back] : [])])
  for (const row of await pagesTakenDown(deps.db, source.slug))
    await keepTombstone(deps.db, keepingOf(visit), row, [row.url])
}

/** Better readers and an operator's corrections reach what is known without asking its site. */
async function rereadKept(visit: Visit): Promise<void> {
  const { source, deps, report } = visit
  const rows = await pagesToReread(deps.db, source.slug, readerOf(visit), REREAD_PER_RUN)
  const { unchanged } = report
  for (const row of rows) await readKept(visit, row)
  report.unchanged = unchanged
  if (rows.length > 0) await visit.publish()
}

async function dueLists(visit: Visit): Promise<ListEntry[]> {
  const rows = await Promise.all(visit.source.lists.map(async (list) => ({ list, row: await listRow(visit, list) })))
  return rows.filter(({ row }) => isListDue(row, visit.deps.clock.now(), visit.all)).map(({ list }) => list)
}

/** Lists, then what they and earlier crawls left to visit, and the `details` of the round before. */
async function round(visit: Visit, lists: ListEntry[], details: PageRow[]): Promise<Work> {
  const work: Work = { lists: [], details: [], again: [] }
  visit.strikes = 0
  visit.lists.troubled = visit.lists.failed.length > 0
  for (const list of lists) await tryList(visit, list, work)
  visit.strikes = 0
  const { db, clock, limits } = visit.deps
  const rows = [...details, ...(await dueDetails(db, visit.source.slug, clock.now(), limits.itemsPerRun))]
  const met = new Set<string>()
  let read = 0
  for (const row of rows) {
    if (met.has(row.url) || visit.strikes >= MAX_STRIKES || !hasBudget(visit)) continue
    met.add(row.url)
    await tryDetail(visit, row.url, work)
    read += 1
    if (read % PUBLISH_EVERY === 0) await visit.publish()
  }
  return work
}

/** At once, then once more after a pause; other sources go on meanwhile. */
async function secondRound(visit: Visit, first: Work): Promise<void> {
  const waitMs = Math.max(visit.deps.limits.retryMs, ...first.again.map(({ trouble }) => trouble.retryAfterMs ?? 0))
  if (waitMs > MAX_WAIT_MS) {
    for (const failure of first.again) await failure.give()
    return
  }
  await visit.deps.clock.sleep(waitMs, visit.signal)
  const second = await round(visit, first.lists, first.details)
  for (const failure of second.again) await failure.give()
}

async function tryList(visit: Visit, list: ListEntry, work: Work): Promise<void> {
  const trouble = await readList(visit, list)
  countStrike(visit, trouble)
  if (!trouble) return
  visit.lists.troubled = true
  const give = () => keepListFailure(visit, list, trouble)
  if (!isTransient(trouble)) return give()
  work.lists.push(list)
  work.again.push({ trouble, give })
}

/** The row as it is now: a list read meanwhile, or another page, may have changed it. */
async function tryDetail(visit: Visit, url: string, work: Work): Promise<void> {
  const rowNow = () => getPage(visit.deps.db, visit.source.slug, url)
  const row = await rowNow()
  if (!row || row.status === 'alias' || row.status === 'dropped') return
  const trouble = await readDetail(visit, row)
  countStrike(visit, trouble)
  if (!trouble) return
  const give = async () => keepDetailFailure(visit, (await rowNow()) ?? row, trouble)
  if (!isTransient(trouble)) return give()
  work.details.push(row)
  work.again.push({ trouble, give })
}

/** Why nothing was visited. */
async function restState(visit: Visit): Promise<SourceState> {
  const rows = await Promise.all(visit.source.lists.map((list) => listRow(visit, list)))
  return rows.some((row) => row.fails > 0) ? 'waiting' : 'not_due'
}

/** Its lists answer and none of its pages does: one broken page is no sign of that, three are. */
function readsNothing({ failed, quarantined, new: fresh, changed, unchanged, gone }: SourceReport): boolean {
  return failed.length + quarantined.length >= MAX_STRIKES && fresh + changed + unchanged + gone === 0
}

function stateOfUnread({ failed, quarantined }: SourceReport): SourceState {
  if (quarantined.length > failed.length) return 'suspect'
  return failed.every(({ cause }) => cause === 'blocked') ? 'blocked' : 'failed'
}

function stateOf({ lists, strikes, report }: Visit): SourceState {
  const troubles = lists.failed.filter((trouble) => !trouble.byRobots)
  if (lists.failed.length === 0)
    return readsNothing(report) ? stateOfUnread(report) : strikes >= MAX_STRIKES ? 'partial' : 'ok'
  if (troubles.length === 0) return lists.ok > 0 ? 'ok' : 'closed'
  if (lists.ok > 0) return 'partial'
  if (troubles.some((trouble) => trouble.cause === 'blocked')) return 'blocked'
  return troubles.every((trouble) => trouble.cause === 'suspect') ? 'suspect' : 'failed'
}
