/**
 * One right example turned into a selector: the node with that text is looked for, the shortest selector that finds it
 * and looks stable is built, and the other pages of the source decide among those.
 */
import type { CheerioAPI } from 'cheerio'
import { findDates } from '../domain/dates.ts'
import type { Source } from '../domain/town.ts'
import { type Element, isElement, select } from './reading/document.ts'
import { squash } from './reading/lines.ts'
import { namesOf } from './selector-names.ts'

/** Fields that a selector can set right; `item` is the link of one entry of a list. */
export type CorrectedField = keyof Source['correct']

export interface Example {
  field: CorrectedField
  /** As it stands on the page; of a body any sentence, of an item its title, of a date the day in any form. */
  text: string
}

export interface Inferred {
  selector: string
  /** On how many of the other pages it finds something fit; `of` them were asked. */
  holds: number
  of: number
}

export interface Bearings {
  now: Date
  zone: string
}

/** The page of the example comes first. Undefined when the text is nowhere on it, or nothing stable leads there. */
export function inferSelector(pages: readonly CheerioAPI[], example: Example, at: Bearings): Inferred | undefined {
  const [page, ...others] = pages
  if (!page) return undefined
  const target = findTarget(page, example, at)
  if (!target) return undefined
  const rated = selectorsFor(page, target, example.field).map((selector) => ({
    selector,
    holds: others.filter((other) => isFit(other, selector, example.field, at)).length,
    of: others.length,
  }))
  // The list is from short to long, and of equals the first stays.
  return rated.reduce<Inferred | undefined>((best, one) => (best && best.holds >= one.holds ? best : one), undefined)
}

/** What the reader would take with the selector, so that a person can see it. */
export function textAt($: CheerioAPI, selector: string): string {
  return squash(select($, selector).first().text())
}

type Finder = ($: CheerioAPI, text: string, at: Bearings) => Element | undefined

const TARGETS: Record<CorrectedField, Finder> = {
  title: smallestEqual,
  source: ($, text) =>
    smallestEqual($, text) ?? smallestWith($, (own) => own.includes(squash(text)) && own.length < 60),
  date: findDated,
  body: findContainer,
  item: ($, text) => smallestWith($, (own, element) => element.name === 'a' && isSameTitle(own, squash(text))),
}

function findTarget($: CheerioAPI, { field, text }: Example, at: Bearings): Element | undefined {
  return TARGETS[field]($, text, at)
}

/** The innermost of the elements that pass, the first in the page among several. */
function smallestWith($: CheerioAPI, passes: (text: string, element: Element) => boolean): Element | undefined {
  const fit = $('body *')
    .toArray()
    .filter((element) => !/^(?:script|style|noscript|option)$/.test(element.name))
    .filter((element) => passes(squash($(element).text()), element))
  return fit.find((element) => !fit.some((other) => other !== element && $(element).find(other).length > 0))
}

function smallestEqual($: CheerioAPI, text: string): Element | undefined {
  const wanted = squash(text)
  return smallestWith($, (own) => own === wanted)
}

/** A title cut short on the list is still that title. */
function isSameTitle(own: string, wanted: string): boolean {
  const shown = own.replace(/(?:…|\.{2,})$/, '')
  return (
    own === wanted || (shown.length >= 8 && wanted.startsWith(shown)) || (wanted.length >= 8 && own.startsWith(wanted))
  )
}

const LONGEST_DATE_LINE = 120

function findDated($: CheerioAPI, text: string, at: Bearings): Element | undefined {
  const day = findDates(text, at)[0]?.value.slice(0, 10)
  if (!day) return undefined
  const says = (own: string) => findDates(own, at).some(({ value }) => value.slice(0, 10) === day)
  return smallestWith($, (own) => own.length <= LONGEST_DATE_LINE && says(own))
}

/** From the paragraph with the sentence up to the first box that holds more than it, which is where the text stands. */
function findContainer($: CheerioAPI, text: string): Element | undefined {
  const wanted = squash(text)
  const paragraph = smallestWith($, (own) => own.includes(wanted))
  if (!paragraph) return undefined
  const own = squash($(paragraph).text()).length
  const boxes = $(paragraph).parents().toArray().filter(isElement)
  const box = boxes.find((element) => squash($(element).text()).length > own)
  return box && box.name !== 'body' && box.name !== 'html' ? box : paragraph
}

const DEEPEST = 5

/** From sure to last resort: by its own name, then in what is around it, then by its place among its like, then its bare tag. */
function selectorsFor($: CheerioAPI, target: Element, field: CorrectedField): string[] {
  const around = $(target).parents().toArray().filter(isElement).slice(0, DEEPEST)
  const place = `${target.name}:nth-of-type(${$(target).prevAll(target.name).length + 1})`
  const within = (last: string) =>
    around.flatMap((element, depth) => namesOf(element).map((name) => `${name}${depth === 0 ? ' > ' : ' '}${last}`))
  const own = namesOf(target)
  const all = [
    ...own,
    ...own.flatMap(within),
    ...within(target.name),
    ...(field === 'item' ? [] : within(place)),
    target.name,
  ]
  return all.filter((selector) => finds($, selector, target, field))
}

/** Readers take the first match, of a body the largest; the selector of an item must find several. */
function finds($: CheerioAPI, selector: string, target: Element, field: CorrectedField): boolean {
  const found = select($, selector).toArray()
  if (field === 'item') return found.includes(target) && areItems($, found.filter(isElement))
  if (field === 'body') return found.length === 1 && found[0] === target
  return found[0] === target
}

/** Titles are longer than the words of a menu. */
const TITLE_LENGTH = 6
/** A few entries of a list may be short, and a few may stand twice. */
const MOST = 0.8

/** A selector so wide that it takes in the menu finds words, one that goes too deep finds too few. */
function areItems($: CheerioAPI, links: readonly Element[]): boolean {
  const addresses = new Set(links.map(({ attribs }) => attribs.href))
  const titled = links.filter((link) => squash($(link).text()).length >= TITLE_LENGTH)
  return links.length >= 3 && addresses.size >= links.length * MOST && titled.length >= links.length * MOST
}

function isFit($: CheerioAPI, selector: string, field: CorrectedField, at: Bearings): boolean {
  const text = textAt($, selector)
  if (field === 'date') return findDates(text, at).length > 0
  return text.length >= (field === 'title' || field === 'item' ? TITLE_LENGTH : 2)
}
