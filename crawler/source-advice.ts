/** What to write instead, for what the shape of a file finds wrong with it. */
import type { z } from 'zod'
import type { PlacedJson } from './json-places.ts'
import type { Problem } from './problems.ts'

type Issue = z.core.$ZodIssue

/** Every issue of a schema as a problem with its place; a field too many is a problem of its own each. */
export function toProblems(
  file: string,
  json: PlacedJson,
  issues: readonly Issue[],
  fields: readonly string[],
): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        file,
        ...json.placeOf([...issue.path, key], 'key'),
        at: [...issue.path, key].join('.'),
        message: 'there is no such field',
        advice: adviceForField(key, issue.path.length === 0 ? fields : []),
      }))
    return [{ file, ...json.placeOf(issue.path), at: issue.path.join('.') || '(top)', ...tell(issue) }]
  })
}

function tell(issue: Issue): Pick<Problem, 'message' | 'advice'> {
  if (issue.code === 'invalid_value') return { message: 'not one of the words', advice: `write ${oneOf(issue.values)}` }
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return { message: 'no whole address', advice: 'write it as in "https://www.example.org/news/"' }
  if (issue.code === 'invalid_format' && issue.format === 'regex')
    return { message: 'not of the right form', advice: `write what fits ${issue.pattern}` }
  if (issue.code === 'invalid_type') return { message: issue.message, advice: EXAMPLES[issue.expected] }
  return { message: issue.message }
}

const EXAMPLES: Record<string, string> = {
  string: 'write it in quotes',
  boolean: 'write true or false, without quotes',
  number: 'write a number, without quotes',
  array: 'write it in [ ]',
  object: 'write it in { }',
}

function oneOf(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ')
}

function adviceForField(key: string, fields: readonly string[]): string {
  const near = nearestTo(key, fields)
  if (near) return `write "${near}" if that is meant, else take it out`
  return fields.length > 0 ? `take it out; fields are ${fields.join(', ')}` : 'take it out'
}

/** The word that is fewest letters away; undefined when none is near. */
export function nearestTo(word: string, words: readonly string[]): string | undefined {
  const reach = Math.max(1, Math.floor(word.length / 3))
  const [best] = words
    .map((candidate) => ({ candidate, distance: distanceOf(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= reach)
    .sort((one, other) => one.distance - other.distance)
  return best?.candidate
}

/** Letters to change, add or take away (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, facing] of [...other].entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === facing ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
