/** Well-formed XML or an error. The parser is the one that comes with the writer of our feeds, set to strict. */
import { createRequire } from 'node:module'

interface XmlJs {
  xml2js(xml: string, options: object): Node
}
interface Node {
  name?: string
  type?: string
  text?: string
  cdata?: string
  attributes?: Record<string, string>
  elements?: Node[]
}

const { xml2js } = createRequire(import.meta.resolve('feed'))('xml-js') as XmlJs

/** XML 1.0, section 2.2; the parser lets these through. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

export interface Element {
  name: string
  attributes: Record<string, string>
  text: string
  children: Element[]
}

function toElement({ name = '', attributes = {}, elements = [] }: Node): Element {
  const text = elements.map((node) => node.text ?? node.cdata ?? '').join('')
  return { name, attributes, text, children: elements.filter(({ type }) => type === 'element').map(toElement) }
}

/** The root. Throws on anything that a strict reader would refuse. */
export function parseXml(xml: string): Element {
  if (FORBIDDEN.test(xml)) throw new Error('a character that XML forbids')
  const [root, ...more] = (xml2js(xml, { compact: false, captureSpacesBetweenElements: true }).elements ?? []).filter(
    ({ type }) => type === 'element',
  )
  if (root === undefined || more.length > 0) throw new Error('not one root element')
  return toElement(root)
}

/** All elements of that name, at any depth. */
export function findAll(root: Element, name: string): Element[] {
  const below = root.children.flatMap((child) => findAll(child, name))
  return root.name === name ? [root, ...below] : below
}
