/** Crawlee's CheerioCrawler with the same selectors: storage and sessions off, nothing kept. */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CheerioAPI } from 'cheerio'
import { FIELDS, IMAGES, LINKS } from './fields.ts'
import { AT_ONCE, addressOf, measure } from './variant.ts'

/** As much of it as is used here; the package itself is none of ours. */
interface Crawlee {
  CheerioCrawler: new (
    options: Record<string, unknown>,
    configuration: unknown,
  ) => { run(urls: string[]): Promise<{ requestsFinished: number }> }
  Configuration: new (options: Record<string, unknown>) => unknown
  log: { setLevel(level: number): void }
}

await measure(async ({ port, pages, folder, peers }) => {
  process.chdir(folder)
  const path = createRequire(join(peers, 'package.json')).resolve('@crawlee/cheerio')
  const { CheerioCrawler, Configuration, log } = (await import(pathToFileURL(path).href)) as Crawlee
  log.setLevel(1)
  const found = { titles: 0, bodyCharacters: 0 }
  const configuration = new Configuration({ persistStorage: false, availableMemoryRatio: 0.8 })
  const options = {
    minConcurrency: AT_ONCE,
    maxConcurrency: AT_ONCE,
    useSessionPool: false,
    persistCookiesPerSession: false,
    maxRequestRetries: 0,
    requestHandler: ({ $ }: { $: CheerioAPI }) => {
      const page = read($)
      if (page.title !== '') found.titles += 1
      found.bodyCharacters += page.body?.length ?? 0
    },
  }
  const urls = Array.from({ length: pages }, (_, index) => addressOf(port, index))
  return async () => {
    const { requestsFinished } = await new CheerioCrawler(options, configuration).run(urls)
    if (requestsFinished !== pages) throw new Error(`${requestsFinished} of ${pages} pages came`)
    return found
  }
})

function read($: CheerioAPI): Record<string, string> {
  const page: Record<string, string> = {}
  for (const [name, { selector, attribute }] of Object.entries(FIELDS)) {
    const first = $(selector).first()
    page[name] = (attribute ? first.attr(attribute) : first.text()) ?? ''
  }
  page.links = String($(LINKS).length)
  page.images = String($(IMAGES).length)
  return page
}
