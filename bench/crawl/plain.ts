/** The least that reads the same fields: bytes, text, htmlparser2's tree, selectors compiled once. Nothing is kept. */
import { compile, selectAll, selectOne } from 'css-select'
import type { AnyNode, Element } from 'domhandler'
import { textContent } from 'domutils'
import { parseDocument } from 'htmlparser2'
import { Agent, request } from 'undici'
import { FIELDS, IMAGES, LINKS } from './fields.ts'
import { AT_ONCE, addressOf, inTurns, measure } from './variant.ts'

const fields = Object.entries(FIELDS).map(([name, { selector, attribute }]) => ({
  name,
  query: compile<AnyNode, Element>(selector),
  attribute,
}))
const links = compile<AnyNode, Element>(LINKS)
const images = compile<AnyNode, Element>(IMAGES)

await measure(async ({ port, pages }) => {
  const dispatcher = new Agent({ connections: AT_ONCE })
  const found = { titles: 0, bodyCharacters: 0 }
  return async () => {
    await inTurns(pages, async (index) => {
      const answer = await request(addressOf(port, index), { dispatcher })
      const page = read(decoded(new Uint8Array(await answer.body.arrayBuffer())))
      if (page.title !== '') found.titles += 1
      found.bodyCharacters += page.body?.length ?? 0
    })
    await dispatcher.close()
    return found
  }
})

function decoded(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).toString('latin1')
  return new TextDecoder(/charset=["']?([\w-]+)/i.exec(head)?.[1] ?? 'utf-8').decode(bytes)
}

function read(html: string): Record<string, string> {
  const document: AnyNode = parseDocument(html)
  const page: Record<string, string> = {}
  for (const { name, query, attribute } of fields) {
    const element = selectOne<AnyNode, Element>(query, document)
    page[name] = element === null ? '' : attribute ? (element.attribs[attribute] ?? '') : textContent(element)
  }
  page.links = String(selectAll<AnyNode, Element>(links, document).length)
  page.images = String(selectAll<AnyNode, Element>(images, document).length)
  return page
}
