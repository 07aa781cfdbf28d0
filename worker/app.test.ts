import { fileURLToPath } from 'node:url'
import { migrate, openSqlite } from '../index-config/adapters/node-sqlite.ts'
import { appContract } from './app.contract.ts'

appContract('node:sqlite', async () => {
  const db = openSqlite(':memory:')
  await migrate(db, fileURLToPath(new URL('../index-config/migrations', import.meta.url)))
  return db
})
