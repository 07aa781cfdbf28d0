/** One story of several publishers, and one recruitment of several notices, as readers and programs meet them. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { ExportedItem, ItemResponse, ItemsResponse, Problem } from '../domain/api.ts'
import type { Item } from '../domain/item.ts'
import type { SqlDatabase } from '../domain/ports.ts'
import { sightingStatement } from '../index-config/store/sightings.ts'
import { settleStories } from '../index-config/store/stories.ts'
import { render } from '../web/render.tsx'
import { exportedItems } from './records.ts'
import { itemSchema } from './schemas/items.ts'
import { furnish, type House, openHouse } from './testing/house.ts'
import { item, NOW } from './testing/town.ts'

const API = '/api/v1/items'
const BODY =
  '11月20日，东关镇老桥修缮完工，双向四车道恢复通车，桥面加宽一米二，新装护栏三百六十米。镇里说，七点到九点货车仍须绕行新桥，公交三路从二十三日起恢复原线。'
const THREAD = '临河县医院|2026|medical'

const told = (id: string, source: string, change: Partial<Item> = {}): Item =>
  item(60, { id, source, url: `https://${source}.example/${id}.html`, title: `老桥通车 ${id}`, body: BODY, ...change })
const notice = (id: string, stage: NonNullable<Item['stage']>, publishedAt: string, change: Partial<Item> = {}): Item =>
  item(61, { id, kind: 'job', type: 'notice', stage, thread: THREAD, title: id, body: id, publishedAt, ...change })
const posted = (id: string, publishedAt: string): Item =>
  item(62, {
    id,
    kind: 'job',
    type: 'notice',
    stage: 'open',
    title: '临河物业有限公司诚聘小区管家',
    body: '临河物业有限公司诚聘小区管家若干名，负责住户来访登记、报修回访和公共区域巡查，要求耐心细致，会使用电脑，有意者请到临河小区物业办公室登记。',
    url: `https://county.example/${id}.html`,
    publishedAt,
    completeness: { stated: ['employer'], missing: ['pay'] },
    closesAt: '2026-05-02',
  })

export function storiesContract(runtime: string, open: () => Promise<SqlDatabase>): void {
  describe(`stories and threads on ${runtime}`, () => {
    let house: House
    const titles = async (path: string) => {
      const feed = await house.json<{ items: { title: string }[] }>(path)
      return feed.items.map(({ title }) => title)
    }

    beforeAll(async () => {
      house = await openHouse(await open(), render)
      await furnish(house)
      await house.keep(
        told('town-bridge', 'dongguan', { regions: [{ code: '990101', by: 'name' }] }),
        told('county-bridge', 'county', { regions: [{ code: '990101', by: 'name' }] }),
        notice('call', 'open', '2026-11-10', { closesAt: '2026-11-12' }),
        notice('more-time', 'amendment', '2026-11-11', { closesAt: '2026-12-01', body: '报名时间延长至12月1日' }),
        notice('exam', 'exam', '2026-11-20T08:00:00+08:00'),
        notice('dropped', 'open', '2026-11-15', { thread: '临河县剧团|2026|other' }),
        notice('dropped-end', 'cancelled', '2026-11-16', { thread: '临河县剧团|2026|other' }),
      )
      await house.keep(
        posted('guard-may', '2026-05-01'),
        posted('guard-november', '2026-11-20'),
        item(62, {
          id: 'guard-row',
          parent: 'guard-november',
          kind: 'job',
          type: 'position',
          job: { title: '保安' },
          closesAt: '2026-05-02',
        }),
      )
      await house.db.batch([sightingStatement(['guard-november'], '2026-11-21')])
      await settleStories(house.db, NOW)
      await house.keep()
    })

    it.each(['guard-november', 'guard-row'])(
      'says of %s since when it was published, how often, and when last seen',
      async (id) => {
        const posting = await house.json<ItemResponse>(`${API}/${id}`)
        itemSchema.strict().parse(posting)
        expect(posting).toMatchObject({ reposts: { times: 1, firstOn: '2026-05-01' }, lastSeenOn: '2026-11-21' })
        expect(await (await house.ask(`/items/${id}`)).text()).toContain('已重复发布 1 次')
      },
    )

    it('says which elements a posting leaves out, and nothing of what is none', async () => {
      const posting = await house.json<ItemResponse>(`${API}/guard-may`)
      itemSchema.strict().parse(posting)
      expect(posting.completeness).toEqual({ stated: ['employer'], missing: ['pay'] })
      expect(await (await house.ask('/items/guard-may')).text()).toContain('来源未写明')
      const story = await house.json<ItemResponse>(`${API}/town-bridge`)
      expect(Object.keys(story)).not.toContain('completeness')
      expect(Object.keys(story)).not.toContain('reposts')
    })

    it('lists the story once, under the publisher whose own it is, with the others', async () => {
      const { items } = await house.json<ItemsResponse>(`${API}?q=${encodeURIComponent('老桥通车')}&limit=50`)
      expect(items.map(({ id }) => id)).toContain('town-bridge')
      expect(items.map(({ id }) => id)).not.toContain('county-bridge')
      const story = await house.json<ItemResponse>(`${API}/town-bridge`)
      expect(story.alsoAt).toEqual([
        { publisher: '临河县融媒体中心', source: 'county', url: 'https://county.example/county-bridge.html' },
      ])
      const page = await (await house.ask('/items/town-bridge')).text()
      expect(page).toContain('https://county.example/county-bridge.html')
    })

    it('leads from a merged item to the one that stands for it, at the API and on the page', async () => {
      const api = await house.ask(`${API}/county-bridge`, { redirect: 'manual' })
      expect([api.status, api.headers.get('Location')]).toEqual([301, `${API}/town-bridge`])
      const page = await house.ask('/items/county-bridge?lang=en&utm=x', { redirect: 'manual' })
      expect([page.status, page.headers.get('Location')]).toEqual([301, '/items/town-bridge?lang=en'])
      expect(page.headers.get('Cache-Control')).toBe('public, no-cache')
    })

    it('exports what was merged, with its state and where it went', async () => {
      const rows: ExportedItem[] = []
      for await (const row of exportedItems({ db: house.db, now: () => NOW, zone: 'Asia/Shanghai' })) rows.push(row)
      expect(rows.find(({ id }) => id === 'county-bridge')).toMatchObject({
        state: 'merged',
        mergedInto: 'town-bridge',
        title: '老桥通车 county-bridge',
      })
      expect(rows.find(({ id }) => id === 'town-bridge')?.alsoAt).toHaveLength(1)
    })

    it('answers each notice of a recruitment with all of them, oldest first', async () => {
      const exam = await house.json<ItemResponse>(`${API}/exam`)
      itemSchema.strict().parse(exam)
      expect(exam.thread.map(({ id, stage }) => [id, stage])).toEqual([
        ['call', 'open'],
        ['more-time', 'amendment'],
        ['exam', 'exam'],
      ])
      expect(exam.thread[0]).toEqual({
        id: 'call',
        title: 'call',
        stage: 'open',
        publishedAt: '2026-11-10',
        url: 'https://county.example/61.html',
      })
      expect((await house.json<ItemResponse>(`${API}/county-1`)).thread).toEqual([])
    })

    it('says of a call what an amendment and a cancellation did to it', async () => {
      const call = await house.json<ItemResponse>(`${API}/call`)
      itemSchema.strict().parse(call)
      expect(call).toMatchObject({
        open: true,
        closesAt: '2026-12-01',
        extended: { by: 'more-time', from: '2026-11-12' },
      })
      expect(await house.json<ItemResponse>(`${API}/dropped`)).toMatchObject({
        open: false,
        cancelledBy: 'dropped-end',
        stage: 'open',
      })
    })

    it.each(['/jobs.json', '/search.json?kind=job', `${API}.json?kind=job`])(
      '%s brings open calls and their positions, and nothing else',
      async (path) => {
        expect((await titles(path)).sort()).toEqual(['call', '临河县医院公开招聘公告', '会计'].sort())
      },
    )

    it.each(['rss', 'atom'])('/jobs.%s brings open calls only', async (ending) => {
      const feed = await (await house.ask(`/jobs.${ending}`)).text()
      const entries = feed.split(/<(?:item|entry)>/).slice(1)
      const brought = entries.map((entry) => /<title[^>]*><!\[CDATA\[(.*?)\]\]>/.exec(entry)?.[1])
      expect(brought.sort()).toEqual(['call', '临河县医院公开招聘公告', '会计'].sort())
    })

    it('follows the later steps by their stage, and everything where that is asked for', async () => {
      expect(await titles('/jobs.json?stage=exam')).toEqual(['exam'])
      expect(await titles('/jobs.json?open=0')).toContain('dropped')
      const { items } = await house.json<ItemsResponse>(`${API}?kind=job&stage=amendment`)
      expect(items.map(({ id }) => id)).toEqual(['more-time'])
      const all = await house.json<ItemsResponse>(`${API}?kind=job&limit=50`)
      expect(all.items.map(({ id }) => id)).toContain('dropped')
    })

    it('finds the end of what was merged when its publisher withdraws it', async () => {
      await house.db.batch([{ sql: `update item set state = 'gone' where id = 'county-bridge'` }])
      const answer = await house.ask(`${API}/county-bridge`, { redirect: 'manual' })
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([410, 'item_gone'])
    })
  })
}
