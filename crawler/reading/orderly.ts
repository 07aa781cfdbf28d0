/**
 * A tree by the fast parser, for pages on which it and the standard's agree. The fast one knows few of the rules by which
 * browsers mend broken nesting, so a page that needs mending has none here and is left to the slow parser. Most
 * pages need none. One thing passes unseen: the end tag of what only the standard takes for open (another heading's within
 * a heading, that of a section which nobody began within a row).
 */
import { type ChildNode, type Document, DomHandler, Element } from 'domhandler'
import { Parser } from 'htmlparser2'
import {
  AFTER_END,
  ENDS_ITSELF,
  ENDS_P,
  FORMATTING,
  HEADINGS,
  HOLDS,
  NOT_IN_ITSELF,
  SCOPES,
  SPECIAL,
  STANDS_IN,
  TABLE_ENDS,
  UNUSUAL,
} from './nesting.ts'

/** Deeper pages are cut before the slow parser sees them. */
const MAX_DEPTH = 400
/** Text in these would be moved elsewhere. */
const TEXTLESS = new Set(['html', 'head', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'iframe'])
const STORE = /^\s*text\/xml/i

class Disorder extends Error {
  override name = 'Disorder'
}
/** One for all, since nobody asks where it came from. */
const DISORDER = new Disorder('not nested as the standard would have it')

/** The tree that the standard gives, or undefined where the page may need mending. Never throws. */
export function parseOrderly(html: string): Document | undefined {
  if (html.includes('\0')) return undefined
  const builder = new Builder()
  try {
    new Parser(builder).end(html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html)
  } catch (error) {
    if (error === DISORDER) return undefined
    throw error
  }
  return builder.isWhole() ? builder.root : undefined
}

class Builder extends DomHandler {
  /** Closed by the end tag of another, which comes next. */
  private ended: string[] = []
  private readonly open = new Map<string, number>()
  private seenBody = false
  private afterBody = false
  private textless = true

  isWhole(): boolean {
    return this.seenBody && !this.ended.some((name) => HEADINGS.has(name))
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.settleOpening(name)
    const parent = this.top()
    if (this.mayNotStand(name, parent) || (name === 'script' && STORE.test(attributes.type ?? ''))) throw DISORDER
    if (this.tagStack.length > MAX_DEPTH) throw DISORDER
    if (name === 'body') this.seenBody = true
    this.count(name, 1)
    super.onopentag(name, attributes)
    this.textless = TEXTLESS.has(name) || (name === 'noscript' && this.isOpen('head'))
  }

  override onclosetag(name?: string, implied?: boolean): void {
    const closed = this.top()
    if (implied && !this.parserVoids(closed)) this.ended.push(closed)
    else if (this.ended.length > 0) this.settleClosing(closed)
    // What follows the end of the body still belongs to it.
    if (name === 'body' || name === 'html') this.afterBody = true
    else {
      if (closed === 'table') wrapRows(this.tagStack.at(-1))
      this.count(closed, -1)
      super.onclosetag()
    }
    this.textless = this.afterBody || TEXTLESS.has(this.top())
  }

  override ontext(data: string): void {
    if (this.textless && /\S/.test(data)) throw DISORDER
    super.ontext(data)
  }

  private top(): string {
    const top = this.tagStack.at(-1)
    return top instanceof Element ? top.name : ''
  }

  private isOpen(name: string): boolean {
    return (this.open.get(name) ?? 0) > 0
  }

  private count(name: string, by: 1 | -1): void {
    if (name === 'p' || NOT_IN_ITSELF.has(name)) this.open.set(name, (this.open.get(name) ?? 0) + by)
  }

  private mayNotStand(name: string, parent: string): boolean {
    if (this.afterBody) return !AFTER_END.has(name)
    if (parent === '' ? name !== 'html' : HOLDS[parent]?.has(name) === false) return true
    if (UNUSUAL.has(name) || STANDS_IN[name]?.has(parent) === false) return true
    if (this.isOpen('head') && HOLDS.head?.has(name) === false) return true
    if (NOT_IN_ITSELF.has(name) && this.isOpen(name)) return true
    if (HEADINGS.has(name) && HEADINGS.has(parent)) return true
    return this.wouldEndAnother(name)
  }

  /** An open paragraph or entry that is not the innermost element: only the standard's parser ends it. */
  private wouldEndAnother(name: string): boolean {
    if (ENDS_P.has(name) && this.isOpen('p') && this.within('p', SCOPES, 'button')) return true
    if (name === 'li') return this.within('li', ENTRY_STOPS)
    return (name === 'dd' || name === 'dt') && (this.within('dd', ENTRY_STOPS) || this.within('dt', ENTRY_STOPS))
  }

  private within(wanted: string, stops: ReadonlySet<string>, stop = ''): boolean {
    for (let at = this.tagStack.length - 1; at > 0; at -= 1) {
      const { name } = this.tagStack[at] as Element
      if (name === wanted) return true
      if (stops.has(name) || name === stop) return false
    }
    return false
  }

  /** The parser ended something because this begins. */
  private settleOpening(name: string): void {
    if (this.ended.length === 0) return
    if (this.ended.some((inner) => !ENDS_ITSELF.has(inner))) throw DISORDER
    // The fast parser lets every control of a form end an option.
    if (this.ended.some((inner) => /^opt/.test(inner)) && !/^opt/.test(name)) throw DISORDER
    this.ended = []
  }

  /** The parser ended what was open within because `name` ends. */
  private settleClosing(name: string): void {
    if (this.ended.some((inner) => !endsWith(inner, name))) throw DISORDER
    this.ended = []
  }

  private parserVoids(name: string): boolean {
    return VOIDS.has(name)
  }
}

/** An entry ends another through anything that is not special, and through these three. */
const ENTRY_STOPS: ReadonlySet<string> = new Set(
  [...SPECIAL].filter((name) => !/^(?:address|div|p|li|dd|dt)$/.test(name)),
)
const VOIDS = new Set(
  'area base basefont br col command embed hr img input link meta param source track wbr'.split(' '),
)

/** Whether the standard too ends `inner`, which was left open, where `outer` ends. */
function endsWith(inner: string, outer: string): boolean {
  // Left open, a heading may have ended with the end tag of another, of which we are not told.
  if (HEADINGS.has(inner)) return false
  if (outer === 'body' || outer === 'html') return true
  if (NOT_LEFT_OPEN.has(inner)) return false
  if (FORMATTING.has(inner)) return outer === 'td' || outer === 'th'
  if (outer === 'form') return ENDS_ITSELF.has(inner)
  if (!SPECIAL.has(outer) || outer === 'noscript') return !SPECIAL.has(inner)
  if (SCOPES.has(inner)) return TABLE_ENDS.has(outer) && inner !== 'table'
  return outer !== 'li' || (inner !== 'ul' && inner !== 'ol')
}
const NOT_LEFT_OPEN = new Set(['select', 'button', 'textarea', 'form', 'svg', 'iframe', 'title', 'noscript', 'head'])

/** Rows that stand in a table without a section get one, as in every browser. */
function wrapRows(table: unknown): void {
  if (!(table instanceof Element) || !table.children.some(isRow)) return
  const children: ChildNode[] = []
  let section: Element | undefined
  for (const child of table.children) {
    if (isSection(child)) section = undefined
    else if (isRow(child) && !section) {
      section = new Element('tbody', {})
      children.push(section)
    }
    if (!section) children.push(child)
    else section.children.push(child)
  }
  table.children = children
  for (const parent of [table, ...children]) if (parent instanceof Element) relink(parent)
}

function isRow(node: ChildNode): boolean {
  return node instanceof Element && node.name === 'tr'
}

function isSection(node: ChildNode): boolean {
  return node instanceof Element && /^(?:thead|tbody|tfoot|caption|colgroup)$/.test(node.name)
}

function relink(parent: Element): void {
  for (const [at, child] of parent.children.entries()) {
    child.parent = parent
    child.prev = parent.children[at - 1] ?? null
    child.next = parent.children[at + 1] ?? null
  }
}
