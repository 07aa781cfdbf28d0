/** One parse per page: whoever looks first makes the tree, and whoever reads the page takes it. */
import type { Document } from 'domhandler'
import type { Page } from '../../domain/page.ts'
import { parseOrderly } from './orderly.ts'

/** Trees that were looked at and not yet taken; `undefined` for a page that has none. */
const waiting = new WeakMap<Page, Document | undefined>()

/** To look at, not to change; undefined where only the slow parser can tell what the page means. */
export function lookAtTree(page: Page): Document | undefined {
  if (!waiting.has(page)) waiting.set(page, parseOrderly(page.text))
  return waiting.get(page)
}

/** A tree of the caller's own: the next who asks gets another. */
export function takeTree(page: Page): Document | undefined {
  const tree = lookAtTree(page)
  waiting.delete(page)
  return tree
}
