import { join } from 'node:path'
import type { RunningServer } from '../../worker/node.ts'
import { startServer } from '../../worker/node.ts'
import { aborted, EXIT, print, untilAsked } from '../exit.ts'
import { type OpenTown, openTown } from '../open-town.ts'
import { ROOT, readSettings, type Settings, VERSION } from '../settings.ts'

const ASSETS = join(ROOT, 'web/public')

export async function serve(_args: string[], { town = 'sample' }: { town?: string }): Promise<number> {
  const settings = readSettings()
  const signal = untilAsked()
  const open = await openTown(town, settings)
  const server = await serveTown(open, settings)
  print(`Ready ${server.url}`)
  await aborted(signal)
  await server.close()
  open.db.close()
  return EXIT.ok
}

/** Rejects when the port is taken. */
export function serveTown({ db, engine }: OpenTown, { config, clock }: Settings): Promise<RunningServer> {
  return startServer({ db, engine, version: VERSION, port: config.port, assetsFolder: ASSETS, now: () => clock.now() })
}
