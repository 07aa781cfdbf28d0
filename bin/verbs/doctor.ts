import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { diagnose, type Finding } from '../../crawler/doctor.ts'
import { loadTown } from '../../crawler/town-folder.ts'
import type { SourceHealth } from '../../domain/api.ts'
import { listSources } from '../../index-config/store/sources.ts'
import { EXIT, print } from '../exit.ts'
import { openTown } from '../open-town.ts'
import { DEFAULT_TOWN, readSettings } from '../settings.ts'

interface Options {
  town?: string
  json?: boolean
}

const MARKS: Record<Finding['level'], string> = { ok: '✓', off: '–', attention: '!', broken: '✗' }

/** Answers 1 when something is broken. Looks only; makes no database where there is none. */
export async function doctor(_args: string[], { town: name = DEFAULT_TOWN, json }: Options): Promise<number> {
  const settings = readSettings()
  const town = await loadTown(name)
  const crawled = existsSync(join(settings.config.dataFolder, town.slug, 'gulou.sqlite'))
  const health = crawled ? await healthOf(name) : []
  const findings = diagnose({ town, health, contact: settings.config.contact })
  for (const finding of findings) {
    const { level, about, message } = finding
    print(json ? JSON.stringify(finding) : `${MARKS[level]} ${about}: ${message}`)
  }
  return findings.some(({ level }) => level === 'broken') ? EXIT.failed : EXIT.ok
}

async function healthOf(name: string): Promise<SourceHealth[]> {
  const settings = readSettings()
  const { db } = await openTown(name, settings)
  const health = await listSources(db, settings.clock.now())
  db.close()
  return health
}
