/** A crawl that was recorded can be crawled again where there is no network, to the same items. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { recordTo } from '../crawler/warc/record.ts'
import { replayFrom } from '../crawler/warc/replay.ts'
import { openFolders } from './support/folders.ts'
import { allVersions, timelessItems } from './support/kept.ts'
import { FIRST_NOON, openSample, openSampleSites, type Sample } from './support/sample-town.ts'

const folders = openFolders()
afterAll(() => folders.remove())

async function keptBy(sample: Sample) {
  const report = await sample.crawl()
  const { db } = sample.open
  const kept = { items: await timelessItems(db), versions: await allVersions(db) }
  await sample.close()
  return { ...kept, report: report.sources }
}

it('records the sample town and replays it to the same items with no site running', async () => {
  const file = join(await folders.next(), 'town.warc.gz')
  const sites = await openSampleSites(() => FIRST_NOON)
  const wrap = recordTo(file, () => FIRST_NOON)
  const recorded = await keptBy(await openSample({ folder: await folders.next(), port: sites.port, wrap }))
  await sites.close()
  expect((await stat(file)).size).toBeGreaterThan(50_000)

  const recording = await replayFrom(file)
  const folder = await folders.next()
  const replayed = await keptBy(await openSample({ folder, port: 0, wrap: () => recording }))
  expect(recorded.items.length).toBeGreaterThan(150)
  expect(replayed).toEqual(recorded)
}, 60_000)
