import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { type RunHangs, startWatchdog } from './watchdog.ts'

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

it('F26 a run in which nothing moves is told to end, once, and one that moves is left alone', async () => {
  const told: RunHangs[] = []
  const hangs = startWatchdog((error) => told.push(error), 100)
  const works = startWatchdog((error) => told.push(error), 5_000)
  works.moved()
  await wait(400)
  expect(hangs.signal.aborted).toBe(true)
  expect(hangs.signal.reason).toBe(told[0])
  expect(told).toHaveLength(1)
  expect(works.signal.aborted).toBe(false)
  works.stop()
})

it('F26 a movement puts the end off', async () => {
  const dog = startWatchdog(() => undefined, 600)
  for (let step = 0; step < 8; step++) {
    await wait(100)
    dog.moved()
  }
  expect(dog.signal.aborted).toBe(false)
  dog.stop()
})

it('F26 a process whose event loop stands still is ended from its thread, which says so', async () => {
  const code = `import { guardEventLoop } from ${JSON.stringify(new URL('./watchdog.ts', import.meta.url).href)}
guardEventLoop(300)
setTimeout(() => { for (;;); }, 500)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await once(child, 'close')
  expect(child.signalCode).toBe('SIGKILL')
  expect(JSON.parse(said)).toMatchObject({ level: 'fatal', msg: expect.stringMatching(/event loop/) })
})

it('a guarded process that has done its work ends by itself', async () => {
  const code = `import { guardEventLoop } from ${JSON.stringify(new URL('./watchdog.ts', import.meta.url).href)}
guardEventLoop(60_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' })
  const [exit] = (await once(child, 'close')) as [number | null]
  expect(exit).toBe(0)
})
