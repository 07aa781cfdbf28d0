/**
 * A browser that came with `npm ci`, and our pages in it: served from loopback
 * with the policy that the worker sends, Chinese type included, since the
 * machine may have none.
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import chromiumPackage from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'
import { ICON } from '../components/Mark.tsx'
import { FIND_SCRIPT } from '../islands/address.ts'

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** `CHROMIUM_PATH` wins over the one in the package. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH || (await chromiumPackage.executablePath())
  return chromium.launch({ executablePath, args: QUIET, headless: true })
}

export interface Served {
  origin: string
  /** Paths asked for, the font left out. */
  asked: string[]
  close(): Promise<void>
}

const POLICY = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const FONT = '/node_modules/@fontsource-variable/noto-sans-sc/'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const ASSETS: Record<string, string> = { [ICON]: 'image/svg+xml', [FIND_SCRIPT]: 'text/javascript' }

/**
 * Serves `page(path and query)`; undefined is a 404. `nonce` must be that of the pages. `answer` may give JSON instead,
 * as the API would; rejected, it is a 500.
 */
export async function servePages(
  nonce: string,
  page: (url: string) => string | undefined,
  answer: (url: string) => Promise<string> | undefined = () => undefined,
): Promise<Served> {
  const font = await chineseType()
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const url = request.url ?? '/'
    if (/^\/files\/[\w-]+(\[\d+\])?[\w-]*\.woff2$/.test(decodeURIComponent(url))) {
      response.writeHead(200, { 'Content-Type': 'font/woff2', 'Cache-Control': 'max-age=3600' })
      response.end(await readFile(`${ROOT}${FONT}${decodeURIComponent(url)}`))
      return
    }
    const type = ASSETS[url]
    if (type !== undefined) {
      response.setHeader('Content-Type', type)
      response.end(await readFile(`${ROOT}web/public${url}`))
      return
    }
    const answered = answer(url)
    if (answered !== undefined) {
      const body = await answered.catch(() => undefined)
      response.writeHead(body === undefined ? 500 : 200, { 'Content-Type': 'application/json' })
      response.end(body)
      return
    }
    asked.push(url)
    const html = page(url)
    response.writeHead(html === undefined ? 404 : 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': POLICY(nonce),
    })
    response.end(html?.replace('</head>', `<style nonce="${nonce}">${font}</style></head>`))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  }
}

/** The packaged font under the name that our own stack asks for, so that pages are drawn as they are. */
async function chineseType(): Promise<string> {
  const css = await readFile(`${ROOT}${FONT}index.css`, 'utf8')
  return css.replaceAll('Noto Sans SC Variable', 'Noto Sans SC').replaceAll('./files/', '/files/')
}

/** Type arrives in slices, each asked for by the text that needs it; before that nothing has its true size. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.getBoundingClientRect()
    return document.fonts.ready.then(() => undefined)
  })
}
