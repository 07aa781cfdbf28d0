import { readTown } from '../../crawler/town-folder.ts'
import {
  EngineDown,
  RebuildRefused,
  type RemoteEngine,
  type SettingDifference,
} from '../../index-config/engines/engine.ts'
import { isPaired } from '../../index-config/engines/fallback.ts'
import { openMeili } from '../../index-config/engines/meili/client.ts'
import { makeKeys, tenantToken } from '../../index-config/engines/meili/keys.ts'
import { indexOf } from '../../index-config/engines/meili/meili-engine.ts'
import { RebuildOvertaken, rebuild } from '../../index-config/rebuild.ts'
import { rebuildServer } from '../../index-config/store/engine-outbox.ts'
import { verify } from '../../index-config/verify.ts'
import { EXIT, print, UsageError } from '../exit.ts'
import { type OpenTown, openTown } from '../open-town.ts'
import { DEFAULT_TOWN, readMasterKey, readSettings, type Settings } from '../settings.ts'

interface Options {
  town?: string
  json?: boolean
  engine?: string
  tenant?: boolean
}

const ENGINES = ['sql', 'meilisearch', 'all']

/** What an engine does; the index in the database has no settings, so it has nothing to apply. */
export async function indexApply(_args: string[], options: Options): Promise<number> {
  return withTown(options, async ({ remote }) => {
    const changed = await serverOf(remote).apply()
    tell(options, { changed }, changed.length === 0 ? 'nothing to change' : changed.map(lineOf).join('\n'))
    return EXIT.ok
  })
}

/** Answers 1 when something differs. */
export async function indexDiff(_args: string[], options: Options): Promise<number> {
  return withTown(options, async ({ remote }) => {
    const differences = await serverOf(remote).differences()
    tell(options, { differences }, differences.length === 0 ? 'no difference' : differences.map(lineOf).join('\n'))
    return differences.length === 0 ? EXIT.ok : EXIT.failed
  })
}

export async function indexRebuild(_args: string[], options: Options): Promise<number> {
  const { engine: which = 'all' } = options
  if (!ENGINES.includes(which)) throw new UsageError(`--engine is one of ${ENGINES.join(', ')}`)
  return withTown(options, async ({ db, engine, remote, now }) => {
    const made: Record<string, number> = {}
    if (which !== 'meilisearch') made.sql = await rebuild(db, engine, now)
    if (which === 'meilisearch' || (which === 'all' && remote !== undefined))
      made.meilisearch = await rebuildServer(db, serverOf(remote), now)
    const lines = Object.entries(made).map(([name, items]) => `${name}: ${items} items indexed`)
    tell(options, made, lines.join('\n'))
    return EXIT.ok
  })
}

export async function indexVerify(_args: string[], options: Options): Promise<number> {
  return withTown(options, async ({ db, engine, remote }) => {
    const found = await verify(db, engine)
    const server = await remote?.verify()
    const whole = { ...found, ...(server && { ok: found.ok && server.problems.length === 0, server }) }
    tell(options, whole, describe(whole))
    return whole.ok ? EXIT.ok : EXIT.failed
  })
}

/** Needs the master key, which is asked for here and nowhere else. */
export async function indexKeys(
  _args: string[],
  { town: name = DEFAULT_TOWN, json, tenant }: Options,
): Promise<number> {
  const { meiliUrl: url } = readSettings().config
  const key = readMasterKey()
  if (url === undefined || key === undefined)
    throw new UsageError('set MEILI_URL, and MEILI_MASTER_KEY for this one command')
  const { town } = await readTown(name)
  const [admin, index] = [openMeili({ url, key }), indexOf(town)]
  return orFailed(async () => {
    const { searchKey, writeKey } = await makeKeys(admin, index)
    const MEILI_SEARCH_KEY = tenant ? await tenantToken(admin, { index, town: town.slug }) : searchKey
    const keys = { MEILI_SEARCH_KEY, MEILI_WRITE_KEY: writeKey }
    print(
      json
        ? JSON.stringify(keys)
        : Object.entries(keys)
            .map(([setting, value]) => `${setting}=${value}`)
            .join('\n'),
    )
    return EXIT.ok
  })
}

interface Opened extends Pick<OpenTown, 'db' | 'engine'> {
  remote: RemoteEngine | undefined
  now: Date
}

async function withTown({ town = DEFAULT_TOWN }: Options, work: (opened: Opened) => Promise<number>): Promise<number> {
  const settings: Settings = readSettings()
  const { db, engine } = await openTown(town, settings)
  const remote = isPaired(engine) ? engine.remote : undefined
  try {
    return await orFailed(() => work({ db, engine, remote, now: settings.clock.now() }))
  } finally {
    db.close()
  }
}

/** What an operator can act on is said without a stack. */
async function orFailed(work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof EngineDown || error instanceof RebuildRefused || error instanceof RebuildOvertaken))
      throw error
    console.error(`gulou: ${error.message}`)
    return EXIT.failed
  }
}

/** Throws UsageError where none is set. */
function serverOf(remote: RemoteEngine | undefined): RemoteEngine {
  if (remote === undefined) throw new UsageError('no search server is set: MEILI_URL names one')
  return remote
}

function lineOf({ setting, is, should, reason }: SettingDifference): string {
  return `${setting}: ${JSON.stringify(is)} → ${JSON.stringify(should)}\n  ${reason}`
}

function tell({ json }: Options, value: unknown, text: string): void {
  print(json ? JSON.stringify(value) : text)
}

function describe(found: object): string {
  return Object.entries(found)
    .map(([name, value]) => `${name}\t${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join('\n')
}
