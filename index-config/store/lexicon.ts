/** What Latin letters in a question may stand for: pinyin, first letters, a word with a typing mistake. */
import type { SqlDatabase } from '../../domain/ports.ts'
import type { Town } from '../../domain/town.ts'
import { toToken } from '../analyse.ts'
import { RANKS, spelledBy } from '../lexicon-rows.ts'
import { quoted } from '../match.ts'
import type { Vocabulary } from '../question.ts'
import { type Part, partsWithin, wordsSpelled } from '../spelling.ts'
import { toSynonyms } from '../synonyms.ts'
import { mistakeKeys, mistakesAllowed, mistakesBetween } from '../typing.ts'

/** What questions in this town are read with. */
export function vocabularyOf(db: SqlDatabase, town: Town): Vocabulary {
  return { synonyms: toSynonyms(town.synonyms), lexicon: { wordsRead: (latin) => wordsRead(db, latin) } }
}

/** With the word itself eight alternatives. */
const MAX_READINGS = 7
/** First letters say little, so few words are taken for them. */
const MAX_INITIALS = 3
const MAX_ROWS = 2_000

/** A spelling as asked, the letters that are looked up, and whether some item holds it as it stands. */
interface Asked {
  latin: string
  spelled: string
  known: boolean
}

/** Three statements at most, whatever is asked; none when nothing is. */
async function wordsRead(db: SqlDatabase, latin: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (latin.length === 0) return found
  const spelled = new Map([...new Set(latin)].map((one) => [one, spelledBy(one)]))
  const [whole, known] = await Promise.all([wholeSpellings(db, [...spelled.values()]), knownWords(db, latin)])
  const asked = [...spelled].map(([one, letters]) => ({ latin: one, spelled: letters, known: known.has(one) }))
  for (const one of asked) found.set(one.latin, readingsOf(one, whole))
  const open = asked.filter((one) => found.get(one.latin)?.length === 0)
  const parts = await partsOf(db, open)
  for (const one of open) found.set(one.latin, takenApart(one, parts))
  return found
}

interface Row extends Part {
  how: string
}

const COLUMNS = 'l.how, l.key, l.rank, l.word, l.spelled, l.since'

async function wholeSpellings(db: SqlDatabase, spelled: readonly string[]): Promise<Row[]> {
  return db.all<Row>(
    `select ${COLUMNS} from json_each(?1) j cross join lexicon l on l.how in ('p', 'i') and l.key = j.value
      order by l.rank, l.since limit ${MAX_ROWS}`,
    [JSON.stringify(spelled.map(solid))],
  )
}

/** Those that stand in some item as they were asked. */
async function knownWords(db: SqlDatabase, latin: readonly string[]): Promise<Set<string>> {
  const single = latin.filter((one) => !one.includes(' '))
  const rows = await db.all<{ word: string }>(
    `select j.value->>0 as word from json_each(?1) j
      where exists (select 1 from item_fts f where f.item_fts match j.value->>1 limit 1)`,
    [JSON.stringify(single.map((one) => [one, quoted(toToken(one))]))],
  )
  return new Set(rows.map(({ word }) => word))
}

const solid = (spelled: string) => spelled.replaceAll(' ', '')
const wordsOf = (rows: readonly Row[]) => [...new Set(rows.map(({ word }) => word))]

function readingsOf({ spelled, known }: Asked, rows: readonly Row[]): string[] {
  const mine = rows.filter((row) => row.key === solid(spelled))
  const pinyin = mine.filter((row) => row.how === 'p' && wordsSpelled(spelled, [row]).length > 0)
  if (pinyin.length > 0) return wordsOf(withoutChance(pinyin)).slice(0, MAX_READINGS)
  // GDP and JS mean themselves where items say so; only the words that everything here is about count beside them.
  const initials = mine.filter(
    (row) => row.how === 'i' && !spelled.includes(' ') && (!known || row.rank === RANKS.trade),
  )
  return wordsOf(initials.filter(({ rank }) => rank === initials[0]?.rank)).slice(0, MAX_INITIALS)
}

/** Where a word of the town or the trade is spelled so, what headlines happen to spell alike is not meant. */
function withoutChance(rows: readonly Row[]): readonly Row[] {
  return rows.some(({ rank }) => rank <= RANKS.name) ? rows.filter(({ rank }) => rank < RANKS.headline) : rows
}

async function partsOf(db: SqlDatabase, asked: readonly Asked[]): Promise<Row[]> {
  const keys = asked.flatMap((one) => [
    ...partsWithin(one.spelled).map((key) => `p${key}`),
    ...(mayBeMistaken(one) ? mistakeKeys(plain(one)).map((key) => `d${key}`) : []),
  ])
  if (keys.length === 0) return []
  return db.all<Row>(
    `select ${COLUMNS} from json_each(?1) j
      cross join lexicon l on l.how = substr(j.value, 1, 1) and l.key = substr(j.value, 2)
      order by l.rank, l.since limit ${MAX_ROWS}`,
    [JSON.stringify([...new Set(keys)])],
  )
}

/** A word without marks; unlike in pinyin ü is a kind of u. */
const plain = ({ latin }: Asked) => latin.normalize('NFD').replace(/\p{M}+/gu, '')

const mayBeMistaken = (one: Asked) => !one.known && /^[a-z]+$/.test(plain(one))

function takenApart(asked: Asked, rows: readonly Row[]): string[] {
  const spelled = wordsSpelled(
    asked.spelled,
    rows.filter(({ how }) => how === 'p'),
  )
  if (spelled.length > 0) return spelled.slice(0, MAX_READINGS)
  return mayBeMistaken(asked) ? corrected(plain(asked), wordsOf(rows.filter(({ how }) => how === 'd'))) : []
}

/** Only the nearest: beside a word with one mistake none with two is meant. */
function corrected(asked: string, words: readonly string[]): string[] {
  const near = words.flatMap((word) => {
    const mistakes = mistakesBetween(asked, word)
    return mistakes <= Math.min(mistakesAllowed(asked), mistakesAllowed(word)) ? [{ word, mistakes }] : []
  })
  const least = Math.min(...near.map(({ mistakes }) => mistakes))
  return near.flatMap(({ word, mistakes }) => (mistakes === least ? [word] : [])).slice(0, MAX_READINGS)
}
