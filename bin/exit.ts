/** What the shell is told: 0 ok, 1 failed, 2 wrong use, 3 partial. */
export const EXIT = { ok: 0, failed: 1, wrongUse: 2, partial: 3 } as const

/** The user's mistake; its message says what to do, and no stack is shown. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Service managers kill after ten seconds at the soonest. */
const END_MS = 9_000

/**
 * Aborts when the process is asked to end, so that every verb can finish what it holds. A second request ends it at
 * once; what has not ended after nine seconds is ended with 1, since nothing is lost by it.
 */
export function untilAsked(): AbortSignal {
  const controller = new AbortController()
  const ask = () => {
    controller.abort()
    setTimeout(() => {
      console.error('gulou: could not end what it was doing in time')
      process.exit(EXIT.failed)
    }, END_MS).unref()
  }
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, ask)
  return controller.signal
}

/** Data goes to stdout; everything else to stderr. */
export function print(value: string): void {
  process.stdout.write(`${value}\n`)
}

/** Never ends early when the reader of a pipe has gone (`gulou … | head`). */
export function forgiveClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(EXIT.ok)
  })
}

export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
