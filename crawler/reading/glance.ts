/** What can be seen of a page at a glance: enough to tell a page from an error, a log-in or a challenge, on the tree that the readers will use where there is one. */
import { type ChildNode, type Document, isTag, isText } from 'domhandler'
import { Parser } from 'htmlparser2'
import type { Page } from '../../domain/page.ts'
import { squash } from './lines.ts'
import { lookAtTree } from './parsed.ts'

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
export function glanceAt(page: Page): Glance {
  const tree = lookAtTree(page)
  const { seen, open, looker } = createLooker()
  if (tree) showTree(tree, looker, () => isEnough(seen))
  else {
    const parser = new Parser(looker)
    for (let at = 0; at < page.text.length && !isEnough(seen) && open.all <= DEEPEST; at += CHUNK)
      parser.write(page.text.slice(at, at + CHUNK))
    parser.end()
  }
  return { ...seen, title: squash(seen.title), words: squash(seen.words), around: squash(seen.around) }
}

interface Looker {
  onopentag(name: string, attributes: Record<string, string>): void
  ontext(text: string): void
  onclosetag(name: string): void
}

/** What a parser would say of a tree that is there already. */
function showTree(tree: Document, { onopentag, ontext, onclosetag }: Looker, isDone: () => boolean): void {
  let node: ChildNode | Document | null = tree
  while (node && !isDone()) {
    if (isText(node)) ontext(node.data)
    else if (isTag(node)) onopentag(node.name, node.attribs)
    const first: ChildNode | undefined = isTag(node) || node === tree ? node.children[0] : undefined
    if (first) {
      node = first
      continue
    }
    if (isTag(node)) onclosetag(node.name)
    while (node && !node.next) {
      node = node.parent as ChildNode | Document | null
      if (node && isTag(node)) onclosetag(node.name)
    }
    node = node?.next ?? null
  }
}

function createLooker() {
  const seen = emptyGlance()
  const open = { all: 0, silent: 0, around: 0 }
  let inside: 'title' | 'script' | undefined
  let link = ''
  const count = (name: string, by: number) => {
    open.all += by
    if (SILENT.has(name)) open.silent = Math.max(0, open.silent + by)
    if (AROUND.has(name)) open.around = Math.max(0, open.around + by)
  }
  const looker: Looker = {
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
  }
  return { seen, open, looker }
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
