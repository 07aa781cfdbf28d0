/** Several crawlers on one town: real processes, a real Redis, and one of them dies in the middle. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Queue } from 'bullmq'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunReport } from '../crawler/run.ts'
import type { Item } from '../domain/item.ts'
import type { Town } from '../domain/town.ts'
import { openSqlite } from '../index-config/adapters/node-sqlite.ts'
import { createSqlEngine } from '../index-config/engines/sql-engine.ts'
import { getTown } from '../index-config/store/town.ts'
import { verify } from '../index-config/verify.ts'
import { type CliEnv, runCli, startCli, textOf } from './support/cli.ts'
import { openFolders } from './support/folders.ts'
import { allItems, allVersions } from './support/kept.ts'
import { makeTown } from './support/made-town.ts'
import { freePort, hasRedis, type RunningRedis, startRedis } from './support/redis.ts'

const PAUSE_MS = 100
const ANSWER_MS = 15
const HOSTS = ['east', 'west', 'north', 'south', 'upper', 'lower', 'inner', 'outer', 'first', 'last']
/** More than one crawler takes at once. */
const COLUMNS = ['a', 'b']
const ARTICLES = 4
/** Of a hundred; by then both crawlers are at work. */
const KILL_AFTER = 30
/** A week ago, since the crawlers go by the real time: two clocks set by hand would differ by what lies between two starts. */
const DAY = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10)

interface Asked {
  host: string
  path: string
  /** `a` or `b`, from the contact in its User-Agent. */
  crawler: string
  from: number
  to: number
}

interface Sites {
  port: number
  asked: Asked[]
  onRequest?: (count: number) => void
  close(): Promise<void>
}

const title = (host: string, column: string, no: number) => `${host}${column}第${no}号消息：老桥今日通车`
const article = (
  name: string,
) => `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${name}-试县</title></head>
<body><h1>${name}</h1><div class="info">发布时间：${DAY} 09:00　来源：试县融媒体中心</div>
<div class="content"><p>${name}。这条消息的正文写得足够长，好让读者看出这里是正文而不是栏目，也不是导航。</p>
<p>有关部门表示，具体安排以现场公布为准，请广大市民相互转告，给大家带来的不便敬请谅解。</p></div></body></html>`
const numbers = Array.from({ length: ARTICLES }, (_, at) => at + 1)
const list = (
  host: string,
  column: string,
) => `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>要闻</title></head><body>
<ul class="list">${numbers.map((no) => `<li><a href="/${column}/${no}.html">${title(host, column, no)}</a><span>${DAY}</span></li>`).join('\n')}</ul></body></html>`

function bodyOf(host: string, path: string): string | undefined {
  const [, column = '', page = ''] = /^\/([ab])\/(list|\d+)\.html$/.exec(path) ?? []
  if (page === '') return undefined
  return page === 'list' ? list(host, column) : article(title(host, column, Number(page)))
}

async function openSites(): Promise<Sites> {
  const asked: Asked[] = []
  const answer = (request: IncomingMessage, end: (status: number, body: string) => void) => {
    const host = (request.headers.host ?? '').split('.')[0] ?? ''
    const crawler = /mailto:([ab])@/.exec(request.headers['user-agent'] ?? '')?.[1] ?? '?'
    const one: Asked = { host, path: request.url ?? '', crawler, from: performance.now(), to: Number.POSITIVE_INFINITY }
    asked.push(one)
    sites.onRequest?.(asked.length)
    const body = bodyOf(host, one.path)
    setTimeout(() => {
      one.to = performance.now()
      end(body === undefined ? 404 : 200, body ?? '')
    }, ANSWER_MS)
  }
  const server: Server = createServer((request, response) =>
    answer(request, (status, body) =>
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body),
    ),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sites: Sites = {
    port: (server.address() as AddressInfo).port,
    asked,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
  return sites
}

const folders = openFolders()
let sites: Sites
let redis: RunningRedis
let town: string

beforeAll(async () => {
  sites = await openSites()
  const listOf = (host: string, column: string) => `http://${host}.localhost:${sites.port}/${column}/list.html`
  const sources = HOSTS.map((host) => ({
    slug: host,
    list: listOf(host, 'a'),
    more: { lists: COLUMNS.map((column) => ({ url: listOf(host, column), kind: 'news' })) },
  }))
  town = await makeTown(await folders.next(), sources, {
    pauseMs: PAUSE_MS,
    maxPauseMs: PAUSE_MS,
    totalMs: 20_000,
    connectMs: 10_000,
  })
})
afterAll(async () => {
  await sites?.close()
  await folders.remove()
})

interface Crew {
  env: (crawler: string) => CliEnv
  items(): Promise<Item[]>
}

async function newCrew(): Promise<Crew & { verify(): Promise<{ ok: boolean }>; versions(): Promise<number> }> {
  const data = await folders.next()
  const open = () => openSqlite(join(data, 'trial', 'gulou.sqlite'))
  const reading = async <T>(read: (db: ReturnType<typeof open>) => Promise<T>): Promise<T> => {
    const db = open()
    try {
      return await read(db)
    } finally {
      db.close()
    }
  }
  return {
    env: (crawler) => ({
      GULOU_DATA: data,
      GULOU_CONTACT: `mailto:${crawler}@example.org`,
      QUEUE_URL: redis.url,
    }),
    items: () => reading(allItems),
    versions: () => reading(async (db) => (await allVersions(db)).length),
    verify: () =>
      reading(async (db) => {
        const stored = (await getTown(db)) as Town
        return verify(db, createSqlEngine(db, { facetLimit: 5_000, town: stored }))
      }),
  }
}

function crawler(env: CliEnv): {
  child: ChildProcess
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>
} {
  const child = startCli(['crawl', '--once', '--town', town, '--json'], env)
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)]
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    stdout: stdout.text,
    stderr: stderr.text,
  }))
  return { child, ended }
}

/** Pairs of requests to one host of which the second began before the first had ended and the pause had passed. */
function tooSoon(asked: readonly Asked[]): string[] {
  return HOSTS.flatMap((host) => {
    const own = asked.filter((one) => one.host === host).sort((a, b) => a.from - b.from)
    return own.slice(1).flatMap((next, at) => {
      const before = own[at] as Asked
      const waited = next.from - before.to
      // What the server times is its own; the crawler counts from the end of the answer.
      return waited >= PAUSE_MS - 5
        ? []
        : [`${host}: ${before.crawler} ${before.path} then ${next.crawler} ${next.path} after ${waited} ms`]
    })
  })
}

const wanted = HOSTS.flatMap((host) => COLUMNS.flatMap((column) => numbers.map((no) => title(host, column, no)))).sort()
const titlesOf = (items: readonly Item[]) => items.map((item) => item.title).sort()

describe.skipIf(!hasRedis())('several crawlers on a queue', { timeout: 90_000 }, () => {
  beforeAll(async () => {
    redis = await startRedis(await folders.next())
  })
  afterAll(() => redis.close())

  it('share the work: all is found once, no page is asked for twice, no host by two at once', async () => {
    sites.asked.length = 0
    const crew = await newCrew()
    const runs = await Promise.all(['a', 'b'].map((name) => crawler(crew.env(name)).ended))
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual([
      { code: 0, stderr: '' },
      { code: 0, stderr: '' },
    ])
    expect(titlesOf(await crew.items())).toEqual(wanted)
    expect(new Set(sites.asked.map((one) => one.crawler))).toEqual(new Set(['a', 'b']))
    const pages = sites.asked.map(({ host, path }) => host + path).filter((place) => !place.endsWith('robots.txt'))
    expect(pages.length).toBe(new Set(pages).size)
    expect(tooSoon(sites.asked)).toEqual([])
    const reports = runs.map(({ stdout }) => JSON.parse(stdout) as RunReport)
    for (const { sources } of reports) expect(sources.reduce((sum, one) => sum + one.new, 0)).toBe(wanted.length)
  })

  it('lose nothing and keep nothing twice when one is killed in the middle', async () => {
    sites.asked.length = 0
    const crew = await newCrew()
    const running = new Map(['a', 'b'].map((name) => [name, crawler(crew.env(name))]))
    // Whichever is at work then dies, with a request of its own under way.
    let dead: string | undefined
    sites.onRequest = (count) => {
      if (count < KILL_AFTER || dead !== undefined) return
      dead = sites.asked.at(-1)?.crawler
      running.get(dead ?? '')?.child.kill('SIGKILL')
    }
    const ends = await Promise.all([...running].map(async ([name, { ended }]) => ({ name, ...(await ended) })))
    sites.onRequest = undefined
    expect(running.get(dead ?? '')?.child.signalCode).toBe('SIGKILL')
    const rest = ends.find(({ name }) => name !== dead) as (typeof ends)[number]
    expect({ code: rest.code, stderr: rest.stderr }).toEqual({ code: 0, stderr: '' })
    expect(titlesOf(await crew.items())).toEqual(wanted)
    expect(await crew.versions()).toBe(wanted.length)
    expect(await crew.verify()).toMatchObject({ ok: true })
    expect(tooSoon(sites.asked)).toEqual([])
    // Asked for again is at most what the dead one had not kept yet: a page or list per visit under way.
    const pages = sites.asked.map(({ host, path }) => host + path)
    expect(pages.length - new Set(pages).size).toBeLessThanOrEqual(2 * HOSTS.length)
  })

  it('keep one request at a time where two sources share a host and each crawler has one of them', async () => {
    sites.asked.length = 0
    const crew = await newCrew()
    const script = new URL('./support/queue-child.ts', import.meta.url)
    const runs = ['a', 'b'].map((name) => fork(script, [town, JSON.stringify(crew.env(name))], { execArgv: [] }))
    const codes = await Promise.all(runs.map((child) => once(child, 'exit').then(([code]) => code as number)))
    expect(codes).toEqual([0, 0])
    expect(titlesOf(await crew.items())).toEqual(wanted)
    const both = HOSTS.filter(
      (host) => new Set(sites.asked.filter((one) => one.host === host).map((one) => one.crawler)).size === 2,
    )
    expect(both.length).toBeGreaterThan(0)
    expect(tooSoon(sites.asked)).toEqual([])
  })

  it('cannot have one turn of a source queued twice, and leave nothing behind in the queue', async () => {
    sites.asked.length = 0
    const crew = await newCrew()
    const queue = new Queue('gulou-trial', { connection: { url: redis.url } })
    await queue.pause()
    const runs = ['a', 'b'].map((name) => crawler(crew.env(name)).ended)
    while ((await queue.getWorkersCount()) < 2) await new Promise((next) => setTimeout(next, 50))
    // Both queue what is due as soon as they listen; nobody takes any of it yet.
    await new Promise((next) => setTimeout(next, 2_000))
    expect((await queue.getJobCounts('waiting')).waiting).toBe(HOSTS.length)
    await queue.resume()
    await Promise.all(runs)
    expect(await queue.getJobs()).toEqual([])
    await queue.close()
    expect(titlesOf(await crew.items())).toEqual(wanted)
  })
})

describe('QUEUE_URL', { timeout: 30_000 }, () => {
  const env = async (more: Partial<CliEnv>): Promise<CliEnv> => ({
    GULOU_DATA: await folders.next(),
    GULOU_CONTACT: 'mailto:a@example.org',
    ...more,
  })
  const once_ = () => ['crawl', '--once', '--town', town]

  it('that is no address of a Redis is wrong use, and is not repeated, since it may hold a password', async () => {
    const { code, stdout, stderr } = await runCli(once_(), await env({ QUEUE_URL: 'http://:hunter2@127.0.0.1:6379' }))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/QUEUE_URL: .*redis:\/\//)
    expect(stderr).not.toContain('hunter2')
  })

  it('where nothing answers ends the crawl in one line, before any site is asked', async () => {
    sites.asked.length = 0
    const port = await freePort()
    const { code, stderr } = await runCli(once_(), await env({ QUEUE_URL: `redis://:hunter2@127.0.0.1:${port}` }))
    expect(code).toBe(1)
    expect(stderr.trim()).toBe(`gulou: QUEUE_URL: Redis at 127.0.0.1:${port} cannot be used: ECONNREFUSED`)
    expect(sites.asked).toEqual([])
  })

  it('absent: one process, and nothing that speaks to Redis is even loaded', async () => {
    const hook = `import { registerHooks } from 'node:module'
registerHooks({ resolve: (name, context, next) => {
  if (/^(bullmq|ioredis)/.test(name)) throw new Error('loaded ' + name)
  return next(name, context)
} })`
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(hook)}`
    const alone = await runCli(once_(), await env({ NODE_OPTIONS }))
    expect(alone.stderr).not.toContain('loaded')
    expect(alone.code).toBe(0)
    const shared = await runCli(once_(), await env({ NODE_OPTIONS, QUEUE_URL: 'redis://127.0.0.1:1' }))
    expect(shared.stderr).toContain('loaded')
  })
})
