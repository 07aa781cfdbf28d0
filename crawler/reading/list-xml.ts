/** Lists of records in XML of any vocabulary, as offices publish their open data. */
import { load } from 'cheerio'
import type { Page, ReadList } from '../../domain/page.ts'
import { isElement, type Node, type ReadingContext } from './document.ts'
import { isTooDeep, rootOf, withoutDoctype } from './feeds/xml.ts'
import { bestRows } from './json-rows.ts'
import type { Json } from './json-text.ts'

/** These are read as markup; `datastore` and `recordset` hold pieces of it. */
const MARKUP = new Set(['html', 'datastore', 'recordset', 'body', 'div', 'ul', 'table', 'head', 'script', 'svg'])

/** Undefined when the text is no XML, or holds markup. */
export function readXmlList(page: Page, context: ReadingContext): ReadList | undefined {
  const root = /^[\s\ufeff]*<\?xml/.test(page.text) ? rootOf(page.text) : undefined
  if (!root || MARKUP.has(root)) return undefined
  const xml = withoutDoctype(page.text)
  if (isTooDeep(xml)) return { items: [], evidence: { items: 'none: nested too deep' } }
  const top = load(xml, { xml: true }).root().contents().toArray().find(isElement)
  const { items, path } = bestRows(top ? toValue(top) : undefined, page, context)
  return { items, evidence: { items: items.length > 0 ? `xml:${path}` : 'none: no records' } }
}

/** Elements of one name become an array, those without children a text. */
function toValue(node: Node): unknown {
  if (!isElement(node)) return ''
  const children = node.children.filter(isElement)
  if (children.length === 0)
    return node.children.map((child) => ('data' in child ? child.data : textOf(child))).join('')
  const value: Json = { ...node.attribs }
  for (const child of children) {
    const name = child.name.slice(child.name.indexOf(':') + 1)
    const before = value[name]
    const one = toValue(child)
    if (before === undefined) value[name] = one
    else if (Array.isArray(before)) before.push(one)
    else value[name] = [before, one]
  }
  return value
}

function textOf(node: Node): string {
  return 'children' in node ? node.children.map((child) => ('data' in child ? child.data : '')).join('') : ''
}
