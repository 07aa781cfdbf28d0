import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { load } from 'cheerio'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Item } from '../domain/item.ts'
import { migrate, openSqlite } from '../index-config/adapters/node-sqlite.ts'
import { render } from '../web/render.tsx'
import { xmlText } from './feeds/content.ts'
import { hostileContract } from './hostile.contract.ts'
import { furnish, type House, openHouse } from './testing/house.ts'
import { findAll, parseXml } from './testing/strict-xml.ts'
import { item } from './testing/town.ts'

const folder = new URL('../../shared/cases/', import.meta.url)
const present = existsSync(folder)
function readCases<Case>(name: string): Case[] {
  if (!present) return []
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Case)
}
const naughty = readCases<{ text: string }>('naughty.jsonl').map(({ text }) => text)
const payloads = readCases<{ payload: string }>('xss.jsonl').map(({ payload }) => payload)

async function open() {
  const db = openSqlite(':memory:')
  await migrate(db, fileURLToPath(new URL('../index-config/migrations', import.meta.url)))
  return db
}

hostileContract('node:sqlite', open, naughty)

describe.skipIf(!present)('texts of others in our outputs', () => {
  let house: House
  const texts = [...naughty, ...payloads]
  const kept: Item[] = texts.map((text, index) =>
    item(index + 1, {
      id: `hostile-${index}`,
      title: text,
      excerpt: text,
      publisher: text,
      author: text,
      // One a day, so that the index has a slot for each and the pages stay in order.
      publishedAt: new Date(Date.UTC(2026, 9, 22) - index * 3_600_000).toISOString(),
      kind: index % 2 === 0 ? 'news' : 'volunteer',
    }),
  )
  beforeAll(async () => {
    house = await openHouse(await open(), render)
    await furnish(house)
    await house.keep(...kept)
  }, 60_000)

  it('reads whole lists, so that a shortened one cannot pass', () => {
    expect([naughty.length, payloads.length]).toEqual([264, 1245])
  })

  /** Walks a list fifty at a time. */
  async function* pages(path: string): AsyncIterable<string> {
    let cursor: string | undefined = ''
    while (cursor !== undefined) {
      yield `${path}${path.includes('?') ? '&' : '?'}limit=50${cursor && `&cursor=${cursor}`}`
      const more: { next?: string } = await house.json(`/api/v1/items?limit=50${cursor && `&cursor=${cursor}`}`)
      cursor = more.next
    }
  }
  const byId = new Map(kept.map((one) => [`urn:gulou:item:${one.id}`, one]))

  it('RSS is well-formed and carries every title and publisher unchanged', async () => {
    let seen = 0
    for await (const address of pages('/api/v1/items.rss')) {
      const root = parseXml(await (await house.ask(address)).text())
      for (const entry of findAll(root, 'item')) {
        const original = byId.get(findAll(entry, 'guid')[0]?.text ?? '')
        if (original === undefined) continue
        seen += 1
        expect(findAll(entry, 'title')[0]?.text ?? '').toBe(xmlText(original.title))
        expect(findAll(entry, 'author')[0]?.text ?? '').toBe(xmlText(original.publisher))
        const html = load(findAll(entry, 'description')[0]?.text ?? '', {}, false)
        expect(html('*').not('p, a').length).toBe(0)
        if (original.excerpt.trim() !== '') expect(html('p').first().text()).toBe(normalised(xmlText(original.excerpt)))
      }
      expect(new Set(findAll(root, 'channel')[0]?.children.map(({ name }) => name)).size).toBeLessThan(12)
    }
    expect(seen).toBe(kept.length)
  })

  it('Atom is well-formed, and its titles, read as the HTML that they are declared to be, are the titles', async () => {
    let seen = 0
    for await (const address of pages('/api/v1/items.atom')) {
      const root = parseXml(await (await house.ask(address)).text())
      for (const entry of findAll(root, 'entry')) {
        const original = byId.get(findAll(entry, 'id')[0]?.text ?? '')
        if (original === undefined) continue
        seen += 1
        expect(load(findAll(entry, 'title')[0]?.text ?? '', {}, false).text()).toBe(normalised(xmlText(original.title)))
      }
    }
    expect(seen).toBe(kept.length)
  })

  it('JSON Feed, calendar, sitemap and OPML take them too', async () => {
    for await (const address of pages('/api/v1/items.json')) {
      const feed = (await (await house.ask(address)).json()) as { items: { id: string; title: string }[] }
      for (const { id, title } of feed.items) if (byId.has(id)) expect(title).toBe(xmlText(byId.get(id)?.title ?? ''))
    }
    for await (const address of pages('/api/v1/items.ics'))
      expect(await (await house.ask(address)).text()).toMatch(/^BEGIN:VCALENDAR\r\n(?:[^\r\n]{1,75}\r\n)+$/)
    expect(findAll(parseXml(await (await house.ask('/sitemap.xml')).text()), 'url').length).toBe(507)
    expect(findAll(parseXml(await (await house.ask('/sources.opml')).text()), 'outline').length).toBe(2)
  })

  it('pages hold no element, handler or address of theirs', async () => {
    for await (const address of pages('/search')) {
      const page = load(await (await house.ask(address)).text())
      expect(page('script:not([nonce]), style:not([nonce]), iframe, object, embed, math, base').length).toBe(0)
      const attributes = page('body *')
        .toArray()
        .flatMap((element) => Object.entries(page(element).attr() ?? {}))
      const bad = attributes.filter(([name, value]) =>
        ADDRESS.test(name) ? !SAFE.test(String(value)) : name.toLowerCase().startsWith('on'),
      )
      expect(bad).toEqual([])
    }
  }, 60_000)

  it('JSON-LD of each item page parses, and its headline is the title', async () => {
    for (const { id, title, kind } of kept.slice(0, 264)) {
      const page = load(await (await house.ask(`/items/${id}`)).text())
      const json = page('script[type="application/ld+json"]').text()
      if (kind === 'news') expect((JSON.parse(json) as { headline: string }).headline).toBe(title)
    }
  })
})

const ADDRESS = /^(href|src|action|formaction)$/i
const SAFE = /^(https?:|mailto:|tel:|\/(?!\/)|#|\?|$)/

/** HTML reads CR and CRLF as LF, and drops NUL. */
function normalised(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '')
}
