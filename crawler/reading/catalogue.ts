/**
 * The elements of a page by name, class and id, made in one walk: a page is asked some fifty questions, and most are
 * answered without looking at its tree again. Selectors are compiled once for all pages.
 */
import { compile } from 'css-select'
import { type AnyNode, type ChildNode, type Element, isTag, type ParentNode } from 'domhandler'

export interface Catalogue {
  /** In page order. Throws for a selector that cannot be parsed. */
  find(selector: string): Element[]
  /** The same of a selector that asks for words in attributes: only elements whose id, class, rel, itemprop or href hold one. */
  findMarked(selector: string, words: RegExp): Element[]
}

type Test = (element: Element) => boolean

export function catalogueOf(root: ParentNode): Catalogue {
  const all = elementsIn(root)
  const index = indexOf(all)
  const marked = new Map<RegExp, Element[]>()
  let places: Map<Element, number> | undefined
  return {
    find(selector) {
      const found = planOf(selector).flatMap(({ key, test }) => {
        const candidates = key === '' ? all : (index.get(key) ?? [])
        return test ? candidates.filter(test) : candidates
      })
      if (found.length < 2) return found
      places ??= new Map(all.map((element, at) => [element, at]))
      return inOrder(found, places)
    },
    findMarked(selector, words) {
      const known = marked.get(words) ?? all.filter((element) => words.test(marksOf(element)))
      marked.set(words, known)
      return known.filter(testOf(selector))
    },
  }
}

/** True when the element or one around it fits. */
export function isWithin(element: Element, selector: string): boolean {
  return isWithinAny(element, selector, () => true)
}

/** The same for boxes beside an article: whatever holds a heading of the first rank is no such box, whatever it is named. */
export function isWithinBox(element: Element, selector: string): boolean {
  return isWithinAny(
    element,
    selector,
    (box) => !WHOLE.has(box.name) && !elementsIn(box).some(({ name }) => name === 'h1'),
  )
}

const WHOLE = new Set(['html', 'body', 'main', 'article'])

function isWithinAny(element: Element, selector: string, counts: Test): boolean {
  const test = testOf(selector)
  for (let at: AnyNode | null = element; at; at = at.parent) if (isTag(at) && test(at) && counts(at)) return true
  return false
}

/** Every element below, in page order. */
function elementsIn(root: ParentNode): Element[] {
  const found: Element[] = []
  let node: ChildNode | null = root.firstChild
  while (node) {
    if (isTag(node)) found.push(node)
    const first: ChildNode | undefined = isTag(node) ? node.children[0] : undefined
    if (first) node = first
    else {
      while (node && !node.next) node = node.parent === root ? null : (node.parent as ChildNode | null)
      node = node?.next ?? null
    }
  }
  return found
}

function indexOf(all: readonly Element[]): Map<string, Element[]> {
  const index = new Map<string, Element[]>()
  const put = (key: string, element: Element) => {
    const known = index.get(key)
    if (known) known.push(element)
    else index.set(key, [element])
  }
  for (const element of all) {
    put(element.name, element)
    const { id, class: classes } = element.attribs
    if (id) put(`#${id}`, element)
    if (classes) for (const name of namesIn(classes)) put(`.${name}`, element)
  }
  return index
}

function namesIn(classes: string): Iterable<string> {
  return /\s/.test(classes) ? new Set(classes.split(/\s+/).filter((name) => name !== '')) : [classes]
}

function marksOf({ attribs }: Element): string {
  const { id, class: classes, rel, itemprop, href } = attribs
  if (id === undefined && classes === undefined && rel === undefined && itemprop === undefined && href === undefined)
    return ''
  if (href === undefined && rel === undefined && itemprop === undefined)
    return id ? `${id} ${classes ?? ''}` : (classes ?? '')
  return `${id ?? ''} ${classes ?? ''} ${rel ?? ''} ${itemprop ?? ''} ${href ?? ''}`
}

/** Alternatives of a selector: where to look, and what else must be true. */
interface Step {
  /** Of the index; '' for every element. */
  key: string
  test?: Test
}

const plans = new Map<string, Step[]>()
const tests = new Map<string, Test>()
/** Corrections of operators are few; what is asked by accident of a page must not fill the memory. */
const MOST_KEPT = 1_000
/** The last part of a selector without anything unusual: `form[name="x"] h1`, `.a .b`, `a[href]`. */
const LAST = /^(?:.*[\s>+~])?([a-z][\w-]*|[.#][\w-]+)((?:\[[^\]]*\]|[.#][\w-]+)*)$/i

function planOf(selector: string): Step[] {
  const known = plans.get(selector)
  if (known) return known
  const whole = testOf(selector)
  const steps = /[(:]/.test(selector) ? [{ key: '', test: whole }] : partsOf(selector).map(stepOf)
  keep(plans, selector, steps)
  return steps
}

/** At commas outside brackets. */
function partsOf(selector: string): string[] {
  return (selector.match(/(?:\[[^\]]*\]|[^,[])+/g) ?? [selector]).map((part) => part.trim())
}

function stepOf(part: string): Step {
  const test = testOf(part)
  const [, key, more] = LAST.exec(part) ?? []
  if (key === undefined) return { key: '', test }
  return { key: /^[.#]/.test(key) ? key : key.toLowerCase(), ...(part === key && more === '' ? {} : { test }) }
}

function testOf(selector: string): Test {
  const known = tests.get(selector)
  if (known) return known
  const test = compile<AnyNode, Element>(selector) as Test
  keep(tests, selector, test)
  return test
}

function keep<T>(kept: Map<string, T>, key: string, value: T): void {
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, value)
}

/** Each once, in page order. */
function inOrder(found: Element[], places: ReadonlyMap<Element, number>): Element[] {
  const placeOf = (element: Element) => places.get(element) ?? 0
  return [...new Set(found)].sort((one, other) => placeOf(one) - placeOf(other))
}
