/** Why a file was not read: what a reader of one format throws, and what the door of this room answers. */
import type { AttachmentProblem } from '../../domain/page.ts'

export class AttachmentError extends Error {
  readonly problem: AttachmentProblem
  constructor(problem: AttachmentProblem, detail: string, options?: ErrorOptions) {
    super(detail, options)
    this.name = 'AttachmentError'
    this.problem = problem
  }
}

/** What one reader found: tables with spans written out, and running text where the format has any. */
export interface Contents {
  tables: import('../../domain/page.ts').TextTable[]
  text: string
  /** What was left out of a file beyond the limits, in words for the one who reads the log. */
  cut?: string
}
