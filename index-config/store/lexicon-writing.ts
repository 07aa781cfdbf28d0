/** The lexicon is written when items are published, in the transaction that writes their index rows. */
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'
import type { Town } from '../../domain/town.ts'
import type { IndexChoice, PlacedDocument } from '../index-rows.ts'
import { type LexiconRow, type LexiconWord, RANKS, rowsOf } from '../lexicon-rows.ts'
import { documentWords, townWords } from '../lexicon-words.ts'
import type { Readings } from '../pinyin.ts'
import { hashOf } from './hash.ts'

/** Rows in one bound value: some 200 kB. */
const CHUNK = 2_000

/** What a lexicon is made with. */
export interface LexiconSource {
  db: SqlDatabase
  town: Town
  /** Without it words are found by their characters only. */
  readings?: Readings
}

/**
 * Words of these documents, and those of the town when they are not in yet or have changed. To stand in the
 * transaction that writes the documents' index rows.
 */
export async function lexiconStatements(
  { db, town, readings }: LexiconSource,
  documents: readonly PlacedDocument[],
  { suffix = '' }: IndexChoice = {},
): Promise<SqlStatement[]> {
  const rows = new Map<string, unknown[][]>()
  for (const { n, document } of documents) {
    for (const word of documentWords(document)) {
      const name = `${word.text}\n${word.value ?? ''}`
      if (!rows.has(name))
        rows.set(
          name,
          keptRows(word, readings).map((row) => [...row, n]),
        )
    }
  }
  return [
    ...(await townStatements({ db, town, readings }, suffix)),
    ...insertStatements([...rows.values()].flat(), suffix),
  ]
}

/** Reading costs more than all else here, and headlines say the same words over and over. */
const kept = new Map<string, LexiconRow[]>()
const MAX_KEPT = 20_000

function keptRows(word: LexiconWord, readings: Readings | undefined): LexiconRow[] {
  if (word.what !== undefined || readings === undefined) return rowsOf(word, readings)
  const rows = kept.get(word.text) ?? rowsOf(word, readings)
  if (kept.size >= MAX_KEPT) kept.clear()
  kept.set(word.text, rows)
  return rows
}

async function townStatements({ db, town, readings }: LexiconSource, suffix: string): Promise<SqlStatement[]> {
  const sign = signOf(town, readings)
  // Who cannot read takes the words as whoever could has left them.
  const which = readings === undefined ? '?1 is not null' : 'key = ?1'
  const known = await db.all(`select 1 from lexicon${suffix} where how = 't' and (${which}) limit 1`, [sign])
  if (known.length > 0) return []
  const rows = townWords(town).flatMap((word) => rowsOf(word, readings).map((row) => [...row, 0]))
  return [
    { sql: `delete from lexicon${suffix} where rank < ${RANKS.employer}` },
    ...insertStatements([...rows, ['t', sign, 0, '', '', '', '', 0]], suffix),
  ]
}

const signs = new WeakMap<Town, Map<boolean, string>>()
function signOf(town: Town, readings: Readings | undefined): string {
  const kept = signs.get(town) ?? new Map<boolean, string>()
  signs.set(town, kept)
  const read = readings !== undefined
  const sign = kept.get(read) ?? hashOf(JSON.stringify([read, townWords(town)]))
  kept.set(read, sign)
  return sign
}

function insertStatements(rows: unknown[][], suffix: string): SqlStatement[] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) => ({
    sql: `insert or ignore into lexicon${suffix} (how, key, rank, what, value, word, spelled, since)
      select value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6, value->>7 from json_each(?1)`,
    params: [JSON.stringify(rows.slice(at * CHUNK, (at + 1) * CHUNK))],
  }))
}
