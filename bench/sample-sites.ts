/** Child process: serves the sample town's sites on a free port, so that serving costs neither side of a comparison. */
import { join } from 'node:path'
import { openSites } from '../crawler/site/open-sites.ts'
import { loadTown, townFolder } from '../crawler/town-folder.ts'

const town = await loadTown('sample')
const now = new Date(process.argv[2] ?? Date.now())
const sites = await openSites(join(townFolder('sample'), 'site'), {
  firstDay: now.toISOString().slice(0, 10),
  zone: town.timeZone,
  now: () => now,
  port: 0,
})
process.send?.(sites.port)
process.on('disconnect', () => process.exit(0))
