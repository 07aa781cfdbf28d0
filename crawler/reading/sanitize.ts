/** A tree written as HTML that is safe to show: a short allow-list, every sign that could be mark-up escaped, nothing parsed again. */
import { load } from 'cheerio'
import { hasSafeScheme } from '../../domain/urls.ts'
import { type Element, isElement, type Node } from './document.ts'
import { MUTE, walk } from './tree.ts'

/** What an element of the publisher becomes. What is not named here goes, and what it says stays. */
const BECOMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (
      'p br h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr th td blockquote pre code ' +
      'strong b em i u s sub sup figure figcaption hr a img'
    )
      .split(' ')
      .map((name) => [name, name]),
  ),
  div: 'p',
  section: 'p',
  article: 'p',
  center: 'p',
  ucapcontent: 'p',
  'founder-content': 'p',
}
const VOID = new Set(['br', 'hr', 'img'])
/** An open paragraph ends where one of these begins. */
const CLOSES_P = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre figure hr'.split(' '))
const MAX_DEPTH = 60

/** HTML in, safe HTML out. */
export function sanitizeBody(html: string): string {
  return writeSafe(load(html, { scriptingEnabled: false }).root().toArray())
}

/** Addresses are absolute by now; one without a scheme that is safe is dropped and its words stay. */
export function writeSafe(roots: readonly Node[]): string {
  const out: string[] = []
  const open: string[] = []
  const names = new Map<Element, string>()
  const closeParagraph = () => {
    if (open.at(-1) !== 'p') return
    open.pop()
    out.push('</p>')
  }
  walk(
    roots,
    (node) => {
      if (node.type === 'text') out.push(escaped(node.data))
      if (!isElement(node)) return node.type === 'root'
      if (MUTE.has(node.name)) return false
      const name = open.length < MAX_DEPTH ? BECOMES[node.name] : undefined
      if (!name || (name === 'img' && !isPicture(node))) return true
      if (CLOSES_P.has(name)) closeParagraph()
      out.push(`<${name}${attributesOf(node, name)}>`)
      if (VOID.has(name)) return true
      open.push(name)
      names.set(node, name)
      return true
    },
    (node) => {
      const name = names.get(node)
      const at = name === undefined ? -1 : open.lastIndexOf(name)
      // A paragraph may have been closed by what it held.
      if (name === undefined || (name === 'p' && open.at(-1) !== 'p') || at < 0) return
      while (open.length > at) out.push(`</${open.pop()}>`)
    },
  )
  return tidied(out.join(''))
}

function tidied(html: string): string {
  let tidy = html
  for (let before = ''; before !== tidy; ) {
    before = tidy
    tidy = tidy.replace(/<(p|a|strong|b|em|i|u|s|sub|sup|h[1-6]|li|ul|ol|figure|figcaption)(?: [^<>]*)?>\s*<\/\1>/g, '')
  }
  return tidy.replace(/[^\S\n]*\n\s*/g, '\n').trim()
}

function isPicture({ attribs }: Element): boolean {
  return /^https?:\/\//i.test(attribs.src ?? '')
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Only the signs of mark-up: whole pages of Chinese as entities would be three times as long. */
function escaped(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '')
}

const WITH_ATTRIBUTES = new Set(['a', 'img', 'td', 'th'])

function attributesOf({ attribs }: Element, name: string): string {
  if (!WITH_ATTRIBUTES.has(name)) return ''
  return Object.entries(kept(attribs, name))
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')
}

function kept(attribs: Record<string, string>, name: string): Record<string, string> {
  const pick = (...keys: string[]) =>
    Object.fromEntries(keys.flatMap((key) => (attribs[key] === undefined ? [] : [[key, attribs[key] ?? '']])))
  if (name === 'a')
    return {
      ...(hasSafeScheme(attribs.href ?? '') ? pick('href', 'title') : pick('title')),
      rel: 'nofollow noopener noreferrer',
    }
  if (name === 'img') return pick('src', 'alt', 'width', 'height')
  return name === 'td' || name === 'th' ? pick('colspan', 'rowspan') : {}
}
