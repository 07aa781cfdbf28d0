import { createLog } from '../../crawler/log.ts'
import { publishByTheClock } from '../../crawler/server-publishing.ts'
import type { RunningServer } from '../../worker/node.ts'
import { startServer } from '../../worker/node.ts'
import { closingAll } from '../closing.ts'
import { aborted, EXIT, print, UsageError, untilAsked } from '../exit.ts'
import { type OpenTown, openTown } from '../open-town.ts'
import { ASSETS, DEFAULT_TOWN, mayPublish, readSettings, type Settings, VERSION } from '../settings.ts'

export async function serve(_args: string[], { town = DEFAULT_TOWN }: { town?: string }): Promise<number> {
  const settings = readSettings()
  const signal = untilAsked()
  return closingAll(async (later) => {
    const open = await openTown(town, settings)
    later(() => open.db.close())
    const server = await serveTown(open, settings)
    later(() => server.close())
    if (mayPublish(settings)) {
      const log = createLog(settings.config.logLevel)
      const publishing = publishByTheClock({ ...open, clock: settings.clock, log })
      later(() => publishing.end())
    }
    print(`Ready ${server.url}`)
    await aborted(signal)
    return EXIT.ok
  })
}

/** Throws UsageError when the port is taken. */
export async function serveTown({ db, engine }: OpenTown, { config, clock }: Settings): Promise<RunningServer> {
  const options = { db, engine, version: VERSION, port: config.port, assetsFolder: ASSETS, now: () => clock.now() }
  return startServer(options).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EADDRINUSE') throw cause
    throw new UsageError(`port ${config.port} is taken: set PORT to a free one`, { cause })
  })
}
