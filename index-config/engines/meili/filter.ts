/**
 * The filter language of the search server, written in this file alone. A filter is built from parts; what a reader wrote
 * only ever becomes one literal (RELIABILITY T10).
 */
import type { Attribute } from '../../settings/meilisearch.ts'

/** A whole expression in brackets, or one comparison: safe beside any other. */
export interface Filter {
  readonly text: string
}

/**
 * One literal, whatever the text holds. The server first takes `\"` for a quote and then `\\` for a backslash, so the
 * backslash is escaped before the quote.
 */
export function literal(text: string): string {
  return `"${text.toWellFormed().replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

export function equals(attribute: Attribute, value: string): Filter {
  return { text: `${attribute} = ${literal(value)}` }
}

export function startsWith(attribute: Attribute, beginning: string): Filter {
  return { text: `${attribute} STARTS WITH ${literal(beginning)}` }
}

/** Throws RangeError for what is no finite number. */
export function compares(attribute: Attribute, sign: '<' | '<=' | '=' | '>=' | '>', value: number): Filter {
  if (!Number.isFinite(value)) throw new RangeError(`not a number to compare with: ${value}`)
  return { text: `${attribute} ${sign} ${value}` }
}

export function exists(attribute: Attribute): Filter {
  return { text: `${attribute} EXISTS` }
}

export function lacks(attribute: Attribute): Filter {
  return { text: `${attribute} NOT EXISTS` }
}

/** Throws RangeError for an empty list, which would hold for everything. */
export function all(filters: readonly Filter[]): Filter {
  return joined(filters, 'AND')
}

/** Throws RangeError for an empty list, which would hold for nothing. */
export function any(filters: readonly Filter[]): Filter {
  return joined(filters, 'OR')
}

function joined(filters: readonly Filter[], word: 'AND' | 'OR'): Filter {
  const [first, ...others] = filters
  if (first === undefined) throw new RangeError(`nothing to join with ${word}`)
  if (others.length === 0) return first
  return { text: `(${filters.map(({ text }) => text).join(` ${word} `)})` }
}
