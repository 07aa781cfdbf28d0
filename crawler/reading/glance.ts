/** What can be seen of a page at a glance: enough to tell a page from an error, a log-in or a challenge, no tree is built. */
import { Parser } from 'htmlparser2'
import { squash } from './lines.ts'

export interface Glance {
  title: string
  /** Words outside links and navigation; cut off once the page is plainly long. */
  words: string
  /** Words of links, navigation and footers. */
  around: string
  /** Links whose words are long enough for a headline. */
  headlines: number
  /** Inline scripts. */
  scripts: string
  /** Where a refresh leads: `0;url=/x`. */
  refresh: string
  hasPassword: boolean
  /** Holds what only articles of public bodies have. */
  isOfficial: boolean
  /** A store of records in a script: the list is there, though no reader sees it. */
  hasRecords: boolean
}

/** Nobody needs more to tell; pages of that length say something. */
export const LONG = 1_500
/** A list has headlines, and its furniture may say anything. */
export const LIST = 5
const HEADLINE = 10
const MOST_SCRIPT = 50_000
const MOST_AROUND = 20_000
/** Longer than any headline; patterns are slow on what has no end. */
const MOST_TITLE = 300
const CHUNK = 4_096
/** The parser moves all open elements for each new one; no page to be read nests like that. */
const DEEPEST = 2_000
const SILENT = new Set(['style', 'template', 'textarea', 'select', 'svg', 'iframe', 'object', 'head'])
const AROUND = new Set(['a', 'nav', 'footer', 'button'])

/** Never throws. */
export function glanceAt(html: string): Glance {
  const seen = emptyGlance()
  const open = { all: 0, silent: 0, around: 0 }
  let inside: 'title' | 'script' | undefined
  let link = ''
  const count = (name: string, by: number) => {
    open.all += by
    if (SILENT.has(name)) open.silent = Math.max(0, open.silent + by)
    if (AROUND.has(name)) open.around = Math.max(0, open.around + by)
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      count(name, 1)
      if (name === 'a') link = ''
      if (name === 'script' || (name === 'title' && seen.title === '')) inside = name
      note(seen, name, attributes)
    },
    ontext(text) {
      if (inside === 'title') seen.title = more(seen.title, text, MOST_TITLE)
      else if (inside === 'script') seen.scripts = more(seen.scripts, text, MOST_SCRIPT)
      else if (open.silent > 0) return
      else if (open.around > 0) {
        seen.around = more(seen.around, squash(text), MOST_AROUND)
        link = more(link, text, MOST_TITLE)
      } else seen.words += `${squash(text)} `.trimStart()
    },
    onclosetag(name) {
      count(name, -1)
      if (name === inside) inside = undefined
      if (name === 'a' && squash(link).length >= HEADLINE) seen.headlines += 1
    },
  })
  for (let at = 0; at < html.length && !isEnough(seen) && open.all <= DEEPEST; at += CHUNK)
    parser.write(html.slice(at, at + CHUNK))
  parser.end()
  return { ...seen, title: squash(seen.title), words: squash(seen.words), around: squash(seen.around) }
}

function isEnough({ words, headlines }: Glance): boolean {
  return words.length > LONG || headlines >= LIST
}

function more(text: string, next: string, most: number): string {
  return text.length < most ? (text + next).slice(0, most) : text
}

function emptyGlance(): Glance {
  const none = { hasPassword: false, isOfficial: false, hasRecords: false }
  return { title: '', words: '', around: '', headlines: 0, scripts: '', refresh: '', ...none }
}

function note(
  seen: Glance,
  name: string,
  { type = '', name: called = '', content, ...rest }: Record<string, string>,
): void {
  if (name === 'input' && /^password$/i.test(type)) seen.hasPassword = true
  if (name === 'script' && /xml|json|template/i.test(type)) seen.hasRecords = true
  if (name !== 'meta' || content === undefined) return
  if (/^refresh$/i.test(rest['http-equiv'] ?? '')) seen.refresh = content
  if (/^(?:ArticleTitle|PubDate)$/i.test(called)) seen.isOfficial = true
}
