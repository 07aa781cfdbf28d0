import { expect, it } from 'vitest'
import { editionAt, lastChange } from './edition.ts'
import { loadSites } from './load-sites.ts'
import { makeSites } from './testing/make-sites.ts'

const calendar = { firstDay: '2026-11-22', zone: 'Asia/Shanghai' }
const noon = Date.parse('2026-11-22T12:00:00+08:00')

it('links from the sidebar only what came before the first day and never goes, moves or breaks', async () => {
  const article = (id: number, at: string, more = '') => `---\nid: ${id}\nat: ${at}\ntitle: 题\n${more}---\n文\n`
  const made = await makeSites({
    'www/yw/old': article(1, '-1 23:59'),
    'www/yw/today': article(2, '0 00:00'),
    'www/yw/goes': article(3, '-9 08:00', 'removed: +9 08:00\n'),
    'www/yw/moved': article(4, '-9 08:00', 'moved: true\n'),
    'www/yw/broken': article(5, '-9 08:00', 'broken: true\n'),
  })
  const www = (await loadSites(made.folder, calendar)).find(({ host }) => host.startsWith('www.'))
  await made.remove()
  expect(www && editionAt(www, noon, calendar).settled.map(({ id }) => id)).toEqual([1])
})

it('takes the last change that has happened, and the start when none has', () => {
  const start = new Date('2026-11-22T00:00:00Z')
  expect(lastChange([10, 30, 20], 25, start)).toEqual(new Date(20))
  expect(lastChange([10], 5, start)).toEqual(start)
  expect(lastChange([], 5, start)).toEqual(start)
})
