/** Sees every write that goes to a database. */
import type { SqlDatabase } from '../../domain/ports.ts'

/** `seen` is called with how many there were, right after each was committed. Whoever holds `db` already is seen too. */
export function onWrite(db: SqlDatabase, seen: (count: number) => void): void {
  const { all, batch } = db
  let count = 0
  const committed = () => {
    count += 1
    seen(count)
  }
  db.batch = async (statements) => {
    const answer = await batch(statements)
    committed()
    return answer
  }
  db.all = async <Row>(sql: string, params?: Parameters<SqlDatabase['all']>[1]) => {
    const answer = await all<Row>(sql, params)
    if (!/^\s*(select|with|pragma)\b/i.test(sql)) committed()
    return answer
  }
}
