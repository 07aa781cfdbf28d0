import { instantOf } from '../../domain/dates.ts'
import { KINDS, type Kind } from '../../domain/item.ts'
import type { PinScope } from '../../domain/pin.ts'
import type { Town } from '../../domain/town.ts'
import { addPin, listPins, PinError, removePin } from '../../index-config/store/pins.ts'
import { EXIT, print, UsageError } from '../exit.ts'
import { type OpenTown, openTown } from '../open-town.ts'
import { readSettings } from '../settings.ts'

type Options = Record<string, string | boolean | undefined>

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000

export async function pinAdd([itemId = '']: string[], options: Options): Promise<number> {
  return withTown(options, async ({ db, town }, now) => {
    const order = Number(options.order)
    if (!Number.isInteger(order)) throw new UsageError('--order takes a whole number')
    const pin = await addPin(db, {
      itemId,
      scope: readScope(options, town),
      order,
      from: options.from === undefined ? now.toISOString() : readMoment('from', String(options.from), town),
      until: readMoment('until', String(options.until), town, 1),
      reason: String(options.reason),
      who: String(options.who),
    })
    print(JSON.stringify(pin))
    return EXIT.ok
  })
}

export async function pinList(_args: string[], options: Options): Promise<number> {
  return withTown(options, async ({ db }) => {
    for (const pin of await listPins(db)) {
      const scope = Object.values(pin.scope).join(' ') || 'whole town'
      const { pinId, order, itemId, from, until, reason, who } = pin
      print(options.json ? JSON.stringify(pin) : [pinId, order, itemId, scope, from, until, who, reason].join('\t'))
    }
    return EXIT.ok
  })
}

export async function pinRemove([number = '']: string[], options: Options): Promise<number> {
  return withTown(options, async ({ db }) => {
    if (!/^\d+$/.test(number) || !(await removePin(db, Number(number))))
      throw new UsageError(`there is no pin ${number}; "gulou pin list" shows them`)
    return EXIT.ok
  })
}

async function withTown(options: Options, work: (open: OpenTown, now: Date) => Promise<number>): Promise<number> {
  const settings = readSettings()
  const open = await openTown(String(options.town), settings)
  try {
    return await work(open, settings.clock.now())
  } catch (error) {
    if (error instanceof PinError) throw new UsageError(error.message)
    throw error
  } finally {
    open.db.close()
  }
}

function readScope({ kind, region, category }: Options, town: Town): PinScope {
  const known = (name: string, value: string, all: readonly string[]) => {
    if (!all.includes(value)) throw new UsageError(`--${name} ${value} is not known here; one of: ${all.join(', ')}`)
    return value
  }
  return {
    ...(typeof kind === 'string' && { kind: known('kind', kind, KINDS) as Kind }),
    ...(typeof region === 'string' &&
      region !== town.root && {
        region: known(
          'region',
          region,
          town.regions.map(({ code }) => code),
        ),
      }),
    ...(typeof category === 'string' && {
      category: known(
        'category',
        category,
        town.categories.map(({ id }) => id),
      ),
    }),
  }
}

/** An instant with its offset, or a day of the town; `daysOn` 1 makes a day count to its end. */
function readMoment(name: string, value: string, town: Town, daysOn = 0): string {
  try {
    const at = instantOf(value, town.timeZone).getTime() + (DAY.test(value) ? daysOn * DAY_MS : 0)
    return new Date(at).toISOString()
  } catch (cause) {
    throw new UsageError(`--${name} ${value}: give a day (2026-11-27) or an ISO time with its offset`, { cause })
  }
}
