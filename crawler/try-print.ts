/** What `gulou try` shows to a person: field, value, reason; a list as its entries. */
import { styleText } from 'node:util'
import type { TryOutput } from './try-output.ts'

/** Fields in the order in which a person checks a page. */
const FIELDS = [
  'as',
  'title',
  'publishedAt',
  'source',
  'author',
  'kind',
  'type',
  'stage',
  'regions',
  'categories',
  'positions',
  'dates',
  'volunteer',
  'flags',
  'attachments',
  'images',
  'next',
  'error',
] as const satisfies readonly (keyof TryOutput)[]

const BODY_SHOWN = 600
const ENTRIES_SHOWN = 40

/** Several lines. Colours only where the terminal shows them (`NO_COLOR` is heeded). */
export function printable(output: TryOutput): string {
  const shown = FIELDS.filter((field) => !isNothing(output[field]))
  return [
    styleText('bold', output.url ?? ''),
    ...shown.map((field) => line(field, wordsOf(output[field]), output.evidence[field])),
    ...output.items
      .slice(0, ENTRIES_SHOWN)
      .map(({ date, title, url }) => `  ${(date ?? '').padEnd(10)}  ${title}  ${styleText('dim', url)}`),
    ...output.jobs.map(
      (job) =>
        `  ${[job.row ?? '', job.employer, job.title, job.headcount, job.place].filter((part) => part !== undefined).join('  ')}`,
    ),
    ...(output.body ? ['', cut(output.body)] : []),
  ].join('\n')
}

function line(field: string, words: string, reason: string | undefined): string {
  const why = reason ? styleText('dim', `  (${reason})`) : ''
  return `${styleText('cyan', field.padEnd(12))} ${words}${why}`
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function cut(body: string): string {
  return body.length <= BODY_SHOWN ? body : `${body.slice(0, BODY_SHOWN)}… (${body.length} characters)`
}
