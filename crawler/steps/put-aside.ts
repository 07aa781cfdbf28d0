/** A reading that is not believed: what stands stays as it is, what was read waits for a person. */
import type { Item } from '../../domain/item.ts'
import { getItem } from '../../index-config/store/items.ts'
import { DAY_MS, nextRevisit } from '../due.ts'
import { type Capture, captureStatement } from '../keep/capture.ts'
import { write } from '../keep/keep.ts'
import { type PageRow, putPage } from '../keep/pages.ts'
import { isQuarantined, quarantineStatement } from '../keep/quarantine.ts'
import { keepingOf, type Trouble, turnOf, type Visit } from './visit.ts'

interface Disbelieved {
  why: string
  /** The bytes that came. */
  capture: Capture
  item: Item
}

/** After the first such reading a page is looked at again in a day, then on its own days, at least once a week. */
const SOON_MS = DAY_MS
const LATEST_MS = 7 * DAY_MS

/**
 * Undefined for a page that is an item: its visit is done, and the next asks again. A page that never was one is trouble,
 * since nothing of it is kept yet.
 */
export async function putAside(visit: Visit, row: PageRow, read: Disbelieved): Promise<Trouble | undefined> {
  const { db } = visit.deps
  const { source, url } = row
  const again = await isQuarantined(db, source, url)
  const before = row.item_id === null ? undefined : await getItem(db, row.item_id)
  const entry = quarantineStatement({
    source,
    url,
    what: 'page',
    why: read.why,
    at: keepingOf(visit).now.toISOString(),
    before: before ? shortOf(before) : { title: row.title, publishedAt: row.list_date },
    after: shortOf(read.item),
    hash: read.capture.hash,
  })
  const aside = [entry, ...(read.item.type === 'names' ? [] : [captureStatement(read.capture)])]
  visit.report.quarantined.push({ url, reason: read.why })
  if (row.item_id === null) {
    await write(db, keepingOf(visit), aside)
    return { cause: 'suspect', detail: read.why }
  }
  await write(db, keepingOf(visit), [...aside, putPage(lookedAt(visit, row, again))])
  return undefined
}

/** Its hash stays that of the bytes believed, so that the old page is known when it comes back. */
function lookedAt(visit: Visit, row: PageRow, again: boolean): PageRow {
  const turn = turnOf(visit)
  const latest = new Date(turn.getTime() + (again ? LATEST_MS : SOON_MS))
  const revisit = nextRevisit(new Date(row.first_at), turn) ?? latest
  return {
    ...row,
    checked_at: visit.deps.clock.now().toISOString(),
    next_at: new Date(Math.min(revisit.getTime(), latest.getTime())).toISOString(),
    visits: row.visits + 1,
    fails: 0,
    last_cause: 'suspect',
    missing_since: null,
  }
}

/** What a person compares; bodies by their beginning. */
function shortOf({ title, publishedAt, body, url, type }: Item): Record<string, unknown> {
  return { title, publishedAt, type, url, length: body.length, body: body.slice(0, 300) }
}
