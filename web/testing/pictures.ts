/** Pictures of every page, at the widths, lights and sizes that readers have: something for a human to look at. */
import { mkdir } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { render } from '../render.tsx'
import { openBrowser, servePages, settle } from './browser.ts'
import { frame } from './town.ts'
import { sampleViews } from './views.ts'

interface Shot {
  name: string
  width: number
  dark?: boolean
  elder?: boolean
  language?: 'zh-Hans' | 'zh-Hant' | 'en'
}
const SHOTS: Shot[] = [
  { name: '360', width: 360 },
  { name: '768', width: 768 },
  { name: '1280', width: 1280 },
  { name: '1280-dark', width: 1280, dark: true },
  { name: '360-elder', width: 360, elder: true },
  { name: '1280-elder', width: 1280, elder: true },
  { name: '768-en', width: 768, language: 'en' },
  { name: '360-hant', width: 360, language: 'zh-Hant' },
]

/** Writes `page-shot.png` into the folder. */
export async function takePictures(folder: string, shots = SHOTS, only?: string[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  const browser = await openBrowser()
  for (const shot of shots) await takeShot(browser, folder, shot, only)
  await browser.close()
}

async function takeShot(browser: Browser, folder: string, shot: Shot, only?: string[]): Promise<void> {
  const views = sampleViews({ elder: shot.elder ?? false, language: shot.language ?? 'zh-Hans' })
  const served = await servePages(frame().nonce, (url) => {
    const view = views[url.slice(1)]
    return view && render(view)
  })
  const context = await browser.newContext({
    viewport: { width: shot.width, height: 800 },
    colorScheme: shot.dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  for (const name of only ?? Object.keys(views)) {
    await page.goto(`${served.origin}/${name}`)
    await settle(page)
    await page.screenshot({ path: `${folder}/${name}-${shot.name}.png`, fullPage: true })
  }
  await context.close()
  await served.close()
}
