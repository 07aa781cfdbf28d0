import { fileURLToPath } from 'node:url'
import { migrate, openSqlite } from '../index-config/adapters/node-sqlite.ts'
import { appContract } from './app.contract.ts'
import { popularityContract } from './popularity.contract.ts'
import { storiesContract } from './stories.contract.ts'

async function open() {
  const db = openSqlite(':memory:')
  await migrate(db, fileURLToPath(new URL('../index-config/migrations', import.meta.url)))
  return db
}

appContract('node:sqlite', open)
popularityContract('node:sqlite', open)
storiesContract('node:sqlite', open)
