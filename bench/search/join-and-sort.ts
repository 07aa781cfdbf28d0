/** The usual shape, for comparing: words in the index, filters on the row, sorted by its date. */
import type { SqlDatabase, SqlValue } from '../../domain/ports.ts'
import type { ItemQuery } from '../../domain/query.ts'
import { tokensOf } from '../../index-config/analyse.ts'
import { quoted } from '../../index-config/match.ts'

export async function joinAndSort(db: SqlDatabase, query: ItemQuery): Promise<unknown> {
  const params: SqlValue[] = []
  const bind = (value: SqlValue) => `?${params.push(value)}`
  const { kind, region, position } = query
  const conditions = [
    `f.item_fts match ${bind(pairsOf(query.q ?? ''))}`,
    `i.state = 'shown'`,
    ...(kind === undefined ? [] : [`i.kind = ${bind(kind)}`]),
    ...(region === undefined ? [] : [`i.region >= ${bind(region)} and i.region < ${bind(`${region}:`)}`]),
    ...(position === undefined ? [] : [`i.doc ->> '$.positions[0]' = ${bind(position)}`]),
  ]
  return db.all(
    `select i.id from item_fts f join item i on i.n = f.rowid where ${conditions.join(' and ')}
      order by i.published desc limit ${bind(query.limit)}`,
    params,
  )
}

/** The single characters at the ends of runs are for questions of one character. */
function pairsOf(q: string): string {
  const tokens = tokensOf(q).filter((token) => [...token].length > 1)
  return tokens.map(quoted).join(' AND ')
}
