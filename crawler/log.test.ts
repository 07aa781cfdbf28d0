import { expect, it } from 'vitest'
import { createLog } from './log.ts'

it('T21 one JSON object per line, whatever a server said; no secrets, no credentials of a URL', () => {
  const lines: string[] = []
  const log = createLog('info', (line) => lines.push(line))
  log.warn(
    { sourceId: 'gov', url: 'https://me:hunter2@gov.example/a', token: 'hunter2', cause: 'down' },
    'no\r\n{"level":"fatal"}',
  )
  log.debug({}, 'not at this level')
  expect(lines).toHaveLength(1)
  expect(lines[0]?.trimEnd()).not.toMatch(/[\r\n]/)
  expect(lines[0]).not.toContain('hunter2')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'warn',
    sourceId: 'gov',
    url: 'https://gov.example/a',
    token: '[redacted]',
  })
})
