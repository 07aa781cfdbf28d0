import { fileURLToPath } from 'node:url'
import { migrate, openSqlite } from '../adapters/node-sqlite.ts'
import type { MakeGround } from '../engines/contract-ground.ts'
import { createSqlEngine } from '../engines/sql-engine.ts'
import { readPinyin } from '../pinyin.ts'
import { querySetContract } from './query-set.contract.ts'
import { realTextContract } from './real-text.contract.ts'
import { pageBodies } from './testing/shared-texts.ts'

const folder = fileURLToPath(new URL('../migrations', import.meta.url))

const onSqlite: MakeGround = async (town, facetLimit) => {
  const db = openSqlite(':memory:')
  await migrate(db, folder)
  return { db, engine: createSqlEngine(db, { facetLimit, town, readings: readPinyin }) }
}

realTextContract('node:sqlite', onSqlite, pageBodies())
querySetContract('node:sqlite', onSqlite)
