import { expect, it } from 'vitest'
import { testGround } from './adapters/node-testing.ts'
import { keepAll, TEST_NOW, testItem } from './testing.ts'

// Around the surrogates, and where one unit of UTF-16 no longer does.
it.each([55_295, 63_487])('counts keys whose numbers are about %i, which came since it last looked', async (code) => {
  const { db, engine } = await testGround()
  const sources = async () => {
    const { facets } = await engine.search({ sort: 'new', limit: 1, q: '菜市场' }, TEST_NOW)
    return facets.source.map(({ value, n }) => `${value} ${n}`)
  }
  await keepAll(db, engine, [testItem('a', { source: 'first' })])
  expect(await sources()).toEqual(['first 1'])
  await db.all('insert into facet_key (code, key) values (?1, ?2)', [code - 1, 's of nobody'])
  const items = ['b', 'c', 'd', 'e'].map((id) => testItem(id, { source: id === 'e' ? 'x-d' : `x-${id}` }))
  await keepAll(db, engine, items)
  expect(await sources()).toEqual(['x-d 2', 'first 1', 'x-b 1', 'x-c 1'])
})
