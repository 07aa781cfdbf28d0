/** `gulou serve` or `gulou start` as a child process on a free port. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { type CliEnv, type CliRun, startCli, textOf } from './cli.ts'

export interface Serving {
  url: string
  child: ChildProcess
  /** Asks it to end, as a service manager does. */
  stop(): Promise<CliRun>
}

/** Resolves at `Ready`. Throws what the program said when it ends before. */
export async function startServing(args: string[], env: CliEnv): Promise<Serving> {
  const child = startCli(args, { PORT: '0', ...env })
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)]
  const ended = once(child, 'close') as Promise<[number | null]>
  const ready = new Promise<string>((resolve) => {
    child.stdout?.on('data', () => {
      const [, url] = /^Ready (\S+)$/m.exec(stdout.text) ?? []
      if (url !== undefined) resolve(url)
    })
  })
  const died = ended.then(([code]) => {
    throw new Error(`gulou ${args.join(' ')} ended with ${code}: ${stderr.text}`)
  })
  const url = await Promise.race([ready, died])
  return {
    url,
    child,
    async stop() {
      child.kill('SIGTERM')
      const [code] = await ended
      return { code, stdout: stdout.text, stderr: stderr.text }
    },
  }
}
