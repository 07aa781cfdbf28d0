/** A list of a source: its name among pages, and how one page of it is read. */
import type { ReadList } from '../../domain/page.ts'
import type { Source } from '../../domain/town.ts'
import { canonicalUrl } from '../../domain/urls.ts'
import type { FetchOutcome } from '../fetch/outcome.ts'
import { readingContext, type Trouble, tryReading, type Visit } from './visit.ts'

export type ListEntry = Source['lists'][number]
export type PageFetched = Extract<FetchOutcome, { kind: 'page' }>

export function listKey(list: ListEntry): string {
  return canonicalUrl(list.url) ?? list.url
}

/** Decode, soft error?, read. */
export function readOne(visit: Visit, { page: raw }: PageFetched): ReadList | Trouble {
  const { readers } = visit.deps
  return tryReading(() => {
    const page = readers.decodePage(raw)
    const reason = readers.isErrorPage(page)
    return reason === undefined
      ? readers.readList(page, readingContext(visit))
      : ({ cause: 'soft_error', detail: reason } as Trouble)
  })
}
