/** JSON read strictly, that remembers where each value stands, so that a mistake can be shown in its line. */
import { isNode, isPair, isScalar, LineCounter, type Pair, parseDocument } from 'yaml'

/** From 1, as editors count. */
export interface Place {
  line: number
  column: number
}

export type Path = readonly PropertyKey[]

export interface PlacedJson {
  value: unknown
  /** Of the value at the path, or of the nearest thing around it that is there; `key` points at its name instead. */
  placeOf(path: Path, what?: 'value' | 'key'): Place
}

/** Text that is no JSON; `place` is where reading stopped. */
export class JsonError extends Error {
  override name = 'JsonError'
  readonly place: Place
  constructor(message: string, place: Place, cause: unknown) {
    super(message, { cause })
    this.place = place
  }
}

/** Throws JsonError. Comments, tabs between tokens and a byte order mark are judged as JSON judges them. */
export function parsePlacedJson(text: string): PlacedJson {
  const value = parseStrictly(text)
  const lines = new LineCounter()
  // Every JSON text is YAML 1.2, and this parser keeps offsets.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, version: '1.2' })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  return {
    value,
    placeOf(path, what = 'value') {
      for (let depth = path.length; depth > 0; depth -= 1) {
        const offset = offsetOf(document, path.slice(0, depth), what)
        if (offset !== undefined) return placeAt(offset)
      }
      return { line: 1, column: 1 }
    },
  }
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: Path, what: 'value' | 'key'): number | undefined {
  if (what === 'key') {
    const owner: unknown = document.getIn(path.slice(0, -1), true)
    const pairs: unknown[] = isNode(owner) && 'items' in owner ? owner.items : []
    const pair = pairs.find((one): one is Pair => isPair(one) && isScalar(one.key) && one.key.value === path.at(-1))
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined
  }
  const node: unknown = document.getIn(path, true)
  return isNode(node) ? node.range?.[0] : undefined
}

function parseStrictly(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const told = messageOf(cause)
    throw new JsonError(told.replace(/\s+in JSON at position.*$|, (?:"|\.\.\.)[\s\S]*$/, ''), stopIn(text), cause)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Just after the shortest beginning of the text that cannot be continued to JSON, or at the end when all of it can. */
function stopIn(text: string): Place {
  let [good, bad] = [0, text.length + 1]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isHopeless(text.slice(0, middle))) bad = middle
    else good = middle
  }
  const lines = text.slice(0, good).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/** The engine complains of something before the end; of an end that comes too soon it names the end, or nothing. */
function isHopeless(text: string): boolean {
  try {
    JSON.parse(text)
    return false
  } catch (error) {
    const position = /position (\d+)/.exec(messageOf(error))?.[1]
    return position === undefined ? /Unexpected token/.test(messageOf(error)) : Number(position) < text.length
  }
}
