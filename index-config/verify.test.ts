import { describe, expect, it } from 'vitest'
import { testGround } from './adapters/node-testing.ts'
import { createSqlEngine } from './engines/sql-engine.ts'
import { ensureCurrent, isCurrent, rebuild } from './rebuild.ts'
import { keepStatements } from './store/items.ts'
import { setMeta } from './store/meta.ts'
import { keepAll, TEST_NOW, testCorpus, testItem } from './testing.ts'
import { verify } from './verify.ts'

async function filled() {
  const ground = await testGround()
  await keepAll(ground.db, ground.engine, testCorpus(130))
  return ground
}

describe('verify', () => {
  it('agrees with an index that was published, and with what waits to be', async () => {
    const { db, engine } = await filled()
    await db.batch(keepStatements(testItem('waits'), undefined))
    const report = await verify(db, engine)
    expect(report.problems).toEqual([])
    expect(report.ok).toBe(true)
    expect(report.items).toBe(report.facets + 1)
    expect(report.documents).toBe(report.facets)
  })

  const harm: [name: string, sql: string, problem: RegExp][] = [
    ['a document deleted', 'delete from item_fts where rowid = (select max(n) from facet)', /no document row/],
    ['a facet row deleted', 'delete from facet where n = (select max(n) from facet)', /no facet row/],
    ['a text deleted', 'delete from item_text where n = (select max(n) from facet)', /no text row/],
    [
      'an item changed',
      `update item set doc = json_set(doc, '$.title', '偷改') where n = (select max(n) from facet)`,
      /another text/,
    ],
    ['a hidden item still listed', `update item set state = 'held' where n = (select max(n) from facet)`, /not shown/],
    ['an item deleted', 'delete from item where n = (select max(n) from facet)', /no such item/],
    ['words lost', "insert or replace into item_fts (rowid, t) select n, 'x' from facet", /own words/],
    [
      'a counter off by one',
      `update facet_count set n = n + 1 where scope = '*' and kind = '*' and dim = 's'`,
      /counter \* \* s/,
    ],
    ['what is counted deleted', 'delete from tally where n = (select max(n) from facet)', /counted otherwise/],
    ['what is counted left behind', `insert into tally (n, keys) values (7, '')`, /place 7: counted otherwise/],
    ['keys counted wrong', `update tally set keys = '' where n = (select max(n) from facet)`, /counted otherwise/],
    [
      'an end counted wrong',
      'update tally set closes = 1 where n = (select max(n) from facet where closes is not null)',
      /counted otherwise/,
    ],
    ['a key that has no number', `delete from facet_key where key = 'knews'`, /counted otherwise/],
    ['another analyser', `update meta set value = '0' where key = 'analyser_version'`, /another analyser/],
  ]
  it.each(harm)('finds %s behind its back, and a rebuild mends it', async (_, sql, problem) => {
    const { db, engine } = await filled()
    db.exec(sql)
    const report = await verify(db, engine)
    expect(report.ok).toBe(false)
    expect(report.problems.join('\n')).toMatch(problem)
    await rebuild(db, engine, TEST_NOW)
    expect(await verify(db, engine)).toMatchObject({ ok: true, problems: [] })
  })
})

describe('rebuild', () => {
  it('makes the same index as publishing did', async () => {
    const { db, engine } = await filled()
    const question = { q: '招聘', sort: 'new', limit: 50 } as const
    const before = await engine.search(question, TEST_NOW)
    expect(before.ids.length).toBeGreaterThan(5)
    expect(await rebuild(db, engine, TEST_NOW)).toBe(130)
    expect(await engine.search(question, TEST_NOW)).toEqual(before)
  })

  it('is done at a start only when the index is of another analyser or was cut short', async () => {
    const { db, engine } = await filled()
    expect(await ensureCurrent(db, engine, TEST_NOW)).toBe(false)
    await db.batch([setMeta('analyser_version', 'unfinished')])
    expect(await isCurrent(db)).toBe(false)
    expect(await ensureCurrent(db, engine, TEST_NOW)).toBe(true)
    expect(await ensureCurrent(db, engine, TEST_NOW)).toBe(false)
  })

  it('is done at a start when a region has another parent than the index knows', async () => {
    const { db, engine } = await filled()
    expect(await ensureCurrent(db, engine, TEST_NOW)).toBe(false)
    const regions = engine.town.regions.map((region, at) => (at === 0 ? { ...region, parent: 'moved' } : region))
    const moved = createSqlEngine(db, { facetLimit: 5_000, town: { ...engine.town, regions } })
    expect(await ensureCurrent(db, moved, TEST_NOW)).toBe(true)
    expect(await ensureCurrent(db, moved, TEST_NOW)).toBe(false)
  })

  it('that was cut short is not signed by the next publishing', async () => {
    const { db, engine } = await filled()
    await db.batch([setMeta('analyser_version', 'unfinished'), ...engine.clearStatements()])
    await keepAll(db, engine, [testItem('later')])
    expect(await isCurrent(db)).toBe(false)
  })
})
