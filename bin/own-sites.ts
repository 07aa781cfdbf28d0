import { join } from 'node:path'
import { type OpenSites, openSites } from '../crawler/site/open-sites.ts'
import type { Clock } from '../domain/ports.ts'
import { firstDayOf, type OpenTown } from './open-town.ts'

export interface OwnSites {
  /** `host:port` of each site's address → where it listens. */
  dial: Record<string, string>
  /** True when the sites listen on the port that their addresses name, so that a browser finds them too. */
  reachable: boolean
  close(): Promise<void>
}

const NONE: OwnSites = { dial: {}, reachable: true, close: async () => undefined }

/**
 * Opens the web sites of a made-up town; does nothing for a real one. With `anyPort` a free port serves as well,
 * otherwise the town's own port is tried first (decision 002).
 */
export async function openOwnSites(open: OpenTown, clock: Clock, anyPort = false): Promise<OwnSites> {
  const { town, folder } = open
  if (!town.site) return NONE
  const options = { firstDay: await firstDayOf(open, clock.now()), zone: town.timeZone, now: () => clock.now() }
  const at = (port: number) => openSites(join(folder, 'site'), { ...options, port })
  const sites = anyPort ? await at(0) : await at(town.site.port).catch((error) => onOtherPort(error, () => at(0)))
  const places = town.sources.flatMap((source) => source.private ?? [])
  return {
    dial: Object.fromEntries(places.map((place) => [place, `127.0.0.1:${sites.port}`])),
    reachable: sites.port === town.site.port,
    close: () => sites.close(),
  }
}

function onOtherPort(error: NodeJS.ErrnoException, retry: () => Promise<OpenSites>): Promise<OpenSites> {
  if (error.code !== 'EADDRINUSE') throw error
  return retry()
}
