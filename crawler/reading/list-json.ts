/** Lists that come as data: the item stores of UCAP (`results[]`), gkmlpt (`articles[]`), jpaas (`data.html`), and their like. */
import type { Page, ReadList } from '../../domain/page.ts'
import type { OpenDocument, ReadingContext } from './document.ts'
import { bestRows, type Rows } from './json-rows.ts'
import { parseData, valuesIn } from './json-text.ts'
import { nextOf } from './next-number.ts'
import { markupIn } from './script-literals.ts'

/** Undefined when the text is no data; an empty list when it is, but names no items. */
export function readJsonList(
  page: Page,
  context: ReadingContext,
  readMarkup: (html: string) => ReadList,
): ReadList | undefined {
  const value = parseData(page.text)
  if (value === undefined) return undefined
  const found = bestRows(value, page, context)
  const inside = found.items.length > 0 ? undefined : longestMarkup(value)
  if (inside === undefined || inside === '') return withNext(value, found, page)
  const list = readMarkup(inside)
  const next = list.next ?? nextOf(page.url, value, list.items.length)
  return {
    ...list,
    ...(next ? { next } : {}),
    evidence: { ...list.evidence, items: `json html ${list.evidence.items}` },
  }
}

function withNext(value: unknown, { items, path }: Rows, page: Page): ReadList {
  const next = nextOf(page.url, value, items.length)
  return {
    items,
    ...(next ? { next } : {}),
    evidence: { items: items.length > 0 ? `json:${path}` : 'json: no items', ...(next ? { next: 'json:page' } : {}) },
  }
}

/** Lists written into the scripts of a page: state of single-page sites, item stores of portals, `ItemList` of schema.org. */
export function rowsInScripts({ $, page }: OpenDocument, context: ReadingContext): Rows {
  const values = $('script:not([src])')
    .toArray()
    .flatMap((script) => valuesIn($(script).text()))
  return bestRows(values, page, context)
}

/** Markup that the scripts of a page write into it; '' where they write none. */
export function markupInScripts({ $ }: OpenDocument): string {
  const texts = $('script:not([src])')
    .toArray()
    .map((script) => markupIn($(script).text()))
  return texts.filter((text) => text !== '').join('\n')
}

/** jpaas answers HTML wrapped in JSON. */
function longestMarkup(value: unknown, depth = 0): string {
  if (typeof value === 'string') return /<a\s/i.test(value) ? value : ''
  if (typeof value !== 'object' || value === null || depth > 6) return ''
  return Object.values(value)
    .map((child) => longestMarkup(child, depth + 1))
    .reduce((one, other) => (other.length > one.length ? other : one), '')
}
