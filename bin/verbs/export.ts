import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { MANIFEST, openExportFolder } from '../../crawler/export/folder.ts'
import { type SiteReport, writeSite } from '../../crawler/export/site.ts'
import { listSources } from '../../index-config/store/sources.ts'
import { createApp } from '../../worker/app.ts'
import { ownRender } from '../../worker/node.ts'
import { exportedItems } from '../../worker/records.ts'
import { closingAll } from '../closing.ts'
import { EXIT, print, UsageError, untilAsked } from '../exit.ts'
import { type OpenTown, openKeptTown, openTown } from '../open-town.ts'
import { ASSETS, readSettings, type Settings, VERSION } from '../settings.ts'

interface Options {
  town?: string
  url?: string
  pages?: boolean
}

/** Writes the town to a folder: every item, the sources, and the pages of what is shown. Answers 3 when a page failed. */
export async function exportTown([folder = '']: string[], options: Options): Promise<number> {
  const settings = readSettings()
  const signal = untilAsked()
  if (existsSync(folder) && !(await stat(folder)).isDirectory()) throw new UsageError(`${folder} is no folder`)
  const publicUrl = readUrl(options.url)
  return closingAll(async (later) => {
    const open = await openFor(options.town, settings)
    later(() => open.db.close())
    // One moment of the database, however long a crawl goes on beside us.
    open.db.exec('begin')
    const out = await openExportFolder(folder)
    later(() => out.close())
    const report = await writeAll(open, settings, out, { publicUrl, pages: options.pages !== false, signal })
    if (signal.aborted) return EXIT.failed
    await out.commit()
    print(`${report.items} items, ${report.sources} sources, ${report.pages} pages, ${report.feeds} feeds`)
    for (const address of report.failed) console.error(`${address}: no page could be made of it`)
    return report.failed.length > 0 ? EXIT.partial : EXIT.ok
  })
}

interface How {
  publicUrl: string | undefined
  pages: boolean
  signal: AbortSignal
}
type Report = SiteReport & { items: number; sources: number }

async function writeAll(
  open: OpenTown,
  { clock }: Settings,
  out: Awaited<ReturnType<typeof openExportFolder>>,
  { publicUrl, pages, signal }: How,
): Promise<Report> {
  const { db, engine, town } = open
  // The moment of the export stands still, so that no two of its pages differ by it.
  const at = clock.now()
  const now = () => at
  const shown = new Set<string>()
  const items = await out.writeLines('items.jsonl', noting(shown, exportedItems({ db, now, zone: town.timeZone })))
  const sources = await out.writeLines('sources.jsonl', await listSources(db, at))
  const app = createApp({ db, engine, now, render: ownRender, version: VERSION, publicUrl })
  const ask = async (address: string) => app.request(address)
  const site = pages
    ? await stoppable(writeSite({ ask, write: out.write, shown, signal }), signal)
    : { pages: 0, feeds: 0, failed: [] }
  if (pages) await out.copy(join(ASSETS, 'assets'), 'assets')
  const manifest = {
    town: town.slug,
    at: at.toISOString(),
    version: VERSION,
    items,
    shown: shown.size,
    sources,
    ...site,
  }
  await out.write(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`)
  return { items, sources, ...site }
}

async function* noting<Row extends { id: string; state: string }>(
  shown: Set<string>,
  rows: AsyncIterable<Row>,
): AsyncGenerator<Row> {
  for await (const row of rows) {
    if (row.state === 'shown') shown.add(row.id)
    yield row
  }
}

/** Being asked to end is no failure of ours; the caller looks at the signal. */
async function stoppable(work: Promise<SiteReport>, signal: AbortSignal): Promise<SiteReport> {
  try {
    return await work
  } catch (error) {
    if (!signal.aborted) throw error
    return { pages: 0, feeds: 0, failed: [] }
  }
}

/** Without a name: the one town of the data folder, since an export needs nothing but what was kept. */
async function openFor(name: string | undefined, settings: Settings): Promise<OpenTown> {
  if (name !== undefined) return openTown(name, settings)
  const { dataFolder } = settings.config
  const names = existsSync(dataFolder) ? await readdir(dataFolder) : []
  const kept = names.filter((slug) => existsSync(join(dataFolder, slug, 'gulou.sqlite')))
  if (kept.length === 1 && kept[0] !== undefined) return openKeptTown(kept[0], settings)
  throw new UsageError(
    kept.length === 0
      ? `nothing was crawled into ${dataFolder} yet: run "gulou crawl --once" first, or set GULOU_DATA`
      : `${dataFolder} holds ${kept.sort().join(', ')}: say which with --town`,
  )
}

function readUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new UsageError(`--url ${url}: give the address of the site`)
  return url.replace(/\/+$/, '')
}
