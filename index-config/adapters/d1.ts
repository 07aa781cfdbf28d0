/** Cloudflare D1 as a SqlDatabase. */
import type { SqlDatabase, SqlStatement, SqlValue } from '../../domain/ports.ts'

/** The part of D1's binding that is used. */
export interface D1 {
  prepare(sql: string): D1Statement
  batch(statements: D1Statement[]): Promise<{ results: unknown[] }[]>
}
interface D1Statement {
  bind(...values: unknown[]): D1Statement
  all(): Promise<{ results: unknown[] }>
}

/** D1's own `batch` is a transaction: one bad statement rolls the good ones back. */
export function fromD1(d1: D1): SqlDatabase {
  const bound = ({ sql, params = [] }: SqlStatement) => d1.prepare(sql).bind(...params.map(plain))
  return {
    all: async <Row>(sql: string, params?: SqlValue[]) => (await bound({ sql, params }).all()).results as Row[],
    // An empty batch is an error there.
    batch: async (statements) => {
      if (statements.length === 0) return []
      const answers = await d1.batch(statements.map(bound))
      return answers.map(({ results }) => results as Record<string, SqlValue>[])
    },
  }
}

/** D1 knows no bigint. */
function plain(value: SqlValue): Exclude<SqlValue, bigint> {
  return typeof value === 'bigint' ? Number(value) : value
}
