import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { load } from 'cheerio'
import { type AnyNode, isTag, isText } from 'domhandler'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPage, readManifest } from '../../bench/quality/manifest.ts'
import { parseOrderly } from './orderly.ts'

/** Inside these nobody reads, and the parsers name attributes of drawings differently. */
const UNREAD = new Set(['svg', 'math', 'textarea', 'select', 'noscript', 'iframe', 'style', 'script'])

/** A tree as marks: blanks do not count, comments neither. */
function marksOf(root: AnyNode): string[] {
  const marks: string[] = []
  const enter = (node: AnyNode) => {
    if (isText(node) && node.data.trim() !== '') marks.push(node.data.replace(/\s+/g, ' ').trim())
    if (node.type === 'root') for (const child of node.children) enter(child)
    if (!isTag(node)) return
    marks.push(node.name === 'svg' ? '<svg' : `<${node.name} ${JSON.stringify(Object.entries(node.attribs))}`)
    if (!UNREAD.has(node.name)) for (const child of node.children) enter(child)
    marks.push('>')
  }
  enter(root)
  return marks
}

function standardMarks(html: string): string[] {
  const [root] = load(html, { scriptingEnabled: false }).root().toArray()
  return root ? marksOf(root) : []
}

const page = (body: string) => `<!doctype html><html><head><title>t</title></head><body>${body}</body></html>`

describe('a page that needs no mending', () => {
  it.each([
    ['paragraphs and entries without end tags', page('<p>one<p>two<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>')],
    ['rows without a section', page('<table><caption>c</caption><tr><td>1<td>2<tr><td>3</table>')],
    ['sections beside rows', page('<table><thead><tr><th>h</thead><tr><td>1</td></tr></table>')],
    ['a script behind the end of the body', `${page('<p>text</p>')}<script>count()</script>`],
    ['an end tag of a paragraph alone', page('<div>a</p>b</div>')],
    ['blocks left open at the end', '<html><head></head><body><div><div>text'],
    ['line ends of Windows', page('<p>one\r\ntwo</p>').replaceAll('><', '>\r\n<')],
  ])('has the tree of the standard: %s', (_, html) => {
    const tree = parseOrderly(html)
    expect(tree && marksOf(tree)).toEqual(standardMarks(html))
  })
})

describe('a page that needs mending', () => {
  it.each([
    ['a link left open', page('<div><a href="/">x</div><div>y</div>')],
    ['bold type that crosses a block', page('<b><div>x</b>y</div>')],
    ['an inline end tag behind a block', page('<div><span><div>x</span>y</div>z</div>')],
    ['an end tag out of a cell', page('<div><table><tr><td>x</div>y</td></tr></table></div>')],
    ['text between rows', page('<table>stray<tr><td>x</td></tr></table>')],
    ['a cell outside a table', page('<div><td>x</td></div>')],
    ['a second body', page('<body class="x">text</body>')],
    ['text behind the end of the body', `${page('text')}more`],
    ['a picture in the head', '<html><head><img src="a"></head><body>x</body></html>'],
    ['a form that ends outside', page('<form><div></form>x</div>')],
    ['a heading that ends as another', page('<div><h1>x</h2></div>')],
    ['no body', '<p>x'],
    ['a store of records', page('<script type="text/xml"><record>x</record></script>')],
  ])('is left to the other parser: %s', (_, html) => {
    expect(parseOrderly(html)).toBeUndefined()
  })
})

const NAMES =
  'div p span a b i font ul li dl dt dd table thead tbody tr td th h1 form button section center select option noscript'
/** Of the end of what only the standard sees open nobody tells us. */
const ENDS = NAMES.replace('thead tbody ', '')
const token = fc.oneof(
  fc.constantFrom(...NAMES.split(' ')).map((name) => `<${name}>`),
  fc.constantFrom(...ENDS.split(' ')).map((name) => `</${name}>`),
  fc.constantFrom('text', 'more ', '<br>', '<img src="x">', '<hr>', '<input>', '</br>', '&nbsp;'),
)

it('never gives another tree than the standard, whatever is nested in whatever', () => {
  fc.assert(
    fc.property(fc.array(token, { maxLength: 14 }), (tokens) => {
      const html = page(tokens.join(''))
      const tree = parseOrderly(html)
      if (tree) expect(marksOf(tree)).toEqual(standardMarks(html))
    }),
    { numRuns: 20_000 },
  )
})

const folder = fileURLToPath(new URL('../../../shared/pages', import.meta.url))

it.skipIf(!existsSync(folder))('gives the tree of the standard for every captured page that needs no mending', () => {
  const pages = readManifest(folder).map((entry) => loadPage(folder, entry).text)
  const orderly = pages.flatMap((html) => {
    const tree = parseOrderly(html)
    return tree ? [{ html, tree }] : []
  })
  expect(orderly.length).toBeGreaterThan(pages.length / 2)
  const plain = (marks: string[]) => marks.map((mark) => mark.replace(/\s+|\\[nrt]/g, ' '))
  for (const { html, tree } of orderly) expect(plain(marksOf(tree))).toEqual(plain(standardMarks(html)))
})
