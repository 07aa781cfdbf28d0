import { open as openFile } from 'node:fs/promises'
import type { FetcherOptions } from '../../crawler/fetch/fetcher.ts'
import { createHostMemory } from '../../crawler/fetch/host-memory.ts'
import { formatProblem } from '../../crawler/problems.ts'
import { printReport } from '../../crawler/report.ts'
import { exitCodeOf, type RunReport } from '../../crawler/run.ts'
import { recordTo } from '../../crawler/warc/record.ts'
import { replayFrom } from '../../crawler/warc/replay.ts'
import { guardEventLoop } from '../../crawler/watchdog.ts'
import type { Clock } from '../../domain/ports.ts'
import { expireDue } from '../../index-config/store/expiry.ts'
import { closingAll } from '../closing.ts'
import { EXIT, print, UsageError, untilAsked } from '../exit.ts'
import { openCrawl } from '../open-crawl.ts'
import { type OpenTown, openTown } from '../open-town.ts'
import { openOwnSites } from '../own-sites.ts'
import { DEFAULT_TOWN, readSettings, type Settings } from '../settings.ts'
import { crawlByTheClock } from './start.ts'

interface Options {
  town?: string
  source?: string
  once?: boolean
  all?: boolean
  record?: string
  replay?: string
  json?: boolean
}

export async function crawl(_args: string[], options: Options): Promise<number> {
  if (options.record && options.replay) throw new UsageError('--record and --replay cannot go together')
  if (options.all && !isOneRun(options))
    throw new UsageError('--all goes with --once: by the clock only what is due is visited')
  const settings = forReplay(readSettings(), options)
  const signal = untilAsked()
  return closingAll(async (later) => {
    const open = await openTown(options.town ?? DEFAULT_TOWN, settings)
    later(() => open.db.close())
    checkSource(open, options.source)
    tellRefused(open)
    const wrap = await wrapFor(options, settings.clock)
    const sites = options.replay ? undefined : await openOwnSites(open, settings.clock, true)
    later(() => sites?.close())
    const alone = options.record !== undefined || options.replay !== undefined
    const network = options.replay ? { wrap, memory: createHostMemory() } : { dial: sites?.dial, wrap }
    const ready = await openCrawl(open, settings, { ...network, alone, json: options.json }, later)
    later(guardEventLoop())
    if (!isOneRun(options)) return crawlByTheClock(ready, signal, { source: options.source, json: options.json })
    const report = await ready.crawl({ source: options.source, all: options.all, signal })
    await expireDue(open.db, open.engine, settings.clock.now())
    tell(report, options.json ?? false)
    // Whoever asked it to end knows that not everything was read.
    if (signal.aborted) return EXIT.ok
    return open.refused.length > 0 ? EXIT.partial : exitCodeOf(report)
  })
}

/** A recording and a replay are of one run. */
function isOneRun({ once, record, replay }: Options): boolean {
  return once === true || record !== undefined || replay !== undefined
}

function checkSource({ town: { slug, sources } }: OpenTown, asked: string | undefined): void {
  if (asked === undefined || sources.some((source) => source.slug === asked)) return
  throw new UsageError(`${slug} has no source ${asked}; it has: ${sources.map((one) => one.slug).join(', ')}`)
}

/** A source whose file is wrong is not visited; the others are. */
export function tellRefused({ refused }: OpenTown): void {
  for (const { slug, problems } of refused)
    console.error(`gulou: source ${slug} is left out:\n${problems.map((one) => `  ${formatProblem(one)}`).join('\n')}`)
}

export function tell(report: RunReport, json: boolean): void {
  printReport(report, { json, stdout: (text) => print(text.trimEnd()), stderr: (text) => process.stderr.write(text) })
}

/** A recording has no host that could mind, so nothing is waited for, and what live hosts asked for does not count. */
function forReplay(settings: Settings, { replay }: Options): Settings {
  if (!replay) return settings
  const clock: Clock = { now: settings.clock.now, sleep: async () => undefined }
  return { ...settings, clock }
}

/** Told before the first request: a file that cannot be opened is no fault of a site. Throws UsageError. */
async function usable(file: string, how: 'r' | 'w'): Promise<void> {
  const handle = await openFile(file, how).catch((cause: Error) => {
    throw new UsageError(`${file} cannot be opened: ${cause.message}`, { cause })
  })
  await handle.close()
}

async function wrapFor({ record, replay }: Options, clock: Clock): Promise<FetcherOptions['wrap']> {
  if (record) {
    await usable(record, 'w')
    return recordTo(record, () => clock.now())
  }
  if (!replay) return undefined
  await usable(replay, 'r')
  const recording = await replayFrom(replay)
  return () => recording
}
