/** Masks in HTML: a number is seen as its reader sees it, whatever tags, paragraphs and entities stand inside it. */
import type { MaskOptions } from './number-owner.ts'
import { findPrivate, MOST_ROUNDS, maskPersonal } from './privacy.ts'

const TAG = /(<[a-z/!][^<>]*>)/iu
const TAGS = /<[a-z/!][^<>]*>/giu
const BLOCK_TAG =
  /^<\/?(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|br|hr|section|article|blockquote|pre|figure|figcaption|caption|details|summary)\b/iu
/** Figures of two cells are two figures. */
const CELL_TAG = /^<\/?(?:td|th|tr|table|thead|tbody|tfoot)\b/iu
/** Signs that may stand for a blank or a digit inside a number. */
const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|[a-z]{1,8});/iuy
const BLANKS: Record<string, string> = { '&nbsp;': ' ', '&ensp;': ' ', '&emsp;': ' ', '&thinsp;': ' ' }

/** The text without markup; `from` and `to` are the offsets in the HTML of each of its UTF-16 units. */
interface Flat {
  text: string
  from: number[]
  to: number[]
}

function entityAt(html: string, at: number): { raw: string; sign: string } | undefined {
  ENTITY.lastIndex = at
  const match = ENTITY.exec(html)
  if (!match) return undefined
  const code = match[1] ? Number(match[1]) : match[2] ? Number.parseInt(match[2], 16) : undefined
  const known = code !== undefined && code > 0 && code < 0xd800 ? String.fromCharCode(code) : undefined
  return { raw: match[0], sign: known ?? BLANKS[match[0].toLowerCase()] ?? '&' }
}

const breakOf = (tag: string): string => (CELL_TAG.test(tag) ? '\n|\n' : BLOCK_TAG.test(tag) ? '\n' : '')

function flatten(html: string): Flat {
  const flat: Flat = { text: '', from: [], to: [] }
  const add = (signs: string, start: number, end: number) => {
    for (const sign of signs) {
      flat.text += sign
      flat.from.push(start)
      flat.to.push(end)
    }
  }
  let at = 0
  for (const piece of html.split(TAG)) {
    const end = at + piece.length
    if (TAG.test(piece)) add(breakOf(piece), at, at)
    else
      for (let start = at; start < end; ) {
        const unit = html.charAt(start)
        const entity = unit === '&' ? entityAt(html, start) : undefined
        const next = start + (entity?.raw.length ?? 1)
        const sign = entity?.sign ?? unit
        flat.text += /[\t\n\r]/.test(sign) ? ' ' : sign
        flat.from.push(start)
        flat.to.push(next)
        start = next
      }
    at = end
  }
  return flat
}

/** Every tag stays, so that the page keeps its shape; what stood between those of a number is gone. */
function maskOnce(html: string, options: MaskOptions): string {
  const { text, from, to } = flatten(html)
  let masked = ''
  let done = 0
  for (const span of findPrivate(text, options)) {
    const [start = done, end = done] = [from[span.from], to[span.to - 1]]
    const tags = html.slice(start, end).match(TAGS) ?? []
    masked += html.slice(done, start) + span.mask + tags.join('')
    done = end
  }
  return masked + html.slice(done)
}

const maskAttributes = (html: string, options: MaskOptions) =>
  html.replace(TAGS, (tag) =>
    tag.replace(
      /(\s(?:alt|title|aria-label)\s*=\s*")([^"]*)(")/giu,
      (_, head: string, value: string, tail: string) => head + maskPersonal(value, options) + tail,
    ),
  )

/** Addresses that are a number or a mail themselves; `target` is all before their parameters. */
const LINK =
  /(<a\b[^<>]*?)\shref\s*=\s*(["']?)(?:mailto|tel|smsto|sms|callto):([^"'?\s>]*)[^"'\s>]*\2([^<>]*>)([^<]{0,40})/giu

const bare = (target: string) => target.replace(/[^\w@.+]/gu, '')

/** What a percent sign hides; a target that is no such writing is taken as it stands. */
const decoded = (target: string) =>
  target.replace(/%([2-7][\da-f])/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** A link loses a private target; one that the masked text shows, or that its words give as a body's own, stays. */
function maskLinks(html: string, options: MaskOptions): string {
  if (!/(?:mailto|tel|sms|smsto|callto):/iu.test(html)) return html
  const shown = bare(html.replace(/<[^<>]*>/gu, ''))
  return html.replace(LINK, (whole, head: string, _quote, raw: string, tail: string, words: string, at: number) => {
    const target = decoded(raw)
    if (shown.includes(bare(target))) return whole
    const before = html
      .slice(Math.max(0, at - CONTEXT), at)
      .replace(BLOCKS, '\n')
      .replace(/<?[^<>]*>/gu, '')
    const told = `${before}${words}${target}`
    return maskPersonal(told, options).endsWith(target) ? whole : head + tail + words
  })
}
/** So much of the HTML before a link is asked whose it is. */
const CONTEXT = 200
const BLOCKS = /<\/?(?:p|div|li|td|th|tr|br|h[1-6])\b[^<>]*>/giu

/** `maskPersonal` for HTML: text is masked, and what is said of pictures, and links to a number; other addresses stay. */
export function maskHtml(html: string, options: MaskOptions): string {
  let masked = maskAttributes(html, options)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = maskOnce(masked, options)
    if (next === masked) break
    masked = next
  }
  return maskLinks(masked, options)
}
