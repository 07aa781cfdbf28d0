/** The built command line as a child process: what an operator meets, exit code and both streams. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../bin/gulou.js', import.meta.url))
if (!existsSync(new URL('../../dist/gulou.js', import.meta.url))) throw new Error('run "npm run build" first')

/** Nothing of the caller's own settings gets through. */
export interface CliEnv {
  GULOU_DATA: string
  GULOU_NOW?: string
  GULOU_CONTACT?: string
  PORT?: string
  LOG_LEVEL?: string
  QUEUE_URL?: string
  NODE_OPTIONS?: string
}

export interface CliRun {
  code: number | null
  stdout: string
  stderr: string
}

export function startCli(args: string[], env: CliEnv): ChildProcess {
  const { PATH } = process.env
  return spawn(process.execPath, [PROGRAM, ...args], { env: { PATH, ...env }, stdio: 'pipe' })
}

/** Collects what a stream says, whole once the child has closed it. */
export function textOf(stream: NodeJS.ReadableStream | null): { text: string } {
  const said = { text: '' }
  stream?.setEncoding('utf8').on('data', (part: string) => {
    said.text += part
  })
  return said
}

export async function runCli(args: string[], env: CliEnv, input = ''): Promise<CliRun> {
  const child = startCli(args, env)
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)]
  child.stdin?.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout: stdout.text, stderr: stderr.text }
}
