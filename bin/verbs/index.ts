import { rebuild } from '../../index-config/rebuild.ts'
import { verify } from '../../index-config/verify.ts'
import { EXIT, print } from '../exit.ts'
import { openTown } from '../open-town.ts'
import { DEFAULT_TOWN, readSettings } from '../settings.ts'

interface Options {
  town?: string
  json?: boolean
}

export async function indexRebuild(_args: string[], { town = DEFAULT_TOWN }: Options): Promise<number> {
  const settings = readSettings()
  const { db, engine } = await openTown(town, settings)
  print(`${await rebuild(db, engine, settings.clock.now())} items indexed`)
  db.close()
  return EXIT.ok
}

export async function indexVerify(_args: string[], { town = DEFAULT_TOWN, json }: Options): Promise<number> {
  const settings = readSettings()
  const { db, engine } = await openTown(town, settings)
  const found = await verify(db, engine)
  db.close()
  print(json ? JSON.stringify(found) : describe(found))
  return found.ok ? EXIT.ok : EXIT.failed
}

function describe(found: object): string {
  return Object.entries(found)
    .map(([name, value]) => `${name}\t${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join('\n')
}
