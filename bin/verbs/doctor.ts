import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { diagnose, type Examined, type Finding } from '../../crawler/doctor.ts'
import { readTown } from '../../crawler/town-folder.ts'
import { openSqlite, pendingMigrations } from '../../index-config/adapters/node-sqlite.ts'
import { listSources } from '../../index-config/store/sources.ts'
import { EXIT, print } from '../exit.ts'
import { DATABASE, MIGRATIONS } from '../open-town.ts'
import { DEFAULT_TOWN, readSettings, type Settings } from '../settings.ts'

interface Options {
  town?: string
  json?: boolean
}

const MARKS: Record<Finding['level'], string> = { ok: '✓', off: '–', attention: '!', broken: '✗' }

/** Answers 1 when something is broken. Looks only: makes no database where there is none, and changes none. */
export async function doctor(_args: string[], { town: name = DEFAULT_TOWN, json }: Options): Promise<number> {
  const settings = readSettings()
  const { town, refused } = await readTown(name)
  const kept = await lookInto(join(settings.config.dataFolder, town.slug, DATABASE), settings)
  const findings = diagnose({ town, refused, ...kept, contact: settings.config.contact })
  for (const finding of findings) {
    const { level, about, message } = finding
    print(json ? JSON.stringify(finding) : `${MARKS[level]} ${about}: ${message}`)
  }
  return findings.some(({ level }) => level === 'broken') ? EXIT.failed : EXIT.ok
}

/** Of a database that is not of this version only that can be said. */
async function lookInto(file: string, { clock }: Settings): Promise<Pick<Examined, 'health' | 'pending'>> {
  if (!existsSync(file)) return { health: [], pending: [] }
  const db = openSqlite(file, { readOnly: true })
  try {
    const pending = await pendingMigrations(db, ...MIGRATIONS)
    return { health: pending.length > 0 ? [] : await listSources(db, clock.now()), pending }
  } finally {
    db.close()
  }
}
