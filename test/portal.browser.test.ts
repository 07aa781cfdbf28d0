/** A visitor with a browser on the crawled sample town: everything by links and forms, no script needed. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ASSETS, VERSION } from '../bin/settings.ts'
import { render } from '../web/render.tsx'
import { openBrowser, settle } from '../web/testing/browser.ts'
import { overflow } from '../web/testing/measure.ts'
import { type RunningServer, startServer } from '../worker/node.ts'
import { openFolders } from './support/folders.ts'
import { FIRST_NOON, openSample, openSampleSites, type Sample } from './support/sample-town.ts'

const LISTS = ['/', '/news', '/jobs', '/volunteer', `/search?q=${encodeURIComponent('会计')}`]
const ORIGINAL = /^http:\/\/[a-z]+\.luming\.localhost:8788\//

const folders = openFolders()
let sample: Sample
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  const sites = await openSampleSites(() => FIRST_NOON)
  sample = await openSample({ folder: await folders.next(), port: sites.port })
  await sample.crawl()
  await sites.close()
  const { db, engine } = sample.open
  const how = { now: () => FIRST_NOON, version: VERSION, port: 0, assetsFolder: ASSETS }
  server = await startServer({ db, engine, render, ...how })
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await sample?.close()
  await folders.remove()
})

/** A page with scripts off unless said otherwise, and what its console complained of. */
async function visit<T>(options: BrowserContextOptions, look: (page: Page, wrong: string[]) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(error.message))
  try {
    return await look(page, wrong)
  } finally {
    await context.close()
  }
}

const heading = (page: Page) => page.locator('h1').innerText()

describe('a visitor without scripts', () => {
  it('goes from the first page to the jobs, narrows them by a form, opens one, its notice, and sees the original', () =>
    visit({}, async (page) => {
      await page.goto('/')
      await page.locator('nav.sections').getByRole('link', { name: '招聘' }).click()
      expect(new URL(page.url()).pathname).toBe('/jobs')

      const form = page.locator('form.conditions')
      await unfold(page, 'details.panel', form)
      await form.locator('select[name=region]').selectOption('990181002')
      await form.locator('select[name=position]').selectOption({ label: await optionLike(page, 'position', '会计') })
      await form.locator('button[type=submit]').click()
      const asked = new URL(page.url()).searchParams
      expect(asked.get('region')).toBe('990181002')
      const position = asked.get('position')
      expect(position).toBeTruthy()

      // Rows of tables are called "title · employer"; notices with such a row stand among them.
      const row = page
        .locator('ol.rows li.row')
        .filter({ has: page.locator('h3', { hasText: / · / }) })
        .first()
      const title = await row.locator('h3 a').innerText()
      expect(await row.locator('.place').innerText()).toContain('河湾')
      await row.locator('h3 a').click()
      expect(await heading(page)).toContain(title)

      const notice = page.locator('.item-side a[href^="/items/"]').first()
      await notice.click()
      expect(await heading(page)).toMatch(/招聘|招录|招考|公告|启事/)
      const original = page.locator('.item-side a[href^="http://"]').first()
      expect(await original.getAttribute('href')).toMatch(ORIGINAL)
      const { host } = new URL((await original.getAttribute('href')) ?? '')
      expect(await page.locator('.item-side').innerText()).toContain(host.replace(/:\d+$/, ''))
    }))

  it('searches 会计 by the form in the head and finds it marked', () =>
    visit({}, async (page) => {
      await page.goto('/')
      await page.locator('search input[name=q]').fill('会计')
      await page.locator('search button[type=submit]').click()
      expect(new URL(page.url()).pathname).toBe('/search')
      expect(new URL(page.url()).searchParams.get('q')).toBe('会计')
      expect(await page.locator('ol.rows li.row').count()).toBeGreaterThan(3)
      expect(await page.locator('ol.rows mark').allInnerTexts()).toContain('会计')
    }))

  it('finds calls for volunteers and what one of them asks for', () =>
    visit({}, async (page) => {
      await page.goto('/')
      await page.locator('nav.sections').getByRole('link', { name: '志愿' }).click()
      expect(new URL(page.url()).pathname).toBe('/volunteer')
      const rows = page.locator('ol.rows li.row')
      expect(await rows.count()).toBeGreaterThan(3)
      await rows.first().locator('h3 a').click()
      expect(await page.locator('.item').innerText()).toMatch(/志愿/)
    }))

  it(
    'sees on every row of every list who says it, when with the zone, where, and a link to the original',
    () =>
      visit({}, async (page) => {
        for (const path of LISTS) {
          await page.goto(path)
          const rows = await page.locator('ol.rows li.row').all()
          expect(rows.length, path).toBeGreaterThan(3)
          for (const row of rows) {
            const what = `${path}: ${await row.locator('h3').innerText()}`
            expect((await row.locator('.publisher').innerText()).trim(), what).not.toBe('')
            expect(await row.locator('.when time').getAttribute('datetime'), what).toMatch(/^2026-\d\d-\d\d/)
            expect(await row.locator('.when').innerText(), what).toMatch(/\d+月\d+日.*UTC\+8/s)
            expect((await row.locator('.place').innerText()).trim(), what).not.toBe('')
            const original = row.locator('a.out')
            expect(await original.getAttribute('href'), what).toMatch(ORIGINAL)
          }
        }
      }),
    60_000,
  )

  it(
    'turns the pages of a long list by links until its end',
    () =>
      visit({}, async (page) => {
        await page.goto('/jobs')
        const seen = new Set<string>()
        for (;;) {
          for (const link of await page.locator('ol.rows li.row h3 a').all())
            seen.add((await link.getAttribute('href')) ?? '')
          const next = page.locator('nav.pager a[rel=next]')
          if ((await next.count()) === 0) break
          await next.click()
        }
        const [row] = await sample.open.db.all<{ n: number }>(
          `select count(*) as n from item where kind = 'job' and state = 'shown'`,
        )
        expect(seen.size).toBe(row?.n)
      }),
    60_000,
  )
})

/** The label of the first choice of a select that contains the words. */
async function optionLike(page: Page, name: string, words: string): Promise<string> {
  const labels = await page.locator(`form.conditions select[name=${name}] option`).allInnerTexts()
  const label = labels.find((text) => text.includes(words))
  if (label === undefined) throw new Error(`no ${words} among ${labels.join(' ')}`)
  return label
}

/** Filters are folded on a narrow screen. */
async function unfold(page: Page, folded: string, inside: ReturnType<Page['locator']>): Promise<void> {
  if (!(await inside.isVisible())) await page.locator(`${folded} > summary`).click()
}

/** A job out of a table, its notice, and an item of news. */
async function itemPaths(): Promise<string[]> {
  const pick = async (where: string) => {
    const [row] = await sample.open.db.all<{ id: string }>(
      `select id from item where state = 'shown' and ${where} order by length(doc) desc`,
    )
    return `/items/${row?.id}`
  }
  return [await pick(`type = 'position'`), await pick(`type = 'notice'`), await pick(`type = 'report'`)]
}

describe('the pages of the crawled town', () => {
  it(
    'break no rule of their own policy when scripts are on',
    () =>
      visit({ javaScriptEnabled: true }, async (page, wrong) => {
        for (const path of [
          ...LISTS,
          '/popular',
          '/sources',
          '/about',
          '/?lang=en',
          '/?elder=1',
          ...(await itemPaths()),
        ]) {
          const answer = await page.goto(path)
          expect(answer?.status(), path).toBe(200)
          expect(answer?.headers()['content-security-policy'], path).toContain(`default-src 'none'`)
          await settle(page)
          expect(wrong, path).toEqual([])
        }
      }),
    60_000,
  )

  it(
    'fit a screen of 360 px',
    () =>
      visit({ javaScriptEnabled: true, viewport: { width: 360, height: 740 } }, async (page) => {
        for (const path of ['/', '/jobs', '/news', ...(await itemPaths())]) {
          await page.goto(path)
          await settle(page)
          expect(await page.evaluate(overflow), path).toEqual({ by: 0, what: [] })
        }
      }),
    60_000,
  )
})
