/** FTS5's MATCH language, written only here; nothing of a question reaches it but quoted tokens. */
import type { Alternative } from './analyse.ts'
import type { Terms } from './question.ts'

/** A string literal of FTS5: no operator, column or star inside it means anything. */
export function quoted(token: string): string {
  return `"${token.replaceAll('"', '""')}"`
}

/** AND over terms and filters; each filter is a list of tokens of which one must be there. '' when nothing is asked. */
export function matchExpression(terms: Terms, filters: readonly (readonly string[])[]): string {
  const asked = terms.map((alternatives) => anyOf(alternatives.map(allOf)))
  return [...filters.map((tokens) => anyOf(tokens.map(quoted))), ...asked].join(' AND ')
}

function allOf({ tokens, prefixes }: Alternative): string {
  const parts = [...tokens.map(quoted), ...prefixes.map((prefix) => `${quoted(prefix)} *`)]
  return parts.length === 1 ? parts.join('') : `(${parts.join(' AND ')})`
}

function anyOf(parts: string[]): string {
  return parts.length === 1 ? parts.join('') : `(${parts.join(' OR ')})`
}
