import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Rows of the table: promise, file of the test, words of its name (none: the file alone). */
const promises = [
  ...readFileSync(join(root, 'RELIABILITY.md'), 'utf8').matchAll(/^\| (.+) \| (?:`([^`]+)` › ?(.*?))? ?\|$/gm),
].map(([, promise = '', file, name = '']) => ({ promise, file, name }))

describe('promises of RELIABILITY.md', () => {
  it('are there to be kept', () => expect(promises.length).toBeGreaterThan(20))

  it.each(promises)('$promise', ({ file, name }) => {
    expect(file, 'a promise without a test').toBeDefined()
    const path = join(root, file ?? '')
    expect(existsSync(path), `${file} is gone`).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain(name)
  })
})
