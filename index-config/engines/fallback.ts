/**
 * Two engines as one: the search server answers, and the index in the database when the server cannot (RELIABILITY F19).
 * What the database takes, it takes in its own transaction; what the server is to have waits in `engine_outbox`.
 */
import type { Found, ItemQuery } from '../../domain/query.ts'
import type { Terms } from '../question.ts'
import { givenStatement } from '../store/engine-queue.ts'
import { EngineDown, type EngineState, QueryError, type RemoteEngine, type SearchEngine } from './engine.ts'
import type { SqlEngine } from './sql-engine.ts'

export interface PairedEngine extends SqlEngine {
  readonly remote: RemoteEngine
  state(): Promise<EngineState>
  isReplaced(): boolean
}

export function isPaired(engine: SearchEngine): engine is PairedEngine {
  return 'remote' in engine
}

export interface FallbackOptions {
  /** Milliseconds that only grow. */
  ticks?: () => number
  /** Told once when the server stops answering, and once when it answers again. */
  onTurn?: (state: 'ok' | 'down', cause?: unknown) => void
}

const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 60_000
/** So long an index that was found ready is taken for ready. */
const READY_MS = 30_000

/** One reader in each pause waits for the server's time limit; all others are answered by the database at once. */
export function withFallback(sql: SqlEngine, remote: RemoteEngine, options: FallbackOptions = {}): PairedEngine {
  const circuit = createCircuit(remote, options)
  return {
    ...sql,
    name: remote.name,
    remote,
    search: async (query, at, terms) => {
      const found = await circuit.ask(() => remote.search(query, at, terms))
      return found ?? inPlace(sql, query, at, terms)
    },
    publishStatements: async (items, at, choice) => [
      givenStatement(remote),
      ...(await sql.publishStatements(items, at, choice)),
    ],
    state: () => circuit.look(),
    isReplaced: () => circuit.isOpen(),
  }
}

async function inPlace(sql: SqlEngine, query: ItemQuery, at: Date, terms?: Terms): Promise<Found> {
  return { ...(await sql.search(query, at, terms)), notice: 'engine_down' }
}

interface Circuit {
  /** Undefined when the server was not asked, or could not answer. Throws what is the asker's mistake. */
  ask(search: () => Promise<Found>): Promise<Found | undefined>
  look(): Promise<EngineState>
  /** From a failure until the server has answered again. */
  isOpen(): boolean
}

function createCircuit(remote: RemoteEngine, { ticks = () => performance.now(), onTurn }: FallbackOptions): Circuit {
  let failures = 0
  let closedUntil = Number.NEGATIVE_INFINITY
  let readyUntil = Number.NEGATIVE_INFINITY

  const fail = (cause: unknown) => {
    if (failures === 0) onTurn?.('down', cause)
    closedUntil = ticks() + Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS)
    readyUntil = Number.NEGATIVE_INFINITY
    failures += 1
  }
  const succeed = () => {
    if (failures > 0) onTurn?.('ok')
    failures = 0
    closedUntil = Number.NEGATIVE_INFINITY
  }
  const makeReady = async () => {
    if (ticks() < readyUntil) return
    if (!(await remote.isReady())) throw new EngineDown('the index on the server is not there, or of another analyser')
    readyUntil = ticks() + READY_MS
  }
  const attempt = async (search: () => Promise<Found>) => {
    // While one asks a server that has failed before, the others are not made to wait with it.
    if (failures > 0) closedUntil = ticks() + LONGEST_PAUSE_MS
    try {
      await makeReady()
      const found = await search()
      succeed()
      return found
    } catch (error) {
      if (error instanceof QueryError) throw error
      fail(error)
      return undefined
    }
  }
  return {
    isOpen: () => failures > 0,
    ask: async (search) => (ticks() < closedUntil ? undefined : attempt(search)),
    look: async () => {
      try {
        return (await remote.isReady()) ? 'ok' : 'stale'
      } catch {
        return 'down'
      }
    },
  }
}
