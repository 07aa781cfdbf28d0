/** An editor's pin, from the command line to the reader: on top of its scope while it holds, gone at its end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ItemsResponse } from '../domain/api.ts'
import type { Item } from '../domain/item.ts'
import type { Pin } from '../domain/pin.ts'
import { type CliRun, runCli } from './support/cli.ts'
import { openFolders } from './support/folders.ts'
import { allItems } from './support/kept.ts'
import { FIRST_NOON, openSample, openSampleSites } from './support/sample-town.ts'
import { startServing } from './support/serving.ts'

const NOW = '2026-11-22T12:00:00+08:00'
/** The pins of this test hold to the end of the 25th. */
const UNTIL = '2026-11-25'
const LAST_MINUTE = '2026-11-25T23:58:00+08:00'
const AFTER = '2026-11-26T00:00:01+08:00'
const WHY = ['--reason', '市民都在问', '--who', '值班编辑']

const folders = openFolders()
let folder: string
/** News well down the list, so that only a pin brings it up. */
let news: Item
/** A job that can be applied for on the first day, and no more on the 25th. */
let closing: Item

beforeAll(async () => {
  folder = await folders.next()
  const sites = await openSampleSites(() => FIRST_NOON)
  const sample = await openSample({ folder, port: sites.port })
  await sample.crawl()
  const items = await allItems(sample.open.db)
  await sample.close()
  await sites.close()
  news = items.find(({ kind, publishedAt }) => kind === 'news' && publishedAt < '2026-11-01') as Item
  closing = items.find(
    ({ kind, closesAt = '', type, stage, state }) =>
      state === 'shown' &&
      kind === 'job' &&
      type === 'notice' &&
      stage === 'open' &&
      closesAt > '2026-11-23' &&
      closesAt < '2026-11-25',
  ) as Item
}, 60_000)
afterAll(() => folders.remove())

const pin = (args: string[], now = NOW): Promise<CliRun> =>
  runCli(['pin', ...args, '--town', 'sample'], { GULOU_DATA: folder, GULOU_NOW: now })

/** Serves the town at that moment for as long as `look` looks. */
async function servedAt<T>(now: string, look: (ask: (path: string) => Promise<Response>) => Promise<T>): Promise<T> {
  const serving = await startServing(['serve', '--town', 'sample'], { GULOU_DATA: folder, GULOU_NOW: now })
  try {
    return await look((path) => fetch(serving.url + path))
  } finally {
    await serving.stop()
  }
}

const listOf = async (answer: Response) => (await answer.json()) as ItemsResponse
/** Ids of the items that a page shows, in order. */
const idsOn = async (answer: Response) => [
  ...new Set([...(await answer.text()).matchAll(/href="\/items\/([\w-]+)"/g)].map(([, id = '']) => id)),
]

// One story in the order of its days.
describe('a pin', { timeout: 30_000 }, () => {
  let added: Pin

  it('is added on the command line, which answers it as JSON', async () => {
    const run = await pin(['add', news.id, '--kind', 'news', '--until', UNTIL, ...WHY])
    expect(run.stderr).toBe('')
    expect(run.code).toBe(0)
    added = JSON.parse(run.stdout) as Pin
    expect(added).toMatchObject({ itemId: news.id, scope: { kind: 'news' }, until: '2026-11-25T16:00:00.000Z' })
  })

  it('is listed, for eyes and for programs', async () => {
    const [plain, json] = [await pin(['list']), await pin(['list', '--json'])]
    expect(plain.stdout.split('\t').slice(0, 4)).toEqual([`${added.pinId}`, '10', news.id, 'news'])
    expect(JSON.parse(json.stdout)).toEqual(added)
  })

  it('is refused for an item that is not there, a scope that is not known, an end before its beginning', async () => {
    const wrong = [
      ['add', 'no-such-item', '--until', UNTIL, ...WHY],
      ['add', news.id, '--region', '110101', '--until', UNTIL, ...WHY],
      ['add', news.id, '--until', '2026-11-20', ...WHY],
      ['add', news.id, '--until', 'soon', ...WHY],
      ['remove', '4711'],
    ]
    for (const args of wrong) {
      const { code, stdout, stderr } = await pin(args)
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' })
      expect(stderr).toMatch(/^gulou: .{10,}\n$/)
    }
  })

  it('puts its item on top of its scope in the API and on the page, and nowhere else', async () => {
    await servedAt(NOW, async (ask) => {
      const list = await listOf(await ask('/api/v1/items?kind=news'))
      expect(list.pins.map(({ id, pinned }) => [id, pinned?.reason])).toEqual([[news.id, '市民都在问']])
      expect(list.items.map(({ id }) => id)).not.toContain(news.id)
      expect((await idsOn(await ask('/news')))[0]).toBe(news.id)
      for (const beside of ['kind=job', 'kind=news&region=990181100', 'kind=news&category=culture', 'kind=news&q=鼓楼'])
        expect((await listOf(await ask(`/api/v1/items?${beside}`))).pins, beside).toEqual([])
      expect((await idsOn(await ask('/jobs')))[0]).not.toBe(news.id)
    })
  })

  it('never shows a job after its last day to apply, however long the pin holds', async () => {
    const args = ['add', closing.id, '--kind', 'job', '--until', '2026-12-31', ...WHY]
    expect((await pin(args)).code).toBe(0)
    await servedAt(NOW, async (ask) => {
      expect((await listOf(await ask('/api/v1/items?kind=job'))).pins.map(({ id }) => id)).toEqual([closing.id])
      expect((await idsOn(await ask('/jobs')))[0]).toBe(closing.id)
    })
    await servedAt(LAST_MINUTE, async (ask) => {
      expect((await listOf(await ask('/api/v1/items?kind=job'))).pins).toEqual([])
      expect((await idsOn(await ask('/jobs')))[0]).not.toBe(closing.id)
    })
  })

  it('still holds in the last minute of its last day and is gone in the first of the next', async () => {
    await servedAt(LAST_MINUTE, async (ask) => {
      expect((await listOf(await ask('/api/v1/items?kind=news'))).pins.map(({ id }) => id)).toEqual([news.id])
    })
    await servedAt(AFTER, async (ask) => {
      expect((await listOf(await ask('/api/v1/items?kind=news'))).pins).toEqual([])
      expect((await idsOn(await ask('/news')))[0]).not.toBe(news.id)
    })
  })

  it('is taken away by its number', async () => {
    expect((await pin(['remove', `${added.pinId}`])).code).toBe(0)
    const left = (await pin(['list', '--json'])).stdout.trim().split('\n')
    expect(left.map((line) => (JSON.parse(line) as Pin).itemId)).toEqual([closing.id])
    await servedAt(NOW, async (ask) => {
      expect((await listOf(await ask('/api/v1/items?kind=news'))).pins).toEqual([])
    })
  })
})
