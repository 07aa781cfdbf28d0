/** What one publishing system has in common wherever it runs. Selectors are tried in order. */
import type { OpenDocument } from '../document.ts'

export interface Family {
  name: string
  /** Seen by its own marks, never by a host. */
  fits: (document: OpenDocument) => boolean
  title: string[]
  date: string[]
  source: string[]
  author?: string[]
  body: string[]
}
