/** Our pages in a real browser: does it fit, can it be read, can it be used without scripts. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Frame, View } from '../domain/view.ts'
import { render } from './render.tsx'
import { openBrowser, type Served, servePages, settle } from './testing/browser.ts'
import { faintText, overflow, smallTargets, smallText } from './testing/measure.ts'
import { takePictures } from './testing/pictures.ts'
import { frame } from './testing/town.ts'
import { sampleViews } from './testing/views.ts'

const PLAIN = sampleViews()
const NAMES = Object.keys(PLAIN)
const LOOKS: Record<string, Partial<Frame>> = {
  plain: {},
  elder: { elder: true },
  english: { language: 'en' },
  traditional: { language: 'zh-Hant' },
}
const PATHS: Record<string, string> = {
  '/': 'home',
  '/news': 'news',
  '/jobs': 'jobs',
  '/volunteer': 'volunteer',
  '/search': 'search',
}

/** The same pages, every text of a publisher replaced by an attack. */
const ATTACK = `"'><script>alert(1)</script><img src=x onerror=alert(1)><iframe srcdoc="<script>alert(1)</script>">`
const TEXTS = [
  'title',
  'excerpt',
  'publisher',
  'author',
  'raw',
  'employer',
  'place',
  'conditions',
  'organizer',
  'body',
  'bodyHtml',
]
const HOSTILE = JSON.parse(
  JSON.stringify(PLAIN, (key, value: unknown) =>
    typeof value !== 'string'
      ? value
      : TEXTS.includes(key)
        ? ATTACK
        : key === 'url' && value.startsWith('http')
          ? 'javascript:alert(1)'
          : value,
  ),
) as Record<string, View>

let browser: Browser
let served: Served
beforeAll(async () => {
  browser = await openBrowser()
  const views = Object.fromEntries(Object.entries(LOOKS).map(([look, changes]) => [look, sampleViews(changes)]))
  served = await servePages(frame().nonce, (url) => {
    const { pathname } = new URL(url, 'http://localhost')
    const [, look = '', name = ''] = pathname.split('/')
    const view = (look === 'hostile' ? HOSTILE : views[look])?.[name] ?? PLAIN[PATHS[pathname] ?? '']
    return view && render({ ...view, ...(look in LOOKS ? {} : { url }) } as View)
  })
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
})

/** A page with what went wrong on it: console errors, breaches of the policy, exceptions, dialogs. */
async function onPage<Result>(
  options: BrowserContextOptions,
  use: (page: Page, wrong: string[]) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options })
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('dialog', (dialog) => {
    wrong.push(dialog.message())
    return dialog.dismiss()
  })
  try {
    return await use(page, wrong)
  } finally {
    await context.close()
  }
}

async function goTo(page: Page, look: string, name: string): Promise<void> {
  await page.goto(`${served.origin}/${look}/${name}`)
  await settle(page)
}

describe('at 360 px', () => {
  for (const look of Object.keys(LOOKS)) {
    it(`no page scrolls sideways, folded parts open, ${look}`, () =>
      onPage({}, async (page) => {
        for (const name of NAMES) {
          await goTo(page, look, name)
          await page.evaluate(() =>
            document.querySelectorAll('details').forEach((folded) => {
              folded.open = true
            }),
          )
          expect(await page.evaluate(overflow), name).toEqual({ by: 0, what: [] })
        }
      }))
  }
})

describe('every page', () => {
  it('breaks no rule of the policy and reports no error', () =>
    onPage({ viewport: { width: 1280, height: 800 } }, async (page, wrong) => {
      for (const name of NAMES) await goTo(page, 'plain', name)
      expect(wrong).toEqual([])
    }))

  it('runs nothing that a publisher put into it, and breaks no rule with it', () =>
    onPage({}, async (page, wrong) => {
      for (const name of Object.keys(HOSTILE)) {
        await goTo(page, 'hostile', name)
        await page.evaluate(() => {
          for (const link of document.querySelectorAll('main a')) link.dispatchEvent(new MouseEvent('mouseover'))
        })
        expect(await page.locator('main :is(img, script, iframe, a[href^="javascript" i])').count(), name).toBe(0)
      }
      expect(wrong).toEqual([])
    }))

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const look of ['plain', 'elder']) {
      it(`can be read: contrast by ${colorScheme}, ${look}`, () =>
        onPage({ colorScheme, viewport: { width: 1280, height: 800 } }, async (page) => {
          for (const name of NAMES) {
            await goTo(page, look, name)
            expect(await page.evaluate(faintText), name).toEqual([])
          }
        }))
    }
  }

  for (const width of [360, 1280]) {
    it(`has no target under 24 px at ${width} px`, () =>
      onPage({ viewport: { width, height: 800 } }, async (page) => {
        for (const name of NAMES) {
          await goTo(page, 'plain', name)
          const selector = 'a, button, input:not([type=hidden]), select, summary'
          expect(await page.evaluate(smallTargets, { selector, least: 24 }), name).toEqual([])
        }
      }))

    it(`has in large print no type under 24 px, no main target under 60 px and no other under 44 px at ${width} px`, () =>
      onPage({ viewport: { width, height: 800 } }, async (page) => {
        for (const name of NAMES) {
          await goTo(page, 'elder', name)
          const main =
            'nav a, button, select, input:not([type=hidden], [type=checkbox]), summary, h2 a, h3 a, .button, .chips a, .active a, .all a, a.out, tbody a, .files a, .empty a, .ways a'
          expect(await page.evaluate(smallText, 24), name).toEqual([])
          expect(await page.evaluate(smallTargets, { selector: main, least: 60 }), name).toEqual([])
          expect(await page.evaluate(smallTargets, { selector: 'a, button, summary', least: 44 }), name).toEqual([])
        }
      }))
  }

  it('shows where the focus is, and the first stop leads past the head', () =>
    onPage({}, async (page) => {
      await goTo(page, 'plain', 'news')
      await page.keyboard.press('Tab')
      const box = await page.locator('.skip').boundingBox()
      expect(box?.y).toBeGreaterThanOrEqual(0)
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      const focused = page.locator(':focus')
      expect(await focused.evaluate((element) => element.closest('main') !== null)).toBe(true)
      expect(await focused.evaluate((element) => getComputedStyle(element).outlineWidth)).toBe('3px')
    }))
})

describe('without scripts', () => {
  const options = { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }

  it('the search form asks for its words', () =>
    onPage(options, async (page) => {
      await page.goto(`${served.origin}/`)
      await page.fill('#find', '鼓楼 猫')
      await page.press('#find', 'Enter')
      const url = new URL(page.url())
      expect([url.pathname, url.searchParams.get('q')]).toEqual(['/search', '鼓楼 猫'])
    }))

  it('the conditions of a job seeker become an address, and large print stays', () =>
    onPage(options, async (page) => {
      await page.goto(`${served.origin}/jobs?elder=1`)
      await page.selectOption('[name=region]', '990181100')
      await page.selectOption('[name=education]', 'senior')
      await page.fill('[name=payMin]', '3000')
      await page.click('.conditions button')
      const asked = Object.fromEntries([...new URL(page.url()).searchParams].filter(([, value]) => value !== ''))
      expect(asked).toEqual({
        region: '990181100',
        education: 'senior',
        payMin: '3000',
        sort: 'new',
        open: '1',
        elder: '1',
      })
    }))

  it('large print is a link, and stays on while one goes on', () =>
    onPage(options, async (page) => {
      await page.goto(`${served.origin}/news?region=990181102`)
      await page.click('.elder-switch')
      expect(page.url()).toBe(`${served.origin}/news?region=990181102&elder=1`)
    }))

  it('filters stand open beside the list on a wide screen, and fold on a phone', async () => {
    const visible = (width: number) =>
      onPage({ ...options, viewport: { width, height: 800 } }, async (page) => {
        await page.goto(`${served.origin}/news`)
        return page.locator('.tree a').first().isVisible()
      })
    expect([await visible(1280), await visible(360)]).toEqual([true, false])
    await onPage(options, async (page) => {
      await page.setViewportSize({ width: 360, height: 740 })
      await page.goto(`${served.origin}/news`)
      await page.click('.panel > summary')
      expect(await page.locator('.tree a').first().isVisible()).toBe(true)
    })
  })
})

// `GULOU_PICTURES=DIR vitest run --project browser` for a human to look at.
const folder = process.env.GULOU_PICTURES
it.runIf(folder)('takes pictures of every page', { timeout: 300_000 }, () => takePictures(folder ?? ''))
