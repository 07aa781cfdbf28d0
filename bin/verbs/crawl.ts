import type { FetcherOptions } from '../../crawler/fetch/fetcher.ts'
import { createHostMemory } from '../../crawler/fetch/host-memory.ts'
import { printReport } from '../../crawler/report.ts'
import { crawlOnce, exitCodeOf, type RunReport } from '../../crawler/run.ts'
import { recordTo } from '../../crawler/warc/record.ts'
import { replayFrom } from '../../crawler/warc/replay.ts'
import type { Clock } from '../../domain/ports.ts'
import { expireDue } from '../../index-config/store/expiry.ts'
import { crawlDeps } from '../crawl-deps.ts'
import { print, UsageError, untilAsked } from '../exit.ts'
import { openTown } from '../open-town.ts'
import { openOwnSites } from '../own-sites.ts'
import { readSettings, type Settings } from '../settings.ts'
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
  const settings = forReplay(readSettings(), options)
  const signal = untilAsked()
  const open = await openTown(options.town ?? 'sample', settings)
  const { slug, sources } = open.town
  if (options.source !== undefined && !sources.some((source) => source.slug === options.source))
    throw new UsageError(
      `${slug} has no source ${options.source}; it has: ${sources.map((one) => one.slug).join(', ')}`,
    )
  const sites = options.replay ? undefined : await openOwnSites(open, settings.clock, true)
  const wrap = await wrapFor(options, settings.clock)
  const network = options.replay ? { wrap, memory: createHostMemory() } : { dial: sites?.dial, wrap }
  const deps = await crawlDeps(open, settings, network)
  try {
    if (!options.once && !options.record && !options.replay) return await crawlByTheClock(deps, signal)
    const report = await crawlOnce(deps, { source: options.source, all: options.all, signal })
    await expireDue(open.db, open.engine, settings.clock.now())
    tell(report, options.json ?? false)
    return exitCodeOf(report)
  } finally {
    await deps.fetcher.close()
    await sites?.close()
    open.db.close()
  }
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

async function wrapFor({ record, replay }: Options, clock: Clock): Promise<FetcherOptions['wrap']> {
  if (record) return recordTo(record, () => clock.now())
  if (!replay) return undefined
  const recording = await replayFrom(replay)
  return () => recording
}
