/** The next page where only a script knows it: pagers and item stores of publishing systems. */
import type { OpenDocument } from './document.ts'
import { FRAMES, PAGERS } from './families/lists.ts'
import type { Next } from './next-page.ts'

/** What the script of a pager says. */
export function byScript(document: OpenDocument): Next | undefined {
  return firstOf(PAGERS, document)
}

/** The record store of jpage names the address of the records that follow. */
export function byStore({ page, absolute }: OpenDocument): Next | undefined {
  const start = page.text.search(/<nextgroup>/i)
  if (start < 0) return undefined
  const href = /href\s*=\s*["']([^"']+)["']/i.exec(
    page.text.slice(start, start + 4_000).split(/<\/nextgroup>/i)[0] ?? '',
  )?.[1]
  const url = absolute(href?.replace(/&amp;/g, '&'))
  return url ? { url, by: 'store:nextgroup' } : undefined
}

/** A list that a script fills: the address that it asks. */
export function findFeedAddress(document: OpenDocument): Next | undefined {
  return firstOf(FRAMES, document)
}

function firstOf(
  readers: readonly ((document: OpenDocument) => Next | undefined)[],
  document: OpenDocument,
): Next | undefined {
  for (const read of readers) {
    const next = read(document)
    if (next) return next
  }
  return undefined
}
