import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Rows of the table under "Promises": promise, and `file` › words of the test's name. */
const section =
  readFileSync(join(root, 'RELIABILITY.md'), 'utf8')
    .split(/^## /m)
    .find((part) => part.startsWith('Promises')) ?? ''
const promises = section
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise'))
  .map((line) => {
    const [, promise = '', test = ''] = line.split('|').map((cell) => cell.trim())
    const [, file, name] = /^`([^`]+)` › (.+)$/.exec(test) ?? []
    return { promise, file, name }
  })

/** The name stands in a test or a suite that runs, not in a comment or a skipped one. */
function runs(text: string, name: string): boolean {
  const lines = text.split('\n')
  return lines.some((line, at) => {
    const opening = `${lines[at - 1] ?? ''}${line}`
    return line.includes(name) && /\b(?:it|describe)\b[^;]*\(/.test(opening) && !/\.skip\(/.test(opening)
  })
}

describe('promises of RELIABILITY.md', () => {
  it('are there to be kept', () => expect(promises.length).toBeGreaterThan(50))

  it.each(promises)('$promise', ({ file = '', name = '' }) => {
    expect(file, 'a promise without a test').not.toBe('')
    expect(existsSync(join(root, file)), `${file} is gone`).toBe(true)
    expect(runs(readFileSync(join(root, file), 'utf8'), name), `no test in ${file} is called "${name}"`).toBe(true)
  })
})
