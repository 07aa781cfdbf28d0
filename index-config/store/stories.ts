/**
 * One story, many publishers (RELIABILITY F12): items of different sources that tell the same become one, with the others
 * as "also at". A pass of its own behind the keeping of pages: it takes what `story_due` names, compares it with likely
 * copies, and settles who stands for whom, in one transaction with the outbox. What it settles follows from the items as
 * they stand and not from the order in which they came, so the same pass also takes a merge back.
 */
import { groupTellings, type Teller, type Tellers } from '../../domain/issuer.ts'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { compareStories } from '../../domain/same-story.ts'
import type { Names } from '../../domain/town.ts'
import { hashOf } from './hash.ts'
import { settlePostings } from './postings.ts'
import { epochDay } from './slot.ts'
import { bandsOf, likenessTo } from './story-bands.ts'
import {
  announceStatements,
  candidates,
  doneStatement,
  forgetStatements,
  pairStatements,
  partners,
  readDue,
  type Story,
  type StoryRow,
  storyHashes,
  storyRows,
} from './story-rows.ts'
import { threadStatements } from './threads.ts'

const BATCH = 50
/** As far apart as `compareStories` lets two tellings be. */
const DAYS_APART = 31
/** Likely copies looked at, most alike first. */
const MOST_CANDIDATES = 24

/**
 * Settles everything that is due; answers how many items changed their state. `at` goes into the outbox. Interrupted,
 * it goes on where it stopped. Rejects with what the database throws, and then nothing of that step is written.
 */
export async function settleStories(db: SqlDatabase, at: Date): Promise<number> {
  let changed = 0
  for (;;) {
    const due = await readDue(db, BATCH)
    if (due.seqs.length === 0) return changed
    const rows = await storyRows(db, due.ids, true)
    const known = await storyHashes(
      db,
      rows.map(({ n }) => n),
    )
    for (const row of rows) if (hashOfStory(row) !== known.get(row.n)) await compareWithOthers(db, row)
    await settlePostings(db, rows)
    const { statements, count } = await settling(db, due.ids, at)
    const threads = await threadStatements(db, due.ids, at)
    // Whatever this changes is due again: had another process settled something since it was read, that is seen then.
    await db.batch([...statements, ...threads, doneStatement(due.seqs)])
    changed += count
  }
}

/** Undefined for what is never merged: positions follow their notice, of a list of people no text is kept. */
function hashOfStory(row: StoryRow): string | undefined {
  const { kind, type, stage, title, body, url, source, publishedAt, parent } = row
  if (!isLive(row) || parent !== null || type === 'names' || title === '') return undefined
  return hashOf(JSON.stringify([kind, stage, title, body, url, source, publishedAt]))
}

function isLive({ state }: Pick<StoryRow, 'state'>): boolean {
  return state === 'shown' || state === 'merged'
}

/**
 * Compares one item with its likely copies. Its fingerprints are written before the others are looked for, so that of two
 * who compare at once the later one meets the other's item.
 */
async function compareWithOthers(db: SqlDatabase, row: StoryRow): Promise<void> {
  const hash = hashOfStory(row)
  if (hash === undefined) {
    await db.batch(forgetStatements(row.n))
    return
  }
  const story = { n: row.n, hash }
  const day = epochDay(row.publishedAt.slice(0, 10))
  const bands = bandsOf(row)
  await db.batch([...forgetStatements(row.n), ...announceStatements(story, day, bands)])
  await db.batch(pairStatements(story, await tellingTheSame(db, row, bands, day)))
}

async function tellingTheSame(db: SqlDatabase, row: StoryRow, bands: number[], day: number): Promise<Story[]> {
  const days = { from: day - DAYS_APART, to: day + DAYS_APART }
  const likely = await candidates(db, row, bands, days, MOST_CANDIDATES)
  const isAlike = likenessTo(row.body)
  const isSame = (other: StoryRow) => other.url === row.url || (isAlike(other.body) && compareStories(row, other).same)
  return likely.flatMap((other) => {
    const hash = hashOfStory(other)
    return hash !== undefined && other.stage === row.stage && isSame(other) ? [{ n: other.n, hash }] : []
  })
}

/** Who stands for whom among the items and all that tell the same as they, over any number of steps. */
async function settling(
  db: SqlDatabase,
  ids: readonly string[],
  at: Date,
): Promise<{ statements: SqlStatement[]; count: number }> {
  const { rows, pairs } = await connected(db, ids)
  const tellings = rows.map((row) => ({
    ...row,
    region: row.region ?? undefined,
    estimated: row.dateOrigin === 'estimated',
  }))
  const groups = groupTellings(tellings, pairs, await readTellers(db))
  const wanted = new Map<string, string | null>()
  for (const { head, others } of groups) {
    wanted.set(head, null)
    for (const other of others) wanted.set(other, head)
  }
  const positions = await livePositions(db, [...wanted.keys()])
  for (const { head, others } of groups) placePositions([head, ...others], positions, wanted)
  const now = new Map([...rows, ...positions].map((row) => [row.id, row]))
  const changes = [...wanted].filter(([id, into]) => {
    const row = now.get(id)
    return row !== undefined && (row.state !== (into === null ? 'shown' : 'merged') || row.mergedInto !== into)
  })
  return { statements: changes.length === 0 ? [] : changeStatements(changes, at), count: changes.length }
}

/** The live ones among these, whoever tells the same as one of them, as those, and so on; by id who tells the same as whom. */
async function connected(
  db: SqlDatabase,
  ids: readonly string[],
): Promise<{ rows: StoryRow[]; pairs: Map<string, Set<string>> }> {
  const merged = await db.all<{ id: string }>(
    `select i.id from json_each(?1) j cross join item i on i.merged_into = j.value where i.parent is null`,
    [JSON.stringify(ids)],
  )
  const found = new Map<number, StoryRow>()
  const pairs = new Map<string, Set<string>>()
  let next = [...new Set([...ids, ...merged.map(({ id }) => id)])]
  while (next.length > 0) {
    const rows = (await storyRows(db, next, false)).filter((row) => isLive(row) && row.parent === null)
    for (const row of rows) found.set(row.n, row)
    const names = new Map(rows.map(({ n, id }) => [n, id]))
    const joined = await partners(db, [...names.keys()])
    for (const { a, id } of joined) {
      const own = names.get(a) ?? ''
      pairs.set(own, (pairs.get(own) ?? new Set()).add(id))
    }
    next = [...new Set(joined.filter(({ b }) => !found.has(b)).map(({ id }) => id))]
  }
  return { rows: [...found.values()], pairs }
}

async function readTellers(db: SqlDatabase): Promise<Tellers> {
  const rows = await db.all<{ slug: string; names: string; region: string; official: number }>(
    'select slug, names, region, official from source',
  )
  return new Map(
    rows.map(({ slug, names, region, official }): [string, Teller] => [
      slug,
      {
        names: Object.values(JSON.parse(names) as Names).filter((name) => name !== undefined),
        region,
        official: official === 1,
      },
    ]),
  )
}

interface PositionRow extends Pick<StoryRow, 'id' | 'state' | 'mergedInto'> {
  parent: string
  title: string
  code: string | null
}

async function livePositions(db: SqlDatabase, notices: readonly string[]): Promise<PositionRow[]> {
  return db.all<PositionRow>(
    `select i.id, i.parent, i.state, i.merged_into as mergedInto, i.title, i.doc ->> '$.job.code' as code
      from json_each(?1) j cross join item i on i.parent = j.value
      where i.state in ('shown', 'merged') order by i.parent, i.id`,
    [JSON.stringify(notices)],
  )
}

/**
 * A table stands once: that of the preferred notice, or, where its table could not be read, that of the next notice that
 * has one. Each row of the others leads to its like there, else to the notice.
 */
function placePositions(notices: string[], all: readonly PositionRow[], wanted: Map<string, string | null>): void {
  const [head = ''] = notices
  const tables = notices.map((notice) => all.filter(({ parent }) => parent === notice))
  const first = tables.find((table) => table.length > 0) ?? []
  const likes = new Map(first.toReversed().map((row) => [likeness(row), row.id]))
  for (const table of tables)
    for (const row of table) wanted.set(row.id, table === first ? null : (likes.get(likeness(row)) ?? head))
}

function likeness({ title, code }: PositionRow): string {
  return JSON.stringify([title, code])
}

/** What was hidden by a rule or an order meanwhile stays as it is. */
function changeStatements(changes: [id: string, into: string | null][], at: Date): SqlStatement[] {
  const rows = JSON.stringify(changes)
  return [
    {
      sql: `insert into outbox (item_id, at) select i.id, ?2 from json_each(?1) j
        cross join item i on i.id = j.value ->> 0 where i.state in ('shown', 'merged')`,
      params: [rows, at.toISOString()],
    },
    {
      sql: `update item set merged_into = j.value ->> 1, state = case when j.value ->> 1 is null then 'shown' else 'merged' end
        from json_each(?1) j where item.id = j.value ->> 0 and item.state in ('shown', 'merged')`,
      params: [rows],
    },
  ]
}
