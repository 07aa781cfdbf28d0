/** Suggestions in a real browser: by keys and by touch, with answers that come late, attack or fail. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Suggestion, SuggestResponse } from '../../domain/api.ts'
import { render } from '../render.tsx'
import { openBrowser, type Served, servePages, settle } from '../testing/browser.ts'
import { faintText, overflow, smallTargets, smallText } from '../testing/measure.ts'
import { frame } from '../testing/town.ts'
import { sampleViews } from '../testing/views.ts'

const FOUND: Suggestion[] = [
  { what: 'position', value: '5414-guard', text: '保安' },
  { what: 'employer', value: '保安服务公司&co', text: '保安服务公司&co' },
  { what: 'region', value: '990181001', text: '鼓楼街道' },
  { what: 'item', value: 'hospital-1', text: '鹿鸣市人民医院招聘保安两名，限男性，能上夜班，会一点急救的优先' },
]
const ATTACK = `<img src=x onerror=alert(1)><script>alert(1)</script>`

let browser: Browser
let served: Served
/** What the API answers to words, and when; the words that it was asked for. */
let answers: (q: string) => Promise<Suggestion[]> | Suggestion[]
let asked: string[]

beforeAll(async () => {
  browser = await openBrowser()
  const plain = sampleViews()
  const elder = sampleViews({ elder: true })
  served = await servePages(
    frame().nonce,
    (url) => {
      const view = url.includes('elder') ? elder.about : plain.about
      return view && render({ ...view, url })
    },
    (url) => (url.startsWith('/api/v1/suggest') ? answer(url) : undefined),
  )
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
})
beforeEach(() => {
  asked = []
  answers = () => FOUND
})

async function answer(url: string): Promise<string> {
  const q = new URL(url, 'http://localhost').searchParams.get('q') ?? ''
  asked.push(q)
  return JSON.stringify({ q, suggestions: await answers(q) } satisfies SuggestResponse)
}

async function onPage(
  path: string,
  use: (page: Page, wrong: string[]) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(5_000)
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('dialog', (dialog) => {
    wrong.push(dialog.message())
    return dialog.dismiss()
  })
  try {
    await page.goto(`${served.origin}${path}`)
    await use(page, wrong)
  } finally {
    await context.close()
  }
}

const field = (page: Page) => page.getByRole('combobox')
const options = (page: Page) => page.getByRole('option')
async function type(page: Page, words: string): Promise<void> {
  await field(page).pressSequentially(words)
  await options(page).first().waitFor()
}
const state = (page: Page) =>
  field(page).evaluate((input: HTMLInputElement) => ({
    open: input.getAttribute('aria-expanded'),
    meant: document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '',
    focused: document.activeElement === input,
    value: input.value,
  }))

describe('suggestions', () => {
  it('open as one types, are told to a screen reader, and say of what kind each is', () =>
    onPage('/about', async (page, wrong) => {
      await type(page, '保安')
      expect(await options(page).allInnerTexts()).toEqual(FOUND.map(({ text }) => expect.stringContaining(text)))
      expect(await options(page).locator('small').allInnerTexts()).toEqual(['职位', '单位', '地区', '内容'])
      expect(await page.getByRole('status').innerText()).toBe('有 4 条建议，按上下键挑选')
      expect(await field(page).getAttribute('aria-controls')).toBe(await page.getByRole('listbox').getAttribute('id'))
      expect(await page.getByRole('listbox').getAttribute('aria-label')).toBe('搜索建议')
      expect(wrong).toEqual([])
    }))

  it('are walked through by arrows, round and round, while the focus stays in the field', () =>
    onPage('/about', async (page) => {
      await type(page, '保安')
      const meant: string[] = []
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
        await page.keyboard.press(key)
        const now = await state(page)
        expect([now.focused, now.value]).toEqual([true, '保安'])
        meant.push(now.meant.split(' ')[0] ?? '')
      }
      expect(meant).toEqual(['保安', '保安服务公司&co', '保安', '', FOUND[3]?.text])
      expect(await page.locator('[aria-selected=true]').count()).toBe(1)
    }))

  it('lead by Enter where their filter would, and a click does the same', () =>
    onPage('/about?lang=zh-Hans', async (page) => {
      await type(page, '保安')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/jobs\?/)
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
        open: '1',
        lang: 'zh-Hans',
        q: '保安服务公司&co',
      })
      await type(page, '保安')
      await options(page).nth(3).click()
      await page.waitForURL(/\/items\//)
      expect(page.url()).toBe(`${served.origin}/items/hospital-1?lang=zh-Hans`)
    }))

  it('leave Enter to the form as long as none is meant', () =>
    onPage('/about', async (page) => {
      await type(page, '保安')
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/search\?q=/)
      expect(new URL(page.url()).searchParams.get('q')).toBe('保安')
    }))

  it('close by Escape with the words kept, by leaving the field, and when the words are gone', () =>
    onPage('/about', async (page) => {
      const closed = { open: 'false', meant: '' }
      await type(page, '保安')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Escape')
      expect(await state(page)).toMatchObject({ ...closed, value: '保安' })
      await type(page, '员')
      await page.keyboard.press('Tab')
      expect(await state(page)).toMatchObject(closed)
      expect(await options(page).count()).toBe(0)
      await field(page).focus()
      await type(page, '员')
      await field(page).fill('')
      expect(await state(page)).toMatchObject(closed)
    }))

  it('are asked for once typing pauses, and an answer that comes late is not shown', () =>
    onPage('/about', async (page) => {
      const late = Promise.withResolvers<void>()
      answers = async (q) => {
        if (q === '慢') await late.promise
        return [{ what: 'item', value: q, text: `听到${q}` }]
      }
      await field(page).pressSequentially('慢')
      await expect.poll(() => asked).toEqual(['慢'])
      await type(page, '车')
      late.resolve()
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)))
      expect(asked).toEqual(['慢', '慢车'])
      expect(await options(page).allInnerTexts()).toEqual([expect.stringContaining('听到慢车')])
    }))

  it('keep quiet while a word is being composed', () =>
    onPage('/about', async (page) => {
      await field(page).evaluate((input: HTMLInputElement) => {
        input.value = 'bao’an'
        input.dispatchEvent(new InputEvent('input', { isComposing: true }))
      })
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)))
      expect(asked).toEqual([])
      await field(page).evaluate((input: HTMLInputElement) => {
        input.value = '保安'
        input.dispatchEvent(new InputEvent('input', { isComposing: true }))
        input.dispatchEvent(new CompositionEvent('compositionend'))
      })
      await options(page).first().waitFor()
      expect(asked).toEqual(['保安'])
    }))

  it('stay text, whatever a publisher wrote, and a kind unknown to the page leads nowhere', () =>
    onPage('/about', async (page, wrong) => {
      const strange = { what: 'javascript', value: 'alert(1)', text: 'x' } as unknown as Suggestion
      answers = () => [{ what: 'item', value: ATTACK, text: ATTACK }, strange]
      await type(page, '坏')
      expect(await page.locator('.suggestions :is(img, script)').count()).toBe(0)
      expect(await options(page).first().innerText()).toContain(ATTACK)
      await options(page).nth(1).click()
      expect(page.url()).toBe(`${served.origin}/about`)
      await options(page).first().click()
      await page.waitForURL(/\/items\//)
      expect(decodeURIComponent(new URL(page.url()).pathname)).toBe(`/items/${ATTACK}`)
      expect(wrong).toEqual([])
    }))

  it('take no search away when they fail', () =>
    onPage('/about', async (page) => {
      answers = () => Promise.reject(new Error('no index'))
      await field(page).pressSequentially('保安')
      await expect.poll(() => asked).toEqual(['保安'])
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/search\?q=/)
    }))

  for (const colorScheme of ['light', 'dark'] as const)
    for (const path of ['/about', '/about?elder=1'])
      it(`fit the screen, can be read and be hit: ${path}, ${colorScheme}`, () =>
        onPage(
          path,
          async (page) => {
            await type(page, '保安')
            await page.keyboard.press('ArrowDown')
            await settle(page)
            expect(await page.evaluate(overflow)).toEqual({ by: 0, what: [] })
            expect(await page.evaluate(faintText)).toEqual([])
            const least = path.includes('elder') ? 60 : 24
            expect(await page.evaluate(smallTargets, { selector: '[role=option]', least })).toEqual([])
            if (path.includes('elder')) expect(await page.evaluate(smallText, 24)).toEqual([])
          },
          { colorScheme },
        ))
})
