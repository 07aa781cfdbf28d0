/** The tables of the comparing (migration 0003): what is asked of them and what is written to them. */
import type { Item } from '../../domain/item.ts'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'

/** An item as far as it is compared. */
export interface StoryRow {
  n: number
  id: string
  parent: string | null
  source: string
  publisher: string
  url: string
  kind: Item['kind']
  type: Item['type']
  stage: string | null
  state: Item['state']
  mergedInto: string | null
  thread: string | null
  region: string | null
  publishedAt: string
  dateOrigin: Item['dateOrigin']
  title: string
  body: string
}
const COLUMNS = `i.n, i.id, i.parent, i.source, i.doc ->> '$.publisher' as publisher, i.url, i.kind, i.type, i.stage, i.state,
  i.merged_into as mergedInto, i.thread, i.region, i.published as publishedAt, i.doc ->> '$.dateOrigin' as dateOrigin, i.title`
const WITH_BODY = `${COLUMNS}, i.doc ->> '$.body' as body`
const WITHOUT_BODY = `${COLUMNS}, '' as body`

const listed = (values: readonly (string | number)[]): [string] => [JSON.stringify(values)]

export interface Due {
  /** Asked up to here; what is asked for later has a higher number. */
  seqs: number[]
  /** The items themselves, and of positions their notices. */
  ids: string[]
}

export async function readDue(db: SqlDatabase, limit: number): Promise<Due> {
  const rows = await db.all<{ seq: number; id: string }>(
    `select d.seq, coalesce(i.parent, d.item_id) as id from story_due d left join item i on i.id = d.item_id
      order by d.seq limit ?1`,
    [limit],
  )
  return { seqs: rows.map(({ seq }) => seq), ids: [...new Set(rows.map(({ id }) => id))] }
}

/** Only what was read: what was asked for again meanwhile has another number. */
export function doneStatement(seqs: readonly number[]): SqlStatement {
  return { sql: 'delete from story_due where seq in (select value from json_each(?1))', params: listed(seqs) }
}

/** Whoever tells the same as somebody else is settled anew: what is known of the sources has changed. */
export function allDueStatement(): SqlStatement {
  return {
    sql: 'insert or replace into story_due (item_id) select distinct i.id from story_pair p join item i on i.n = p.a',
  }
}

export async function storyRows(db: SqlDatabase, ids: readonly string[], withBody: boolean): Promise<StoryRow[]> {
  return db.all<StoryRow>(
    `select ${withBody ? WITH_BODY : WITHOUT_BODY} from json_each(?1) j cross join item i on i.id = j.value order by i.id`,
    listed(ids),
  )
}

/** Of those that were compared to the end. */
export async function storyHashes(db: SqlDatabase, places: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.all<{ n: number; hash: string }>(
    'select s.n, s.hash from json_each(?1) j cross join story s on s.n = j.value where s.compared = 1',
    listed(places),
  )
  return new Map(rows.map(({ n, hash }) => [n, hash]))
}

/** Who may tell the same as an item with these bands: within so many days, most bands in common first. */
export async function candidates(
  db: SqlDatabase,
  { n, kind, source }: Pick<StoryRow, 'n' | 'kind' | 'source'>,
  bands: readonly number[],
  days: { from: number; to: number },
  limit: number,
): Promise<StoryRow[]> {
  return db.all<StoryRow>(
    `select ${WITH_BODY} from (
        select b.n, count(*) as shared, min(j.value) as least from json_each(?1) j
          cross join story_band b on b.band = j.value and b.day between ?2 and ?3
        where b.n <> ?4 group by b.n having shared >= 2 or least < 0
      ) c cross join item i on i.n = c.n
      where i.kind = ?5 and i.source <> ?6 order by c.shared desc, i.id limit ?7`,
    [...listed(bands), days.from, days.to, n, kind, source, limit],
  )
}

/** Places that were found to tell the same as one of these, these included or not. */
export async function partners(
  db: SqlDatabase,
  places: readonly number[],
): Promise<{ a: number; b: number; id: string }[]> {
  return db.all(
    `select p.a, p.b, i.id from json_each(?1) j cross join story_pair p on p.a = j.value cross join item i on i.n = p.b`,
    listed(places),
  )
}

/** Nothing is known of the item any more; whoever told the same is settled anew. */
export function forgetStatements(n: number): SqlStatement[] {
  return [
    {
      sql: `insert or replace into story_due (item_id)
        select i.id from story_pair p cross join item i on i.n = p.b where p.a = ?1`,
      params: [n],
    },
    { sql: 'delete from story_band where n = ?1', params: [n] },
    {
      sql: 'delete from story_pair where (b, a) in (select a, b from story_pair where a = ?1)',
      params: [n],
    },
    { sql: 'delete from story_pair where a = ?1', params: [n] },
    { sql: 'delete from story where n = ?1', params: [n] },
  ]
}

export interface Story {
  n: number
  /** Of the text that was compared. */
  hash: string
}

/** From now on others find it. */
export function announceStatements({ n, hash }: Story, day: number, bands: readonly number[]): SqlStatement[] {
  return [
    { sql: 'insert into story (n, hash, compared) values (?1, ?2, 0)', params: [n, hash] },
    {
      sql: 'insert into story_band (band, day, n) select value, ?2, ?3 from json_each(?1)',
      params: [...listed(bands), day, n],
    },
  ]
}

/**
 * Whom it tells the same as. Nothing is written of a text that has changed since it was read, on either side: whoever
 * changed it compares again.
 */
export function pairStatements({ n, hash }: Story, same: readonly Story[]): SqlStatement[] {
  const params = [JSON.stringify(same.map((other) => [other.n, other.hash])), n, hash]
  const standing = `from json_each(?1) j cross join story o on o.n = j.value ->> 0 and o.hash = j.value ->> 1
    cross join story s on s.n = ?2 and s.hash = ?3`
  return [
    {
      sql: `insert or ignore into story_pair (a, b) select s.n, o.n ${standing} union all select o.n, s.n ${standing}`,
      params,
    },
    {
      sql: `insert or replace into story_due (item_id)
        select i.id ${standing} cross join item i on i.n = s.n`,
      params,
    },
    { sql: 'update story set compared = 1 where n = ?1 and hash = ?2', params: [n, hash] },
  ]
}
