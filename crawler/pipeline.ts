/**
 * The way of a page: due? → fetch the list → read it, page after page until known ground → each candidate that is new,
 * changed or due: fetch → decode → soft error? → read → understand → keep (item, version, outbox and page state in one
 * transaction) → publish. A failure has a name, is reported, backs off, and never stops another; nothing that failed
 * deletes or changes an item.
 */
import { dueDetails, hasDueDetails, type PageRow } from './keep/pages.ts'
import { keepDetailFailure, readDetail } from './steps/details.ts'
import { isListDue, keepListFailure, type ListEntry, listRow, readList } from './steps/lists.ts'
import {
  countStrike,
  isTransient,
  MAX_STRIKES,
  type SourceReport,
  type SourceState,
  type Trouble,
  type Visit,
} from './steps/visit.ts'

/** Items are searchable while a long crawl goes on. */
const PUBLISH_EVERY = 25
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
  const due = await dueLists(visit)
  if (due.length === 0 && !(await hasDueDetails(visit.deps.db, visit.source.slug, visit.deps.clock.now())))
    return restState(visit)
  const first = await round(visit, due, undefined)
  if (first.again.length > 0) await secondRound(visit, first)
  await visit.publish()
  return stateOf(visit)
}

async function dueLists(visit: Visit): Promise<ListEntry[]> {
  const rows = await Promise.all(visit.source.lists.map(async (list) => ({ list, row: await listRow(visit, list) })))
  return rows.filter(({ row }) => isListDue(row, visit.deps.clock.now(), visit.all)).map(({ list }) => list)
}

/** Lists, then what they and earlier crawls left to visit. `details` absent: whatever is due once the lists are read. */
async function round(visit: Visit, lists: ListEntry[], details: PageRow[] | undefined): Promise<Work> {
  const work: Work = { lists: [], details: [], again: [] }
  visit.strikes = 0
  visit.lists.troubled = visit.lists.failed.length > 0
  for (const list of lists) await tryList(visit, list, work)
  visit.strikes = 0
  const { db, clock, limits } = visit.deps
  const rows = [...(details ?? []), ...(await dueDetails(db, visit.source.slug, clock.now(), limits.itemsPerRun))]
  const met = new Set<string>()
  let read = 0
  for (const row of rows) {
    if (met.has(row.url) || visit.strikes >= MAX_STRIKES) continue
    met.add(row.url)
    await tryDetail(visit, row, work)
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

async function tryDetail(visit: Visit, row: PageRow, work: Work): Promise<void> {
  const trouble = await readDetail(visit, row)
  countStrike(visit, trouble)
  if (!trouble) return
  const give = () => keepDetailFailure(visit, row, trouble)
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
function readsNothing({ failed, new: fresh, changed, unchanged, gone }: SourceReport): boolean {
  return failed.length >= MAX_STRIKES && fresh + changed + unchanged + gone === 0
}

function stateOfUnread({ failed }: SourceReport): SourceState {
  return failed.every(({ cause }) => cause === 'blocked') ? 'blocked' : 'failed'
}

function stateOf({ lists, strikes, report }: Visit): SourceState {
  const troubles = lists.failed.filter((trouble) => !trouble.byRobots)
  if (lists.failed.length === 0)
    return readsNothing(report) ? stateOfUnread(report) : strikes >= MAX_STRIKES ? 'partial' : 'ok'
  if (troubles.length === 0) return lists.ok > 0 ? 'ok' : 'closed'
  if (lists.ok > 0) return 'partial'
  return troubles.some((trouble) => trouble.cause === 'blocked') ? 'blocked' : 'failed'
}
