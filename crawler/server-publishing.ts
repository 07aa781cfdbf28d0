/** What waits for the search server, published by time and beside the crawl: it holds up neither pages nor the database. */
import { isPaired } from '../index-config/engines/fallback.ts'
import { engineOutbox, publishToServer } from '../index-config/store/engine-outbox.ts'
import type { CrawlDeps } from './steps/visit.ts'

export interface ServerPublishing {
  /** Something waits: published now, or with what comes until the pause is over. */
  soon(): void
  /** Publishes what waits, whatever the pause. Never rejects. */
  all(): Promise<void>
  /** Waits a moment for what is under way; what is cut short is published again. */
  end(): Promise<void>
}

type PublishingDeps = Pick<CrawlDeps, 'db' | 'engine' | 'clock' | 'log'>

const PAUSE_MS = 5_000
/** Whoever is asked to end has ten seconds for everything. */
const LAST_MS = 2_000

/** Does nothing where no server is set. */
export function createServerPublishing(
  { db, engine, clock, log }: PublishingDeps,
  pauseMs = PAUSE_MS,
): ServerPublishing {
  if (!isPaired(engine)) return { soon: () => undefined, all: async () => undefined, end: async () => undefined }
  const { remote } = engine
  let running: Promise<void> | undefined
  let notBefore = Number.NEGATIVE_INFINITY

  const publish = async () => {
    try {
      const { refused, rebuilt, down, waiting } = await publishToServer(db, remote, clock.now())
      if (rebuilt !== undefined) log.info({ items: rebuilt }, 'the index on the search server was made anew')
      for (const { id, why } of refused)
        log.error({ itemId: id, cause: why }, 'the search server will not take this item')
      if (down !== undefined)
        log.warn({ cause: down, waiting }, 'the search server is not up to date; what waits is tried again')
    } catch (error) {
      log.error({ cause: String(error) }, 'publishing to the search server failed; what waits is tried again')
    }
  }
  const start = () => {
    running = publish().finally(() => {
      notBefore = clock.now().getTime() + pauseMs
      running = undefined
    })
    return running
  }
  return {
    soon: () => {
      if (running === undefined && clock.now().getTime() >= notBefore) void start()
    },
    all: async () => {
      await running
      await start()
    },
    end: async () => {
      if (running !== undefined) await Promise.race([running, clock.sleep(LAST_MS)])
    },
  }
}

/** For a process that only serves: what others left waiting, whatever they know of a server, is brought there. */
export function publishByTheClock(deps: PublishingDeps, pauseMs = PAUSE_MS): Pick<ServerPublishing, 'end'> {
  const publishing = createServerPublishing(deps, pauseMs)
  if (!isPaired(deps.engine)) return publishing
  const look = async () => {
    if ((await engineOutbox(deps.db)).waiting > 0) publishing.soon()
  }
  const onFailure = (error: unknown) =>
    deps.log.error({ cause: String(error) }, 'what waits for the search server cannot be read; it is looked for again')
  const timer = setInterval(() => void look().catch(onFailure), pauseMs)
  return {
    end: () => {
      clearInterval(timer)
      return publishing.end()
    },
  }
}
