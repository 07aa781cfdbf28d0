import { createLog } from '../../crawler/log.ts'
import { createServerPublishing } from '../../crawler/server-publishing.ts'
import { publishPending } from '../../index-config/store/outbox.ts'
import { addTakedown, listTakedowns, removeTakedown, type TakedownOrder } from '../../index-config/store/takedowns.ts'
import { EXIT, print, UsageError } from '../exit.ts'
import { type OpenTown, openTown } from '../open-town.ts'
import { mayPublish, readSettings, type Settings } from '../settings.ts'

type Options = Record<string, string | boolean | undefined>

/** Takes an address or the id of an item; it is hidden when this ends, and never fetched or kept again. */
export async function takedownAdd([what = '']: string[], { reason, who, town }: Options): Promise<number> {
  const order = (at: Date): TakedownOrder => ({
    ...(isAddress(what) ? { url: what } : { itemId: what }),
    reason: String(reason),
    who: String(who),
    at: at.toISOString(),
  })
  return withTown(town, async ({ db, engine }, settings) => {
    const now = settings.clock.now()
    print(JSON.stringify(await addTakedown(db, order(now))))
    // The rows hide it already; this takes it out of the index and its counts as well.
    await publishPending(db, engine, now)
    if (!mayPublish(settings)) return
    const log = createLog(settings.config.logLevel)
    await createServerPublishing({ db, engine, clock: settings.clock, log }).all()
  })
}

export async function takedownList(_args: string[], { json, town }: Options): Promise<number> {
  return withTown(town, async ({ db }) => {
    for (const takedown of await listTakedowns(db)) {
      const { url, itemId = '–', reason, who, at } = takedown
      print(json ? JSON.stringify(takedown) : [at, url, itemId, who, reason].join('\t'))
    }
  })
}

export async function takedownRemove([url = '']: string[], { town }: Options): Promise<number> {
  return withTown(town, async ({ db }) => {
    if (!(await removeTakedown(db, url)))
      throw new UsageError(`${url} is not taken down; "gulou takedown list" shows what is`)
  })
}

function isAddress(what: string): boolean {
  return /^[a-z]+:\/\//i.test(what)
}

async function withTown(
  town: Options[string],
  work: (open: OpenTown, settings: Settings) => Promise<void>,
): Promise<number> {
  const settings = readSettings()
  const open = await openTown(String(town), settings)
  try {
    await work(open, settings)
    return EXIT.ok
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message)
    throw error
  } finally {
    open.db.close()
  }
}
