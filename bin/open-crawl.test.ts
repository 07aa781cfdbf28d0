import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { systemClock } from '../crawler/config.ts'
import type { Exchange } from '../crawler/fetch/exchange.ts'
import { RunHangs } from '../crawler/watchdog.ts'
import { closingAll } from './closing.ts'
import { openCrawl } from './open-crawl.ts'
import { openTown } from './open-town.ts'

const made: string[] = []
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true })
})

/** Never answers and hears no signal: what a bug in a client would do. */
const deaf = (network: Exchange): Exchange => ({
  ask: () => new Promise(() => undefined),
  close: () => network.close(),
})

it('F26 a run that hangs in something deaf is ended, and the process lives on', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'gulou-test-'))
  made.push(dataFolder)
  const settings = { config: { dataFolder, port: 0, logLevel: 'silent' }, clock: systemClock() }
  await closingAll(async (later) => {
    const open = await openTown('sample', settings)
    later(() => open.db.close())
    const ready = await openCrawl(open, settings, { wrap: deaf, json: true, stillMs: 300 }, later)
    await expect(ready.crawl({})).rejects.toBeInstanceOf(RunHangs)
  })
}, 20_000)
