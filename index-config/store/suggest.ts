/** As you type: positions, places, categories and employers by characters or pinyin, then the newest headlines. */
import type { Suggestion } from '../../domain/api.ts'
import type { SqlDatabase } from '../../domain/ports.ts'
import type { Town } from '../../domain/town.ts'
import { alternativesIn } from '../analyse.ts'
import { matchExpression } from '../match.ts'
import { plainTerms, readQuestion, type Terms } from '../question.ts'
import { vocabularyOf } from './lexicon.ts'
import { MAX_LOOKED_AT, namesFor, typedOf } from './suggest-names.ts'

/** Words that a beginning is completed to for headlines. */
const MAX_COMPLETED = 7

/**
 * At most `limit`, of headlines half of it where there are names enough. Names in which more is open come first, one
 * typed in full before all; employers only while they offer something. Nine statements at most, whatever is typed.
 */
export async function suggest(
  { db, town }: { db: SqlDatabase; town: Town },
  q: string,
  limit = 10,
): Promise<Suggestion[]> {
  if (!plainTerms(q)?.length) return []
  const [names, headlines] = await Promise.all([namesFor(db, town, q), headlinesFor(db, town, q, limit)])
  const kept = names.slice(0, Math.max(limit - headlines.length, Math.ceil(limit / 2)))
  return [...kept, ...headlines].slice(0, limit)
}

/** The newest that hold what was typed; of letters also those that hold what the letters may become. */
async function headlinesFor(db: SqlDatabase, town: Town, q: string, limit: number): Promise<Suggestion[]> {
  const { characters, letters } = typedOf(q)
  // Everything that begins with one character would be put together before the newest is known.
  const begun = [...characters].length === 1 ? await newestCompleted(db, characters, limit) : []
  if (begun.length > 0) return begun
  const found = await newest(db, await readQuestion(q, vocabularyOf(db, town)), limit)
  return found.length > 0 || letters === undefined ? found : newestCompleted(db, letters, limit)
}

async function newestCompleted(db: SqlDatabase, beginning: string, limit: number): Promise<Suggestion[]> {
  const words = await completed(db, beginning)
  return words.length === 0 ? [] : newest(db, [words.flatMap((word) => alternativesIn(word).slice(0, 1))], limit)
}

async function newest(db: SqlDatabase, terms: Terms | undefined, limit: number): Promise<Suggestion[]> {
  if (!terms?.length) return []
  const rows = await db.all<{ id: string; title: string; state: string }>(
    `select i.id, i.title, i.state from item_fts f cross join item i on i.n = f.rowid
      where f.item_fts match ?1 order by f.rowid desc limit ?2`,
    [matchExpression(terms, []), limit],
  )
  // The index may lag behind a takedown; the items do not.
  return rows.flatMap(({ id, title, state }) =>
    state === 'shown' ? [{ what: 'item' as const, value: id, text: title }] : [],
  )
}

async function completed(db: SqlDatabase, beginning: string): Promise<string[]> {
  const range = 'and key >= ?1 and key < ?1 || char(1114111)'
  const rows = await db.all<{ word: string; rank: number; since: number }>(
    `select * from (select word, rank, since from lexicon where how = 'w' ${range} limit ${MAX_LOOKED_AT}) union all
      select * from (select word, rank, since from lexicon where how = 'p' ${range} limit ${MAX_LOOKED_AT})`,
    [beginning],
  )
  const likely = rows.sort((a, b) => a.rank - b.rank || a.since - b.since)
  return [...new Set(likely.map(({ word }) => word))].slice(0, MAX_COMPLETED)
}
