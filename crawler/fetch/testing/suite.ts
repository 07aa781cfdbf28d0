/**
 * Runs a list of cases written by others: every line is checked, a shortened list fails, and so does a miss that nobody
 * expects or an expected one that has begun to pass. Prints one line when all is done.
 */
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'

const FOLDER = '../shared/cases'

export interface SuiteOptions<Case> {
  name: string
  /** How many lines the list has. */
  cases: number
  /** A short name for a case, the same for ever. */
  nameOf(test: Case): string
  /** Undefined where the law holds, else what happened instead. */
  check(test: Case): Promise<string | undefined> | string | undefined
  /** File beside the runner: name of a case → why it may miss. */
  expectedMisses?: URL
}

/** One test for the whole list; skipped where the folder is not there. */
export function runSuite<Case>(options: SuiteOptions<Case>): void {
  const file = `${FOLDER}/${options.name}.jsonl`
  describe.skipIf(!existsSync(file))(`the list ${options.name}`, () => {
    let summary = `suite ${options.name}: did not end`
    afterAll(() => void process.stdout.write(`${summary}\n`))

    it('every case holds, but for the misses we expect', { timeout: 120_000 }, async () => {
      const cases = readCases<Case>(file)
      expect(cases).toHaveLength(options.cases)
      const expected = readMisses(options.expectedMisses)
      const misses: Record<string, string> = {}
      for (const test of cases) {
        const wrong = await options.check(test)
        if (wrong !== undefined) misses[options.nameOf(test)] = wrong
      }
      const missed = Object.keys(misses)
      const known = missed.filter((name) => name in expected).length
      summary = `suite ${options.name}: ${cases.length} cases, ${cases.length - missed.length} passed, ${known} expected misses`
      expect(Object.fromEntries(Object.entries(misses).filter(([name]) => !(name in expected)))).toEqual({})
      expect(Object.keys(expected).filter((name) => !(name in misses))).toEqual([])
    })
  })
}

function readCases<Case>(file: string): Case[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case)
}

function readMisses(file: URL | undefined): Record<string, string> {
  return file === undefined ? {} : (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
}
