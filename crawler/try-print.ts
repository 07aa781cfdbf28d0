/** What `gulou try` shows to a person: field, value, reason; a list as its entries. */
import { styleText } from 'node:util'
import { type Confidence, confidenceOf } from './try-confidence.ts'
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

const MARKS: Record<Confidence, ['green' | 'yellow' | 'red', string]> = {
  sure: ['green', '●●●'],
  likely: ['yellow', '●●○'],
  guess: ['red', '●○○'],
}

/** Several lines. Colours only where the terminal shows them (`NO_COLOR` is heeded). */
export function printable(output: TryOutput): string {
  const shown = FIELDS.filter((field) => !isNothing(output[field]))
  return [
    `${styleText('bold', output.url ?? '')}  ${styleText('dim', '●●● sure  ●●○ likely  ●○○ a guess')}`,
    ...shown.map((field) => line(field, wordsOf(output[field]), output.evidence[field])),
    ...output.items
      .slice(0, ENTRIES_SHOWN)
      .map(({ date, title, url }) => `  ${(date ?? '').padEnd(10)}  ${title}  ${styleText('dim', url)}`),
    ...output.jobs.map(
      (job) =>
        `  ${[job.row ?? '', job.employer, job.title, job.headcount, job.place].filter((part) => part !== undefined).join('  ')}`,
    ),
    ...(output.body
      ? ['', line('body', `${output.body.length} characters`, output.evidence.body), cut(output.body)]
      : []),
    ...(output.items.length > 0 ? [line('items', String(output.items.length), output.evidence.items)] : []),
  ].join('\n')
}

function line(field: string, words: string, reason: string | undefined): string {
  return `${markOf(reason)} ${styleText('cyan', field.padEnd(12))} ${words}${reason ? styleText('dim', `  (${reason})`) : ''}`
}

/** Three dots say how far the reason may be trusted; fields that follow from others have none. */
function markOf(reason: string | undefined): string {
  if (!reason) return '   '
  const [colour, dots] = MARKS[confidenceOf(reason)]
  return styleText(colour, dots)
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function cut(body: string): string {
  return body.length <= BODY_SHOWN ? body : `${body.slice(0, BODY_SHOWN)}…`
}
