/** Elements and scripts that name a day by their own mark-up. */
import { textContent } from 'domutils'
import { type Catalogue, isWithinBox } from './catalogue.ts'
import { squash } from './lines.ts'

/** Named after what they hold; those of comments, menus and other articles are passed over. */
const DATED =
  'time, [itemprop="datePublished"], [class*="date" i], [class*="time" i], [class*="publish" i], [class*="posted" i], ' +
  '[id*="date" i], [id*="time" i], [class*="datum" i], [class*="fecha" i], [class*="entry-meta" i], [class*="submitted" i]'
const BESIDE =
  'nav, footer, aside, [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="sidebar" i], [class*="widget" i], ' +
  '[class*="recommend" i], [class*="teaser" i], [class*="listing" i], [class*="popular" i], [class*="footer" i], [class*="archive" i], [class*="update" i], [class*="modified" i], [class*="calendar" i], [class*="event" i]'
/** One of these stands in the attributes of every element that `DATED` finds, but for `time`. */
const WORDS = /date|time|publish|posted|datum|fecha|entry-meta|submitted/i
const MOST = 60
const LONGEST = 80

/** In the order of trust: marked as published, then `time`, then by name; each in the order of the page. */
export function dayOfElements({ find, findMarked }: Catalogue): { text: string; by: string; sure: boolean }[] {
  const marked = find('time').length > 0 ? find(DATED) : findMarked(DATED, WORDS)
  const found = marked
    .slice(0, MOST)
    .filter((element) => !isWithinBox(element, BESIDE))
    .map((element) => {
      const { datetime, content, itemprop } = element.attribs
      const text = datetime ?? content ?? textContent(element).slice(0, 4 * LONGEST)
      return {
        text: squash(text),
        by: element.name === 'time' ? 'time' : 'dated element',
        sure: itemprop === 'datePublished',
      }
    })
    .filter(({ text }) => text.length > 5 && text.length <= LONGEST && /\d/.test(text))
  return [
    ...found.filter(({ sure }) => sure),
    ...found.filter(({ by, sure }) => !sure && by === 'time'),
    ...found.filter(({ by, sure }) => !sure && by !== 'time'),
  ]
}

/** Pages that a script fills carry their article as an object. */
const INLINE =
  /["']?(?:pub_?time|publish_?time|publish_?date|pub_?date|published_?date|datePublished|ptime|newsTime|publishedAt|published_at|first_?published(?:_?at|_?date)?)["']?\s*[:=]\s*["']([^"'<>]{8,40})["']/gi
const MOST_INLINE = 3
/** `showDate("2020/04/17 01:43:09")` where the day stands. */
const WRITTEN = /\b(?:show|write|print|format)\w{0,12}(?:date|time)\w{0,8}\(\s*["']([^"'<>]{8,40})["']/gi

export function scriptedDates(text: string): string[] {
  const found: string[] = []
  for (const [, value = ''] of [...text.matchAll(INLINE), ...text.matchAll(WRITTEN)]) {
    found.push(value)
    if (found.length === MOST_INLINE) break
  }
  return found
}
