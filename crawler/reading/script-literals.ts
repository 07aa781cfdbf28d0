/**
 * Literals written into scripts, read and never run: objects with bare keys and single quotes, markup in strings that a
 * script writes into its page, and columns filled by place (`urls[0] = '…'`). Each reader is linear and bounded.
 */
import type { Json } from './json-text.ts'

const DEEPEST = 40
const MOST_VALUES = 200_000
const MOST_SCRIPT = 2_000_000

const STRING = String.raw`"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|${'`'}(?:\\[\s\S]|[^${'`'}\\$])*${'`'}`
const BLANK = /(?:\s+|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/)*/y
const TEXT = new RegExp(STRING, 'y')
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w$])/y
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy
const NAMED: Readonly<Record<string, unknown>> = { true: true, false: false, null: null, undefined: null }

/** Where a literal is being read; what is no literal is refused by a `SyntaxError`. */
interface Reading {
  text: string
  at: number
  left: number
}

/** Undefined where the text as a whole is no literal. */
export function readLiteral(text: string): unknown {
  if (text.length > MOST_SCRIPT) return undefined
  const reading: Reading = { text, at: 0, left: MOST_VALUES }
  try {
    const value = valueAt(reading, 0)
    return /^[\s;]*$/.test(text.slice(reading.at)) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function valueAt(reading: Reading, depth: number): unknown {
  reading.left -= 1
  if (depth > DEEPEST || reading.left < 0) throw new SyntaxError('too much of a literal')
  const sign = peek(reading)
  if (sign === '[') return listAt(reading, depth)
  if (sign === '{') return recordAt(reading, depth)
  const text = take(reading, TEXT)
  if (text !== undefined) return plainText(text)
  const number = take(reading, NUMBER)
  if (number !== undefined) return Number(number)
  const word = take(reading, WORD) ?? ''
  if (!Object.hasOwn(NAMED, word)) throw new SyntaxError('no literal')
  return NAMED[word]
}

function listAt(reading: Reading, depth: number): unknown[] {
  const values: unknown[] = []
  for (reading.at += 1; peek(reading) !== ']'; ) {
    values.push(valueAt(reading, depth + 1))
    endPart(reading, ']')
  }
  reading.at += 1
  return values
}

function recordAt(reading: Reading, depth: number): Json {
  const fields: [string, unknown][] = []
  for (reading.at += 1; peek(reading) !== '}'; ) {
    const quoted = take(reading, TEXT)
    const key = quoted === undefined ? (take(reading, WORD) ?? take(reading, NUMBER)) : plainText(quoted)
    if (key === undefined || peek(reading) !== ':') throw new SyntaxError('no key')
    reading.at += 1
    fields.push([key, valueAt(reading, depth + 1)])
    endPart(reading, '}')
  }
  reading.at += 1
  return Object.fromEntries(fields)
}

/** A comma, or the bracket that closes. */
function endPart(reading: Reading, closing: string): void {
  const sign = peek(reading)
  if (sign === ',') reading.at += 1
  else if (sign !== closing) throw new SyntaxError('no literal')
}

/** The next sign that is no blank and no comment. */
function peek(reading: Reading): string {
  BLANK.lastIndex = reading.at
  reading.at += BLANK.exec(reading.text)?.[0].length ?? 0
  return reading.text.charAt(reading.at)
}

function take(reading: Reading, pattern: RegExp): string | undefined {
  pattern.lastIndex = reading.at
  const found = pattern.exec(reading.text)?.[0]
  reading.at += found?.length ?? 0
  return found
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '', v: '', 0: '', '\n': '' }

/** What a quoted text says. */
function plainText(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|([\s\S]))/gi, (_, four?: string, two?: string, sign = '') =>
      four || two ? String.fromCharCode(Number.parseInt(four ?? two ?? '', 16)) : (ESCAPES[sign] ?? sign),
    )
}

/** Comments, escaped signs outside texts, and texts. */
const PIECES = new RegExp(
  String.raw`\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|\\[\s\S]|(?<!:)\/\/[^\n]*|(?<text>${STRING})`,
  'g',
)

/** The markup that a script writes from texts of its own: all that hold a tag, or are joined to such. */
export function markupIn(script: string): string {
  if (script.length > MOST_SCRIPT || !/<\\?\/?(?:a|li|td)\b/i.test(script)) return ''
  let markup = ''
  let end = -1
  for (const { 0: whole, index, groups } of script.matchAll(PIECES)) {
    if (groups?.text === undefined) continue
    const text = plainText(groups.text)
    const isJoined = end >= 0 && index - end < 20 && /^\s*\+\s*$/.test(script.slice(end, index))
    const isMarkup = text.includes('<') || isJoined
    if (isMarkup) markup += isJoined ? text : `\n${text}`
    end = isMarkup ? index + whole.length : -1
  }
  return markup
}

const CELL =
  /(?<![\w$.])([A-Za-z_$][\w$]{0,40})\[(\d{1,4})\]\s*=\s*("(?:\\.|[^"\\\n]){0,500}"|'(?:\\.|[^'\\\n]){0,500}')/g

/** Columns that are filled one place after the other: `urls[0] = '…'; titles[0] = '…'`, as records `{ url, title }`. */
export function rowsByPlace(script: string): Json[] {
  const rows = new Map<number, Json>()
  for (const [, name = '', place, value = ''] of script.slice(0, MOST_SCRIPT).matchAll(CELL)) {
    const row = rows.get(Number(place)) ?? {}
    rows.set(Number(place), { ...row, [name.replace(/(?:Arr(?:ay)?|List|s)$/, '')]: plainText(value) })
  }
  return [...rows.values()]
}
