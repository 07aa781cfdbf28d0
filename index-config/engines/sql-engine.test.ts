import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { migrate, openSqlite } from '../adapters/node-sqlite.ts'
import { describeEngine } from './engine.contract.ts'
import { createSqlEngine } from './sql-engine.ts'

const folder = fileURLToPath(new URL('../migrations', import.meta.url))
const list = fileURLToPath(new URL('../../../shared/cases/naughty.jsonl', import.meta.url))
const naughty = existsSync(list)
  ? readFileSync(list, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { text: string }).text)
  : []

describe('SQL engine on node:sqlite', () => {
  describeEngine(
    'node:sqlite',
    async (town, facetLimit) => {
      const db = openSqlite(':memory:')
      await migrate(db, folder)
      return { db, engine: createSqlEngine(db, { facetLimit, town }) }
    },
    naughty,
  )
})
