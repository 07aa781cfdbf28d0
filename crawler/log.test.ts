import { describe, expect, it } from 'vitest'
import { createLog, withoutCredentials } from './log.ts'

function logged(work: (log: ReturnType<typeof createLog>) => void): {
  lines: string[]
  rows: Record<string, unknown>[]
} {
  const lines: string[] = []
  work(createLog('info', (line) => lines.push(line), { runId: 'r1' }))
  return { lines, rows: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

it('T21 one JSON object per line, whatever a server said; no secrets, no credentials of a URL', () => {
  const { lines, rows } = logged((log) => {
    log.warn(
      { sourceId: 'gov', url: 'https://me:hunter2@gov.example/a', token: 'hunter2', cause: 'down' },
      'no\r\n{"level":"fatal"}',
    )
    log.debug({}, 'not at this level')
  })
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain('hunter2')
  expect(rows[0]).toMatchObject({
    level: 'warn',
    runId: 'r1',
    sourceId: 'gov',
    url: 'https://gov.example/a',
    token: '[redacted]',
  })
})

describe('a line of the log', () => {
  const ENDINGS = [
    '\n',
    '\r',
    '\r\n',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u000b',
    '\u000c',
    '\u001b[2K',
    '\u0000',
    '\u009b',
  ]
  it.each(ENDINGS.map((ending) => [JSON.stringify(ending), ending]))('stays one line with %s in it', (_, ending) => {
    const text = `before${ending}{"level":"fatal","msg":"forged"}`
    const { lines, rows } = logged((log) => {
      log.error({ url: `https://gov.example/${ending}`, cause: text, err: new Error(text) }, text)
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]?.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/)
    expect(lines[0]?.endsWith('\n')).toBe(true)
    expect(rows[0]).toMatchObject({ level: 'error', msg: text, cause: text })
  })

  it('has an instant, a level, a message and the code of an error, never its stack', () => {
    const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    const { rows } = logged((log) => log.error({ sourceId: 'gov', ms: 12, err: refused }, 'down'))
    expect(rows[0]).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      level: 'error',
      runId: 'r1',
      sourceId: 'gov',
      ms: 12,
      err: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' },
      msg: 'down',
    })
  })

  it.each([
    'https://me:hunter2@gov.example/a',
    'redis://:hunter2@10.0.0.1:6379',
    'https://gov.example/list?page=1&token=hunter2',
    'https://gov.example/list?api_key=hunter2#x',
    'told by https://me:hunter2@gov.example/a and https://you:hunter2@gov.example/b',
  ])('leaves the secret out of %s, in every field and in the message', (text) => {
    const { lines } = logged((log) => log.warn({ url: text, cause: text, err: new Error(text) }, text))
    expect(lines[0]).not.toContain('hunter2')
    expect(lines[0]).toMatch(/gov\.example|10\.0\.0\.1/)
    expect(withoutCredentials(text)).not.toContain('hunter2')
  })
})
