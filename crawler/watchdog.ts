/**
 * Ends what hangs. Two kinds: a run in which nothing moves (a promise that never settles) is told to stop; a process
 * whose event loop stands still cannot be told anything and is ended from a thread. Nothing is lost by either: what a
 * killed run leaves is picked up by the next.
 */
import { Worker } from 'node:worker_threads'

/** Longer than any pause, rest within a run, page or attachment may take. */
const STILL_MS = 10 * 60_000
const STUCK_MS = 120_000
const LOOKS = 10

export interface Watchdog {
  /** Aborts when nothing has moved for too long. */
  signal: AbortSignal
  /** Something moved. */
  moved(): void
  stop(): void
}

export class RunHangs extends Error {
  override name = 'RunHangs'
}

/** Time by a clock that does not jump. `onHang` is called once, before the signal. */
export function startWatchdog(onHang: (error: RunHangs) => void, stillMs = STILL_MS): Watchdog {
  const controller = new AbortController()
  let last = performance.now()
  const timer = setInterval(() => {
    if (performance.now() - last < stillMs) return
    clearInterval(timer)
    const error = new RunHangs(`nothing has moved for ${Math.round(stillMs / 1_000)} s: the run is ended`)
    onHang(error)
    controller.abort(error)
  }, stillMs / LOOKS)
  timer.unref()
  return {
    signal: controller.signal,
    moved() {
      last = performance.now()
    },
    stop: () => clearInterval(timer),
  }
}

/** Runs in the thread: one beat must follow another within the time it is given. */
const LISTENER = `
const { parentPort, workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')
let last = performance.now()
parentPort.on('message', () => { last = performance.now() })
setInterval(() => {
  if (performance.now() - last < workerData.stuckMs) return
  writeSync(2, JSON.stringify({ time: new Date().toISOString(), level: 'fatal', msg: 'the event loop stood still: the process is ended' }) + '\\n')
  process.kill(process.pid, 'SIGKILL')
}, workerData.stuckMs / 10)
`

/** Kills this process when its event loop stands still for too long. Answers how to call it off. */
export function guardEventLoop(stuckMs = STUCK_MS): () => Promise<void> {
  const thread = new Worker(LISTENER, { eval: true, execArgv: [], workerData: { stuckMs } })
  thread.unref()
  const beat = setInterval(() => thread.postMessage(undefined), stuckMs / LOOKS)
  beat.unref()
  return async () => {
    clearInterval(beat)
    await thread.terminate()
  }
}
