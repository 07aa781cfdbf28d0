/** What was measured, for eyes. */
import { mean } from './measures.ts'
import { FIELDS, type Field, type PageScore } from './score.ts'

export type Means = Partial<Record<Field, { mean: number; pages: number }>>

/** Mean of each field over the pages that have it; corpus '' is all of them. */
export function meansOf(scores: readonly PageScore[]): Map<string, Means> {
  const corpora = ['', ...new Set(scores.map(({ corpus }) => corpus))]
  return new Map(corpora.map((corpus) => [corpus, meansIn(scores.filter((one) => !corpus || one.corpus === corpus))]))
}

function meansIn(scores: readonly PageScore[]): Means {
  const means: Means = {}
  for (const field of FIELDS) {
    const values = scores.flatMap(({ fields }) => fields[field] ?? [])
    if (values.length > 0) means[field] = { mean: mean(values), pages: values.length }
  }
  return means
}

const WIDTH = 10
/** `right` is how often a day that was given is right; a day not given does not count against it. */
const HEADS = FIELDS.map((field) => (field === 'given' ? 'right' : field))

export function formatTable(scores: readonly PageScore[]): string {
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(20)}${cells.map((cell) => cell.padStart(WIDTH)).join('')}\n`
  const rows = [...meansOf(scores)].map(([corpus, means]) => {
    const pages = scores.filter((score) => !corpus || score.corpus === corpus).length
    return row(corpus || 'all', [String(pages), ...FIELDS.map((field) => cellOf(means, field))])
  })
  return row('corpus', ['pages', ...HEADS]) + rows.join('')
}

function cellOf(means: Means, field: Field): string {
  const found = means[field]
  if (!found) return ''
  if (field !== 'given') return found.mean.toFixed(3)
  return found.mean === 0 ? '' : ((means.date?.mean ?? 0) / found.mean).toFixed(3)
}

/** The fields read worst, one a line: page, field, score, what was read. */
export function formatWorst(scores: readonly PageScore[], count: number, fields: readonly Field[]): string {
  const misses = scores.flatMap(({ id, fields: all, misses }) =>
    fields.flatMap((field) =>
      misses[field] === undefined ? [] : [{ id, field, score: all[field] ?? 0, read: misses[field] }],
    ),
  )
  return misses
    .sort((one, other) => one.score - other.score)
    .slice(0, count)
    .map(({ id, field, score, read }) => `${score.toFixed(3)}  ${field.padEnd(9)}  ${id}  ${oneLine(read)}\n`)
    .join('')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 160)
}
