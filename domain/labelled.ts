/** `label：value` lines, the way notices put their fields. */
import { squash } from './text.ts'

/** The value behind the first of the labels that stands at the head of a line or clause, up to the line's end; `stops` ends it earlier. */
export function findLabelled(text: string, labels: string, stops = '\\n'): string | undefined {
  const pattern = new RegExp(
    `(?:^|[\\n。；;，,、\\s（(）)\\d.．])(?:${labels})\\s*(?:[:：]|[为是](?=[^，。]))\\s*([^${stops}]{1,200})`,
    'iu',
  )
  const value = pattern.exec(text)?.[1]
  return value ? squash(value).replace(/[。；;，,]$/u, '') || undefined : undefined
}
