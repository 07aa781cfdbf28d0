/** What a piece of XML is, and whether it may be handed to a parser. Looks at each character once at most. */

/** Documents of publishers nest a dozen deep; parsers pay for depth. */
const MAX_DEPTH = 100
/** What stands between two marks is passed over, whatever it holds. */
const PASSED: readonly [string, string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/** Local name of the root element in lower case, without its prefix; undefined when the text does not begin as XML. */
export function rootOf(text: string): string | undefined {
  const head = withoutDoctype(text).slice(0, 20_000)
  for (let at = 0; at < head.length; ) {
    const rest = head.slice(at)
    const blank = /^[\s\ufeff]+/.exec(rest)?.[0].length
    const end = blank ? at + blank : endOfPassed(head, at)
    if (end === undefined) return /^<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])/.exec(rest)?.[1]?.toLowerCase()
    at = end
  }
  return undefined
}

/** Entities that a document declares for itself are never expanded: they are how a few bytes become gigabytes. */
export function withoutDoctype(text: string): string {
  const start = text.slice(0, 20_000).search(/<!DOCTYPE\b/i)
  if (start < 0) return text
  const bracket = text.indexOf('[', start)
  const close = text.indexOf('>', start)
  if (close < 0) return text.slice(0, start)
  if (bracket < 0 || bracket > close) return text.slice(0, start) + text.slice(close + 1)
  const inside = text.indexOf(']', bracket)
  const end = inside < 0 ? -1 : text.indexOf('>', inside)
  return end < 0 ? text.slice(0, start) : text.slice(0, start) + text.slice(end + 1)
}

export function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const passed = endOfPassed(text, at)
    const end = passed ?? text.indexOf('>', at) + 1
    if (end === 0) return false
    if (passed === undefined && text[at + 1] !== '!' && text[end - 2] !== '/') depth += text[at + 1] === '/' ? -1 : 1
    if (depth > MAX_DEPTH) return true
    at = end
  }
  return false
}

function endOfPassed(text: string, at: number): number | undefined {
  const [open, close] = PASSED.find(([mark]) => text.startsWith(mark, at)) ?? []
  if (!open || !close) return undefined
  const end = text.indexOf(close, at + open.length)
  return end < 0 ? text.length : end + close.length
}
