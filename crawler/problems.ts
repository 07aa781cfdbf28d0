/** A mistake in a file of data: where it stands, what is wrong, and what to write instead. */
import type { Place } from './json-places.ts'

export interface Problem extends Partial<Place> {
  /** Relative to the town's folder. */
  file: string
  /** What of the file: `lists.0.url`; '' for the file as a whole. */
  at: string
  message: string
  /** What to write instead. */
  advice?: string
}

/** One line: `sources/library.json:7:12: region: …`. */
export function formatProblem({ file, line, column, at, message, advice }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`
  return [place, ...(at ? [at] : []), advice ? `${message}; ${advice}` : message].join(': ')
}
