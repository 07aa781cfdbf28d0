/** Who published a text, for the badge beside it: what the page says, cleaned, else the source's own name. */
import { squash } from './text.ts'
import type { Source, Town } from './town.ts'
import { wordsFor } from './words/languages.ts'

const LONGEST_NAME = 60
/** No info line is longer. */
const LONGEST_LINE = 400

export function findPublisher(said: string | undefined, source: Source, town: Town): string {
  const line = squash((said ?? '').slice(0, LONGEST_LINE))
  const { label, tail, nothing } = wordsFor(line, '', town.languages).publisher
  const name = line.replace(label, '').replace(tail, '').trim()
  if (name && name.length <= LONGEST_NAME && !nothing.test(name) && !/^https?:/iu.test(name)) return name
  const first = town.languages[0]
  return (first && source.names[first]) ?? Object.values(source.names).find(Boolean) ?? source.slug
}
