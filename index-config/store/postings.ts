/**
 * The same posting published again: by the same employer under the same headline, with a text that tells the same by the
 * rules of one story, at another address or on another day, however long after. Copies of other publishers join the
 * round that is going (`rounds`). An amendment or a second recruitment is none: their steps and rounds tell them apart.
 */
import type { Reposts } from '../../domain/api.ts'
import { findEmployer } from '../../domain/employer.ts'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import { countRounds, type Publication } from '../../domain/reposts.ts'
import { compareStories } from '../../domain/same-story.ts'
import { foldScript } from '../../domain/script.ts'
import { hashOf } from './hash.ts'
import { epochDay } from './slot.ts'
import type { StoryRow } from './story-rows.ts'

/** Postings with the same headline and employer that are compared, newest first. */
const MOST_CANDIDATES = 24
const DECORATION = /[【[（(][^】\]）)]{1,8}[】\]）)]|[\p{P}\p{S}\s]/gu
const DAY_MS = 86_400_000

/** Whatever its state: who publishes again takes the old one down. Of what was taken down by order no headline is left. */
const isPosting = ({ kind, type, stage, parent, title }: StoryRow) =>
  kind === 'job' && type === 'notice' && (stage === 'open' || stage === null) && parent === null && title !== ''

/** An integer as `posting_key` wants it: headline and employer as they are compared. */
function keyOf({ title, body }: StoryRow): number {
  const told = [title, findEmployer(title, body) ?? ''].map((part) => foldScript(part).replace(DECORATION, ''))
  return Number.parseInt(hashOf(JSON.stringify(told)).slice(0, 12), 16)
}

const textHash = ({ title, body, url }: StoryRow) => hashOf(JSON.stringify([title, body, url]))

/**
 * Settles which postings these are published again of. Its own text is written before the others are looked for, so that
 * of two who compare at once the later one meets the other's.
 */
export async function settlePostings(db: SqlDatabase, rows: readonly StoryRow[]): Promise<void> {
  for (const row of rows) if (isPosting(row)) await settlePosting(db, row)
  const others = rows.filter((row) => !isPosting(row)).map(({ n }) => n)
  const known = await db.all<{ n: number }>(
    'select t.n from json_each(?1) j cross join posting_text t on t.n = j.value',
    [JSON.stringify(others)],
  )
  for (const { n } of known) await db.batch(forgetStatements(n))
}

async function settlePosting(db: SqlDatabase, row: StoryRow): Promise<void> {
  const hash = textHash(row)
  const [known] = await db.all<{ hash: string }>('select hash from posting_text where n = ?1', [row.n])
  await db.batch(dayStatements(row))
  if (known?.hash === hash) return
  const key = keyOf(row)
  await db.batch([
    { sql: 'delete from posting_pair where a = ?1 or b = ?1', params: [row.n] },
    {
      sql: `insert into posting_text (n, key, hash) values (?1, ?2, '')
        on conflict (n) do update set key = excluded.key, hash = ''`,
      params: [row.n, key],
    },
  ])
  const likely = await candidates(db, row.n, key)
  // However long after: the day is no part of what is compared.
  const same = likely.filter((other) => compareStories(row, { ...other, publishedAt: row.publishedAt }).same)
  await db.batch(pairStatements(row.n, hash, same))
}

/** A better date takes the place of a weak one; another date of the page itself stands beside the one before. */
function dayStatements({ n, publishedAt, dateOrigin }: StoryRow): SqlStatement[] {
  const weak = dateOrigin === 'estimated' || dateOrigin === 'list' || dateOrigin === 'url'
  return [
    { sql: 'delete from posting where n = ?1 and weak = 1', params: [n] },
    {
      sql: `insert or ignore into posting (n, day, weak) select ?1, ?2, ?3
        where ?3 = 0 or not exists (select 1 from posting where n = ?1)`,
      params: [n, epochDay(publishedAt.slice(0, 10)), weak ? 1 : 0],
    },
  ]
}

type Candidate = Pick<StoryRow, 'n' | 'title' | 'body' | 'url' | 'source' | 'publishedAt'>

async function candidates(db: SqlDatabase, n: number, key: number): Promise<Candidate[]> {
  return db.all<Candidate>(
    `select i.n, i.title, i.doc ->> '$.body' as body, i.url, i.source, i.published as publishedAt
      from posting_text t cross join item i on i.n = t.n where t.key = ?1 and t.n <> ?2 order by t.n desc limit ?3`,
    [key, n, MOST_CANDIDATES],
  )
}

/** With its hash the comparing is done; without it, interrupted, it is done again. */
function pairStatements(n: number, hash: string, same: readonly Candidate[]): SqlStatement[] {
  const others = JSON.stringify(same.map((other) => other.n))
  return [
    {
      sql: `insert or ignore into posting_pair (a, b) select ?2, value from json_each(?1)
        union all select value, ?2 from json_each(?1)`,
      params: [others, n],
    },
    { sql: 'update posting_text set hash = ?2 where n = ?1', params: [n, hash] },
  ]
}

function forgetStatements(n: number): SqlStatement[] {
  return [
    { sql: 'delete from posting where n = ?1', params: [n] },
    { sql: 'delete from posting_pair where a = ?1 or b = ?1', params: [n] },
    { sql: 'delete from posting_text where n = ?1', params: [n] },
  ]
}

/**
 * Undefined for what was published once. Of a position its notice's. The true age counts from the first of them, also
 * where that one is gone by now.
 */
export async function findReposts(db: SqlDatabase, id: string): Promise<Reposts | undefined> {
  const rows = await db.all<Publication>(
    `with recursive own (n) as (
        select coalesce(p.n, i.n) from item i left join item p on p.id = i.parent where i.id = ?1),
      same (n) as (
        select n from own
        union select p.b from same cross join posting_pair p on p.a = same.n
        union select s.b from same cross join story_pair s on s.a = same.n)
      select i.source, d.day from same cross join posting d on d.n = same.n cross join item i on i.n = same.n
        order by d.day, i.source`,
    [id],
  )
  const [first] = rows
  const times = countRounds(rows) - 1
  if (first === undefined || times < 1) return undefined
  return { times, firstOn: new Date(first.day * DAY_MS).toISOString().slice(0, 10) }
}
