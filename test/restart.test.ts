/** The sample town crawled again and again: a restart costs its sites next to nothing, and days bring what they bring. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunReport } from '../crawler/run.ts'
import type { Item } from '../domain/item.ts'
import { expectedItems } from './support/expected.ts'
import { openFolders } from './support/folders.ts'
import { allItems, allVersions } from './support/kept.ts'
import {
  DAY_MS,
  FIRST_NOON,
  openSample,
  openSampleSites,
  type Sample,
  type SampleSites,
  stillClock,
} from './support/sample-town.ts'

const folders = openFolders()
const clock = stillClock()
let folder: string
let sites: SampleSites

beforeAll(async () => {
  folder = await folders.next()
  sites = await openSampleSites(() => clock.at)
})
afterAll(async () => {
  await sites?.close()
  await folders.remove()
})

/** One start of the program, told to look at everything, and what it leaves behind. */
async function startAgain<T>(look: (sample: Sample, report: RunReport) => Promise<T>): Promise<T> {
  const sample = await openSample({ folder, port: sites.port, clock })
  try {
    return await look(sample, await sample.crawl({ all: true }))
  } finally {
    await sample.close()
  }
}

async function keptNow({ open: { db } }: Sample) {
  return { items: await allItems(db), versions: await allVersions(db) }
}

const byTitle = (items: Item[], title: string) => items.find((item) => item.title.includes(title))

/** Moves to that day after the first, crawls, and answers what is there with how many versions each has. */
async function onDay(day: number) {
  clock.at = new Date(FIRST_NOON.getTime() + day * DAY_MS)
  return startAgain(async (sample, report) => {
    const { items, versions } = await keptNow(sample)
    const versionsOf = (item: Item | undefined) => versions.filter(({ item_id }) => item_id === item?.id).length
    return { items, versionsOf, report }
  })
}

// One story in the order of its days; each test goes on where the one before ended.
describe('the sample town over its first days', { timeout: 60_000 }, () => {
  let first: Awaited<ReturnType<typeof keptNow>>

  it('is crawled once, with a version of every item', async () => {
    first = await startAgain(keptNow)
    expect(first.items.length).toBeGreaterThan(150)
    expect(first.versions.map(({ no }) => no)).toEqual(first.items.map(() => 1))
  })

  it('is looked at again after a restart and answers 304 for every page of a list that it is asked for', async () => {
    sites.asked.length = 0
    const { again, report } = await startAgain(async (sample, run) => ({ again: await keptNow(sample), report: run }))
    const answers = sites.asked.filter(({ path }) => path !== '/robots.txt').map(({ status }) => status)
    const lists = report.sources.length
    expect(answers.length).toBeGreaterThan(lists)
    expect(answers.filter((status) => status !== 304)).toEqual([])
    expect(again.items).toEqual(first.items)
    expect(again.versions).toEqual(first.versions)
    expect(report.sources.map((source) => source.new + source.changed + source.gone)).toEqual(
      report.sources.map(() => 0),
    )
  })

  it('shows on the next day the edited page in its second version and the news of that morning', async () => {
    const { items, versionsOf } = await onDay(1)
    const edited = byTitle(items, '鼓楼捐款箱第七次开箱')
    expect(versionsOf(edited)).toBe(2)
    expect(edited?.body).not.toBe(byTitle(first.items, '鼓楼捐款箱第七次开箱')?.body)
    expect(edited?.firstSeenAt).toBe(byTitle(first.items, '鼓楼捐款箱第七次开箱')?.firstSeenAt)
    const known = new Set(first.items.map(({ id }) => id))
    const later = items.filter(({ id, parent }) => !known.has(id) && parent === undefined)
    expect(later.map(({ publishedAt }) => publishedAt.slice(0, 10))).toEqual(['2026-11-23'])
    expect(items.filter((item) => versionsOf(item) > 2)).toEqual([])
  })

  it('keeps a page that answers 404 for the first time', async () => {
    const { items } = await onDay(2)
    expect(byTitle(items, '老城停车收费试点')?.state).toBe('shown')
  })

  it('lets it go when it still does a day later, and has what those days brought', async () => {
    const { items, versionsOf } = await onDay(3)
    expect(items.filter(({ state }) => state === 'gone').map(({ title }) => title)).toEqual([
      expect.stringContaining('老城停车收费试点'),
    ])
    const pages = items.filter(({ parent, state }) => parent === undefined && state !== 'gone')
    const expected = await expectedItems(clock.at)
    expect(pages.map(({ url }) => url).sort()).toEqual(expected.map(({ url }) => url).sort())
    expect(items.filter((item) => versionsOf(item) > 2)).toEqual([])
  })

  it('has kept every id and every moment of first sight through all of it', async () => {
    const { items } = await onDay(3)
    const firsts = new Map(items.map(({ id, firstSeenAt }) => [id, firstSeenAt]))
    expect(first.items.map(({ id }) => firsts.get(id))).toEqual(first.items.map(({ firstSeenAt }) => firstSeenAt))
  })
})
