/** Looks the operator's town over: what is off and why, what keeps a crawl from starting, which source has fallen silent. */
import type { SourceHealth } from '../domain/api.ts'
import type { Source, Town } from '../domain/town.ts'
import { formatProblem } from './problems.ts'
import type { RefusedSource } from './town-folder.ts'

export interface Finding {
  /** `off` is a choice; `attention` wants a look; `broken` keeps the source or the crawl from working. */
  level: 'ok' | 'off' | 'attention' | 'broken'
  /** Slug of a source, or `town`. */
  about: string
  message: string
}

export interface Examined {
  town: Town
  /** Empty before the first crawl. */
  health: readonly SourceHealth[]
  /** Operator's contact for the User-Agent. */
  contact?: string
  /** Source files that are wrong. */
  refused?: readonly RefusedSource[]
  /** Migrations that the database still lacks. */
  pending?: readonly string[]
}

export function diagnose({ town, health, contact, refused = [], pending = [] }: Examined): Finding[] {
  return [
    ...diagnoseTown(town, contact),
    ...diagnoseDatabase(pending),
    ...refused.flatMap(({ slug, problems }) =>
      problems.map((problem): Finding => ({ level: 'broken', about: slug, message: formatProblem(problem) })),
    ),
    ...town.sources.map((source) => diagnoseSource(source, health)),
  ]
}

function diagnoseDatabase(pending: readonly string[]): Finding[] {
  if (pending.length === 0) return []
  const message = `the database lacks ${pending.join(', ')}: "gulou db migrate" or the next start brings it to this version`
  return [{ level: 'attention', about: 'database', message }]
}

function diagnoseTown(town: Town, contact: string | undefined): Finding[] {
  const on = town.sources.filter((source) => source.enabled && source.seen !== 'blocked')
  const about = 'town'
  const counted = `${town.regions.length} regions, ${town.categories.length} categories, ${on.length} of ${town.sources.length} sources on`
  const findings: Finding[] = [{ level: 'ok', about, message: `${town.slug}: ${counted}` }]
  if (on.length === 0)
    findings.push({
      level: 'attention',
      about,
      message: 'no source is on: read robots.txt and terms of one, then set "enabled": true in its file',
    })
  if (contact === undefined && on.some((source) => source.private === undefined))
    findings.push({
      level: 'broken',
      about,
      message:
        'GULOU_CONTACT is not set: give an address or mail that publishers can reach, no crawl starts without it',
    })
  return findings
}

const SEEN_WORDS: Record<Source['seen'], string> = {
  seen: 'address seen in a published page',
  unverified: 'address unverified',
  blocked: 'refuses crawlers',
}

function diagnoseSource(source: Source, health: readonly SourceHealth[]): Finding {
  const about = source.slug
  const why = source.note ?? 'no note says why'
  if (source.seen === 'blocked') return { level: 'off', about, message: `blocked: ${why}` }
  if (!source.enabled) return { level: 'off', about, message: `off (${SEEN_WORDS[source.seen]}): ${why}` }
  if (source.lists.length === 0) return { level: 'broken', about, message: 'on, but its file names no list' }
  const plain = [source.home, ...source.lists.map(({ url }) => url)].find((url) => url.startsWith('http:'))
  if (plain !== undefined && !source.allowHttp)
    return { level: 'broken', about, message: `${plain} is plain http: use https, or set "allowHttp": true` }
  return diagnoseHealth(
    about,
    health.find(({ slug }) => slug === about),
  )
}

const HEALTH_LEVEL: Record<SourceHealth['state'], Finding['level']> = {
  ok: 'ok',
  new: 'ok',
  paused: 'off',
  silent: 'attention',
  failing: 'attention',
  blocked: 'attention',
}

function diagnoseHealth(about: string, health: SourceHealth | undefined): Finding {
  if (!health || health.state === 'new') return { level: 'ok', about, message: 'on, not crawled yet' }
  const parts = [
    `${health.items} items`,
    `last good ${health.lastOkAt ?? 'never'}`,
    ...(health.lastError ? [`last error: ${health.lastError}`] : []),
  ]
  return { level: HEALTH_LEVEL[health.state], about, message: `${health.state}: ${parts.join(', ')}` }
}
