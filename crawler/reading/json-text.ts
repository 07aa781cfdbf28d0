/** JSON, and what scripts write as loosely, however it is wrapped: bare, handed to a function (JSONP), assigned to a variable, or inside a script of a page. */
import { readLiteral, rowsByPlace } from './script-literals.ts'

export type Json = Record<string, unknown>

/** Scripts hold thousands of brackets that are no data; only so many are tried. */
const MAX_TRIES = 20
/** Shorter data is settings. */
const MIN_DATA = 60

/** Undefined when the text as a whole is no data. */
export function parseData(text: string): unknown {
  const trimmed = text.trim().replace(/;\s*$/, '')
  if (/^[[{]/.test(trimmed)) return parseJson(trimmed)
  const [opening] = /^(?:\/\*\*\/)?\s*(?:try\s*\{\s*)?[\w$.]{1,100}\s*\(\s*(?=[[{"'])/.exec(trimmed) ?? []
  if (opening) return parseJson(trimmed.slice(opening.length, trimmed.lastIndexOf(')')).trim())
  const [assigned] = /^(?:(?:var|let|const)\s+)?[\w$.]{1,100}\s*=\s*(?=[[{])/.exec(trimmed) ?? []
  return assigned ? parseJson(trimmed.slice(assigned.length)) : undefined
}

/** Values written into one script: the whole of it, or what is assigned or passed in it. */
export function valuesIn(script: string): unknown[] {
  const whole = parseData(script)
  if (whole !== undefined) return [whole]
  const values: unknown[] = [rowsByPlace(script)]
  const starts = /[=(:,]\s*(?=[[{]\s*(?:["'{[]|[\w$]{1,40}\s*:))/g
  let tries = 0
  for (let match = starts.exec(script); match && tries < MAX_TRIES; match = starts.exec(script)) {
    const start = match.index + match[0].length
    const end = endOfValue(script, start)
    tries += 1
    const value = end - start >= MIN_DATA ? parseJson(script.slice(start, end)) : undefined
    if (value !== undefined) values.push(value)
    // What could not be read is passed over as a whole, so that no character is looked at twice.
    starts.lastIndex = Math.max(end, start + 1)
  }
  return values
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return readLiteral(text)
  }
}

/** Behind the bracket that closes the one at `start`; the end of the script when there is none. */
function endOfValue(script: string, start: number): number {
  const marks = /["'[\]{}]/g
  marks.lastIndex = start
  let depth = 0
  for (let match = marks.exec(script); match; match = marks.exec(script)) {
    const [mark] = match
    if (mark === '"' || mark === "'") marks.lastIndex = endOfString(script, match.index)
    else depth += mark === '[' || mark === '{' ? 1 : -1
    if (depth === 0) return match.index + 1
  }
  return script.length
}

function endOfString(script: string, start: number): number {
  const quote = script[start]
  const marks = /\\.|["'\n]/gs
  marks.lastIndex = start + 1
  for (let match = marks.exec(script); match; match = marks.exec(script))
    if (match[0] === quote || match[0] === '\n') return match.index + 1
  return script.length
}
