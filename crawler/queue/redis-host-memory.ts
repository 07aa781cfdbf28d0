/**
 * What is known of a host, shared by all crawlers of a town through Redis: who asks it now, its pace, its rest, its
 * robots.txt. Each write names the version it follows, so that of two that follow the same one only the first counts:
 * that is what keeps two crawlers off one host. The crawler's own database keeps a copy, since Redis may be emptied.
 */
import type { HostMemory, HostState } from '../fetch/host-memory.ts'

/** The part of a Redis client that this needs. */
export interface HashStore {
  hget(key: string, field: string): Promise<string | null>
  eval(script: string, keys: number, ...args: (string | number)[]): Promise<unknown>
}

/** A host that Redis knows nothing of takes any version: it may come out of a database. */
const REPLACE = `local kept = redis.call('hget', KEYS[1], 'version')
if kept and kept ~= ARGV[1] then return 0 end
redis.call('hset', KEYS[1], 'version', ARGV[2], 'state', ARGV[3])
return 1`

/** `prefix` keeps towns apart; `kept` is what this process remembers by itself. */
export function redisHostMemory(redis: HashStore, prefix: string, kept: HostMemory): HostMemory {
  const keyOf = (key: string) => `${prefix}:host:${key}`
  return {
    async get(key) {
      const state = await redis.hget(keyOf(key), 'state')
      return state === null ? kept.get(key) : (JSON.parse(state) as HostState)
    },
    async replace(key, version, state) {
      const done = await redis.eval(REPLACE, 1, keyOf(key), version, state.version ?? 0, JSON.stringify(state))
      if (done !== 1) return false
      await keepCopy(kept, key, state)
      return true
    },
  }
}

/** A copy that is newer stays: crawlers that share the database write theirs in any order. */
async function keepCopy(kept: HostMemory, key: string, state: HostState): Promise<void> {
  const before = await kept.get(key)
  if ((before?.version ?? 0) < (state.version ?? 0)) await kept.replace(key, before?.version ?? 0, state)
}
