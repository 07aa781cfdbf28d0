/**
 * A crawler on a queue whose sources are the columns of a host, two a host: in a town's folder no two sources may name
 * the same place of this machine. Arguments: folder of the town, environment as JSON.
 */
import { openCrawl } from '../../bin/open-crawl.ts'
import { openTown } from '../../bin/open-town.ts'
import { readConfig, systemClock } from '../../crawler/config.ts'
import { exitCodeOf } from '../../crawler/run.ts'

const [folder = '', env = '{}'] = process.argv.slice(2)
const config = readConfig(JSON.parse(env) as Record<string, string>)
const settings = { config, clock: systemClock(config.startAt) }
const open = await openTown(folder, settings)
// All first columns, then all second ones: whoever comes second finds hosts that the first is busy with.
const sources = [0, 1].flatMap((at) =>
  open.town.sources.map((source) => ({
    ...source,
    slug: `${source.slug}-${at}`,
    lists: source.lists.slice(at, at + 1),
  })),
)
const closers: (() => unknown)[] = []
const ready = await openCrawl({ ...open, town: { ...open.town, sources } }, settings, { json: true }, (close) =>
  closers.push(close),
)
const report = await ready.crawl({})
for (const close of closers.reverse()) await close()
open.db.close()
process.exitCode = exitCodeOf(report)
