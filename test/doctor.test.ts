/** `gulou doctor` looks and leaves no trace, whatever state the data is in. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openSqlite } from '../index-config/adapters/node-sqlite.ts'
import { runCli } from './support/cli.ts'
import { openFolders } from './support/folders.ts'

const folders = openFolders()
afterAll(() => folders.remove())

const doctor = (data: string) => runCli(['doctor', '--town', 'sample', '--json'], { GULOU_DATA: data })
const fileOf = (data: string) => join(data, 'sample', 'gulou.sqlite')
const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

describe('gulou doctor', { timeout: 30_000 }, () => {
  it('makes no database where there is none', async () => {
    const data = await folders.next()
    expect((await doctor(data)).code).toBe(0)
    expect(readdirSync(data)).toEqual([])
  })

  it('changes no byte of a database, and migrates none: it says what is missing', async () => {
    const data = await folders.next()
    await runCli(['db', 'migrate', '--town', 'sample'], { GULOU_DATA: data })
    const before = digest(fileOf(data))
    expect((await doctor(data)).stdout).not.toContain('gulou db migrate')
    expect(digest(fileOf(data))).toBe(before)

    const db = openSqlite(fileOf(data))
    db.exec(`delete from d1_migrations where name like 'keep/%'; pragma wal_checkpoint(truncate)`)
    db.close()
    const older = digest(fileOf(data))
    const { stdout, code } = await doctor(data)
    expect(stdout).toMatch(/keep\/0001.*gulou db migrate/)
    expect(code).toBe(0)
    expect(digest(fileOf(data))).toBe(older)
  })
})
