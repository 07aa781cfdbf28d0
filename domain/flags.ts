/**
 * Signals in a posting or call, each with the words that raised it (DOMAIN sections 9 and 17): from its text and from
 * the cells of its tables. Neutral: a flag hides nothing by itself.
 */
import type { Flag, Job } from './item.ts'
import { findSignals, piecesOf } from './signals.ts'
import type { FlagWords } from './words/flag-words.ts'
import { wordsFor } from './words/languages.ts'

interface FlagInput {
  title: string
  body: string
  jobs: Job[]
  /** A public body's own call for workers: its exam fee is no fee of an agent. */
  official: boolean
  /** Of the town; else the text's own script decides. */
  languages?: readonly string[]
}

function flagsOfCell(header: string, cell: string, { columns, noDemand }: FlagWords): Flag[] {
  if (noDemand.test(cell)) return []
  return columns.filter(([, name]) => name.test(header)).map(([id]) => ({ id, raw: cell }))
}

/** Most rows of a table say the same; each saying is read once. */
function cellsOf(jobs: Job[]): [string, string][] {
  const cells = new Map<string, [string, string]>()
  for (const { raw = {} } of jobs) {
    for (const [header, cell] of Object.entries(raw)) cells.set(`${header}\t${cell}`, [header, cell])
  }
  return [...cells.values()]
}

/** One sex alone, in any language that a table is read in. */
const ONE_SEX = /^(?:限)?(?:男|女)(?:性|生)?$|^(?:fe)?male$/iu
const AGE_SAID = /\d{2}\s*周?岁|出生|\d{2} years/u

/** What a table asks without a sentence, and what stands in its free columns. */
function flagsOfJobs(jobs: Job[], official: boolean, words: FlagWords): Flag[] {
  const cells = cellsOf(jobs)
  const sex = jobs.find((job) => job.sex && ONE_SEX.test(job.sex))?.sex
  const age = jobs.find((job) => job.age && AGE_SAID.test(job.age) && !words.noDemand.test(job.age))?.age
  const asked = cells.flatMap(([header, cell]) => (words.namingColumn.test(header) ? [] : piecesOf(cell)))
  return [
    ...(sex ? [{ id: 'sex', raw: sex }] : []),
    ...(age ? [{ id: 'age', raw: age }] : []),
    ...cells.flatMap(([header, cell]) => flagsOfCell(header, cell, words)),
    ...findSignals(asked, words, official),
  ]
}

/** One flag per id, with the first words that raise it. */
export function findFlags({ title, body, jobs, official, languages }: FlagInput): Flag[] {
  const words = wordsFor(title, body, languages).flags
  const flags = new Map<string, Flag>()
  const told = findSignals(piecesOf(`${title}\n${body}`), words, official)
  for (const flag of [...told, ...flagsOfJobs(jobs, official, words)]) if (!flags.has(flag.id)) flags.set(flag.id, flag)
  return [...flags.values()]
}
