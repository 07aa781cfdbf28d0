import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestCrawl } from '../testing/crawl.ts'
import { encoded, type FaultServer, openFaultServer, page, status } from '../testing/fault-server.ts'
import { testSource } from '../testing/town.ts'
import { recordTo } from './record.ts'
import { replayFrom } from './replay.ts'

let server: FaultServer
let folder: string
beforeEach(async () => {
  server = await openFaultServer()
  folder = await mkdtemp(join(tmpdir(), 'warc-'))
})
afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const START = new Date('2026-11-22T01:00:00Z')

async function record(file: string, db?: Awaited<ReturnType<typeof openTestCrawl>>['deps']['db']) {
  const crawl = await openTestCrawl([testSource('city', server.port)], { wrap: recordTo(file, () => START), db })
  const report = await crawl.visit('city', { all: true })
  await crawl.deps.fetcher.close()
  return { crawl, report }
}

async function replay(file: string) {
  const recording = await replayFrom(file)
  const crawl = await openTestCrawl([testSource('city', server.port)], { wrap: () => recording })
  return { crawl, report: await crawl.visit('city') }
}

function buildSite(): void {
  server.routes['city/robots.txt'] = page('User-agent: *\nDisallow: /secret')
  server.routes['city/list.html'] = page('<a href="/a.html">a</a><a href="/b.html">b</a><a href="/c.html">c</a>', {
    etag: '"1"',
  })
  server.routes['city/a.html'] = page('<h1>甲</h1><p>正文</p>', { etag: '"a"' })
  server.routes['city/b.html'] = encoded(Buffer.from([0x3c, 0x68, 0x31, 0x3e, 0xc4, 0xe3, 0xff, 0x00]), undefined)
  server.routes['city/c.html'] = status(404)
}

it('a crawl that was recorded replays to the same items and the same report, without the network', async () => {
  buildSite()
  const file = join(folder, 'f.warc.gz')
  const first = await record(file)
  const asked = server.hits.length
  const second = await replay(file)
  expect(server.hits).toHaveLength(asked)
  expect(await second.crawl.items()).toEqual(await first.crawl.items())
  expect(second.report).toEqual(first.report)
  expect(first.report).toMatchObject({ found: 3, new: 1 })
})

it('keeps the bytes of a page as they were, whatever its encoding', async () => {
  buildSite()
  const file = join(folder, 'f.warc.gz')
  await record(file)
  const recording = await replayFrom(file)
  const answer = await recording.ask({
    url: server.url('city/b.html'),
    headers: {},
    source: testSource('city', 1),
    maxBytes: 100,
    signal: AbortSignal.timeout(1_000),
  })
  expect([...answer.body]).toEqual([0x3c, 0x68, 0x31, 0x3e, 0xc4, 0xe3, 0xff, 0x00])
})

it('records every page whole, also over a database that holds them, so that the file stands alone', async () => {
  buildSite()
  const { crawl } = await record(join(folder, 'first.warc.gz'))
  server.hits.length = 0
  await record(join(folder, 'second.warc.gz'), crawl.deps.db)
  expect(server.hits.map((hit) => hit.status)).not.toContain(304)
  const { report } = await replay(join(folder, 'second.warc.gz'))
  expect(report.found).toBe(3)
})

it('writes requests and responses, each a gzip member of its own', async () => {
  buildSite()
  const file = join(folder, 'f.warc.gz')
  await record(file)
  const bytes = await readFile(file)
  const text = gunzipSync(bytes).toString('latin1')
  expect(text.match(/WARC-Type: response/g)).toHaveLength(5)
  expect(text.match(/WARC-Type: request/g)).toHaveLength(5)
  expect(text).toContain('user-agent: Gulou/test (+me@example.org)')
  expect(bytes.toString('latin1').split('\u001f\u008b\b').length - 1).toBe(10)
})

it('answers in the order of the recording, and an address that is not in it is down', async () => {
  const answers = ['<a href="/a.html">a</a>', '<a href="/a.html">a</a><a href="/b.html">b</a>']
  let asked = 0
  server.routes['city/list.html'] = (request, response) => {
    asked += 1
    if (asked === 1) status(500)(request, response)
    else page(answers[1] ?? '')(request, response)
  }
  server.routes['city/a.html'] = page('<h1>a</h1><p>a</p>')
  server.routes['city/b.html'] = page('<h1>b</h1><p>b</p>')
  const file = join(folder, 'f.warc.gz')
  const first = await record(file)
  expect(first.report).toMatchObject({ state: 'ok', new: 2 })
  expect((await replay(file)).report).toEqual(first.report)
  const other = await replayFrom(file)
  const crawl = await openTestCrawl([testSource('rsj', server.port)], { wrap: () => other })
  expect(await crawl.visit('rsj')).toMatchObject({
    state: 'failed',
    failed: [{ cause: 'down', detail: 'no answer: NOT_RECORDED' }],
  })
})
