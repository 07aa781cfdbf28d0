/** What the operator sets, read once by the entry and passed down. Nothing else looks at the environment. */
import { resolve } from 'node:path'
import type { Clock } from '../domain/ports.ts'
import { DEFAULT_LIMITS, type Limits, type Source, type Town } from '../domain/town.ts'
import { readServerUrl } from '../index-config/engines/meili/address.ts'
import { isRobotsName } from './fetch/robots-rules.ts'

export interface Config {
  /** Folder of the database; made when absent. */
  dataFolder: string
  /** Address or mail of the operator, for the User-Agent. */
  contact?: string
  /** Where the clock starts; real time when absent. */
  startAt?: Date
  port: number
  logLevel: string
  /** Redis through which several crawlers share the work; alone when absent. */
  queueUrl?: string
  /** Meilisearch server that searches beside the index in the database; none when absent. */
  meiliUrl?: string
  /** May search the town's index; for whoever serves. */
  meiliSearchKey?: string
  /** May write it and make it anew; for whoever crawls. */
  meiliWriteKey?: string
  /** True: nothing but plain lines, whatever the terminal can do. */
  plain?: boolean
}

/** Settings that cannot be used; `problems` has one line per setting. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  readonly problems: string[]
  constructor(problems: string[]) {
    super(`settings cannot be used:\n${problems.map((line) => `  ${line}`).join('\n')}`)
    this.problems = problems
  }
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

interface Setting {
  name: string
  field: keyof Config
  /** As it would stand in the environment. */
  fallback?: string
  /** Throws a sentence that says what would be right. */
  read(text: string): Config[keyof Config]
}

const SETTINGS: Setting[] = [
  { name: 'GULOU_DATA', field: 'dataFolder', fallback: '.gulou', read: (text) => resolve(text) },
  { name: 'GULOU_CONTACT', field: 'contact', read: readContact },
  { name: 'GULOU_NOW', field: 'startAt', read: readInstant },
  { name: 'PORT', field: 'port', fallback: '8787', read: readPort },
  { name: 'LOG_LEVEL', field: 'logLevel', fallback: 'warn', read: readLevel },
  { name: 'QUEUE_URL', field: 'queueUrl', read: readQueueUrl },
  { name: 'MEILI_URL', field: 'meiliUrl', read: readServerUrl },
  { name: 'MEILI_SEARCH_KEY', field: 'meiliSearchKey', read: (text) => text },
  { name: 'MEILI_WRITE_KEY', field: 'meiliWriteKey', read: (text) => text },
  { name: 'NO_COLOR', field: 'plain', read: () => true },
]

/** An empty setting counts as absent. Throws ConfigError with all problems at once. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = []
  const entries = SETTINGS.map(({ name, field, fallback, read }) => {
    const text = env[name]?.trim() || fallback
    try {
      return [field, text === undefined ? undefined : read(text)] as const
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      return [field, undefined] as const
    }
  })
  if (problems.length > 0) throw new ConfigError(problems)
  return Object.fromEntries(entries) as unknown as Config
}

function readContact(text: string): string {
  if (/[\r\n()]/.test(text) || !/^(https?:\/\/\S+|(mailto:)?[^\s@]+@[^\s@]+)$/.test(text))
    throw new Error('must be a web address or a mail address of the operator')
  return text
}

function readInstant(text: string): Date {
  const instant = new Date(text)
  if (Number.isNaN(instant.getTime())) throw new Error('must be an ISO time such as 2026-11-22T08:00:00+08:00')
  return instant
}

function readPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new Error('must be a port from 0 to 65535')
  return port
}

/** The address itself is not repeated: it may hold a password. */
function readQueueUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['redis:', 'rediss:'].includes(url.protocol) || url.hostname === '')
    throw new Error('must be the address of a Redis server, such as redis://127.0.0.1:6379')
  return text
}

function readLevel(text: string): string {
  if (!LOG_LEVELS.includes(text)) throw new Error(`must be one of ${LOG_LEVELS.join(', ')}`)
  return text
}

/** Its lower case is the name that a robots.txt can address. */
const PRODUCT = 'Gulou'

/**
 * `Gulou/<version> (+<contact>)`. Whoever is crawled must be able to ask who we are, so without a contact nothing
 * starts but a town whose sites are all on this machine. Throws ConfigError, also for a product that no robots.txt could
 * name.
 */
export function userAgentFor(
  version: string,
  contact: string | undefined,
  town: Town,
  product: string = PRODUCT,
): string {
  if (!isRobotsName(product)) throw new ConfigError([`${product}: no robots.txt can name it`])
  if (contact !== undefined) return `${product}/${version} (+${contact})`
  if (!isLocalTown(town))
    throw new ConfigError([
      'GULOU_CONTACT: must be set to crawl: it tells a site whom to ask (a web address or a mail address)',
    ])
  return `${product}/${version} (+http://localhost/)`
}

/** True when every source is its own private place on this machine. */
export function isLocalTown(town: Town): boolean {
  return town.sources.length > 0 && town.sources.every(isLocalSource)
}

function isLocalSource(source: Source): boolean {
  const place = source.private
  if (place === undefined || !/^([^:]*\.)?localhost:\d+$|^127\.\d+\.\d+\.\d+:\d+$/.test(place)) return false
  const urls = [source.home, ...source.lists.map((list) => list.url)]
  return source.hosts.length === 0 && urls.every((url) => new URL(url).host === place)
}

/** The limits of RELIABILITY section 5 with what the town overrides. */
export function limitsOf(town: Town): Limits {
  return { ...DEFAULT_LIMITS, ...town.limits }
}

/**
 * Real time, or time that started at `startAt` when this was called and runs on from there. `ticks` does not jump when
 * the machine's clock is set.
 */
export function systemClock(startAt?: Date): Clock & { ticks(): number } {
  const offsetMs = startAt === undefined ? 0 : startAt.getTime() - Date.now()
  return { now: () => new Date(Date.now() + offsetMs), ticks: () => performance.now(), sleep }
}

/** Never shorter than asked: timers may be early by a millisecond. Rejects with the signal's reason. */
function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const stop = () => {
      clearTimeout(timer)
      fail(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      done()
    }, Math.ceil(ms) + 1)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
