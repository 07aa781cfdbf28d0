/** The connection to the shared queue's Redis, tried before anything is started. */
import { Redis } from 'ioredis'

/** Redis cannot be used. The message is one line for the operator, without the password of the address. */
class QueueDown extends Error {
  override name = 'QueueDown'
}

const CONNECT_MS = 5_000

/** Throws QueueDown when it does not answer. Once it did, later breaks are waited out. */
export async function openRedis(url: string): Promise<Redis> {
  let open = false
  let last = ''
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_MS,
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (open ? Math.min(times * 200, 5_000) : null),
  })
  redis.on('error', (error: NodeJS.ErrnoException) => {
    last = error.code ?? error.message
  })
  try {
    await redis.connect()
    await redis.ping()
  } catch (cause) {
    redis.disconnect()
    const { hostname, port } = new URL(url)
    const why = last || (cause instanceof Error ? cause.message : String(cause))
    throw new QueueDown(`QUEUE_URL: Redis at ${hostname}:${port || 6379} cannot be used: ${why}`, { cause })
  }
  open = true
  return redis
}
