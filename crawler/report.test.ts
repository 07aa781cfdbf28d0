import { expect, it } from 'vitest'
import { formatReport, printReport } from './report.ts'
import { exitCodeOf, type RunReport } from './run.ts'
import { emptyReport, type SourceState } from './steps/visit.ts'

const reportOf = (...states: SourceState[]): RunReport => ({
  startedAt: '2026-11-22T01:00:00.000Z',
  finishedAt: '2026-11-22T01:01:00.000Z',
  sources: states.map((state, at) => emptyReport(`s${at}`, state)),
})

it.each([
  [0, ['ok', 'closed', 'paused', 'not_due', 'waiting', 'busy']],
  [3, ['ok', 'failed']],
  [3, ['ok', 'blocked']],
  [3, ['ok', 'partial']],
  [3, ['ok', 'stopped']],
] as const)('the exit code is %i for %j', (code, states) => {
  expect(exitCodeOf(reportOf(...states))).toBe(code)
})

it('shows a row per source, a sum, and every failure on one line without credentials', () => {
  const report = reportOf('ok', 'failed')
  report.sources[0] = { ...emptyReport('gov', 'ok'), lists: { read: 2, unchanged: 1 }, found: 12, new: 3 }
  report.sources[1]?.failed.push({ url: 'http://me:secret@x.example/', cause: 'down', detail: 'no answer\r\ngov ok' })
  expect(formatReport(report).split('\n')).toEqual([
    'source  state   lists  unchanged  found  new  changed  same  gone  dropped  suspect  failed',
    'gov     ok          2          1     12    3        0     0     0        0        0       0',
    's1      failed      0          0      0    0        0     0     0        0        0       1',
    'all                 2          1     12    3        0     0     0        0        0       1',
    's1: down: http://x.example/: no answer gov ok',
  ])
})

it('is data on stdout when asked for, else a table on stderr', () => {
  const out: string[] = []
  const error: string[] = []
  const streams = { stdout: (text: string) => out.push(text), stderr: (text: string) => error.push(text) }
  printReport(reportOf('ok'), { json: true, ...streams })
  printReport(reportOf('ok'), { json: false, ...streams })
  expect(JSON.parse(out.join(''))).toEqual(reportOf('ok'))
  expect(error.join('')).toMatch(/^source/)
})
