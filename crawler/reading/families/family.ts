/** What one publishing system has in common wherever it runs. */
import type { Page } from '../../../domain/page.ts'

type SaidField = 'title' | 'date' | 'source' | 'author'

/** Selectors are tried in order. */
export interface Family {
  name: string
  /** Seen by its own marks in the text or the address, never by a host; asked before anything is parsed. */
  fits: (page: Page) => boolean
  /** Fields that the system writes down for machines, in a comment or a script. */
  said?: (page: Page) => Partial<Record<SaidField, string>>
  title: string[]
  date: string[]
  source: string[]
  author?: string[]
  /** Containers of the text; the match with the most in it is taken. */
  body: string[]
}
