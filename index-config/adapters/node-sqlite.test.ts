import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { migrate, openSqlite } from './node-sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'gulou-sqlite-'))
afterAll(() => rmSync(folder, { recursive: true }))

function migrations(name: string, files: Record<string, string>): string {
  const path = join(folder, name, 'migrations')
  mkdirSync(path, { recursive: true })
  for (const [file, sql] of Object.entries(files)) writeFileSync(join(path, file), sql)
  return path
}

describe('migrations', () => {
  it('run once, in order, under the names that wrangler writes', async () => {
    const shared = migrations('shared', {
      '0002_b.sql': 'insert into a values (2)',
      '0001_a.sql': 'create table a (n)',
    })
    const keep = migrations('keep', { '0001_a.sql': 'create table b (n)' })
    const db = openSqlite(':memory:')
    expect(await migrate(db, shared, keep)).toEqual(['0001_a.sql', '0002_b.sql', 'keep/0001_a.sql'])
    expect(await migrate(db, shared, keep)).toEqual([])
    expect(await db.all('select name from d1_migrations order by id')).toHaveLength(3)
  })

  it('leave nothing of one that fails half-way', async () => {
    const broken = migrations('broken', { '0001_a.sql': 'create table a (n); insert into nowhere values (1)' })
    const db = openSqlite(':memory:')
    await expect(migrate(db, broken)).rejects.toThrow('0001_a.sql')
    await expect(db.all('select * from a')).rejects.toThrow()
    expect(await db.all('select name from d1_migrations')).toEqual([])
  })
})

describe('a batch', () => {
  it('is all or nothing', async () => {
    const db = openSqlite(join(folder, 'batch.sqlite'))
    db.exec('create table a (n integer unique)')
    const insert = (n: number) => ({ sql: 'insert into a values (?1)', params: [n] })
    await expect(db.batch([insert(1), insert(2), insert(1)])).rejects.toThrow()
    expect(await db.all('select * from a')).toEqual([])
    expect(await db.batch([insert(1), { sql: 'select n from a' }])).toEqual([[], [{ n: 1 }]])
    db.close()
  })

  it('waits for the writer of another process', async () => {
    const path = join(folder, 'two.sqlite')
    const [one, other] = [openSqlite(path), openSqlite(path)]
    expect(await other.all('pragma busy_timeout')).toEqual([{ timeout: 5_000 }])
    expect(await other.all('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }])
    expect(await other.all('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }])
    one.close()
    other.close()
  })
})
