/** Readability as it comes, on linkedom: what any reader of bodies is measured against. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { parse, serialize } from 'parse5'

/** The tree of parse5 handed to linkedom, whose own parser leaves some captured pages without a body. */
export function plainBody(html: string): string {
  return extract(serialize(parse(html, { scriptingEnabled: false })))
}

/** linkedom's own parser: the fastest way to have Readability at all, so the measure of speed. */
export function bareBody(html: string): string {
  return extract(html)
}

function extract(html: string): string {
  const { document } = parseHTML(html)
  // Without a body there is nothing to look through, and Readability would throw.
  if (!document.documentElement || !document.body) return ''
  return new Readability(document as unknown as Document, { charThreshold: 100 }).parse()?.textContent ?? ''
}
