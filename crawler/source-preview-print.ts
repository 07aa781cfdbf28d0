/** A preview for eyes: the list, the dates, the paging, three articles, robots.txt, feeds. */
import { styleText } from 'node:util'
import type { Article } from '../domain/page.ts'
import type { Correction, SourcePreview } from './source-preview.ts'
import { confidenceOf } from './try-confidence.ts'

const ITEMS_SHOWN = 8
const BODY_SHOWN = 100

const ROBOTS: Record<SourcePreview['robots'], string> = {
  allowed: styleText('green', 'allows it'),
  forbidden: styleText('red', 'forbids it'),
  unknown: styleText('yellow', 'not known, since the list was not fetched'),
}

export function formatPreview(preview: SourcePreview): string {
  const { source, siteName, encoding, robots, feeds, list, details, corrections, problems } = preview
  return [
    head(source.lists[0]?.url ?? source.home),
    fact('robots.txt', ROBOTS[robots]),
    ...(siteName ? [fact('site', siteName)] : []),
    ...(encoding ? [fact('encoding', encoding)] : []),
    ...feeds.map((feed) => fact('feed', `this site has a feed: ${styleText('bold', feed)}`)),
    ...(robots === 'allowed' ? formatList(list) : []),
    ...(source.hosts.length > 0 ? [fact('other hosts', source.hosts.join(', '))] : []),
    ...details.flatMap(formatDetail),
    ...corrections.map(formatCorrection),
    ...problems.map((problem) => fact('problem', styleText('red', problem))),
  ].join('\n')
}

function formatList({ items, next, evidence }: SourcePreview['list']): string[] {
  const dated = items.filter(({ date }) => date !== undefined).length
  return [
    fact('items', `${items.length}, ${dated} of them with a date${reason(evidence.items)}`),
    ...items.slice(0, ITEMS_SHOWN).map(({ title, date }) => `    ${(date ?? '').slice(0, 10).padEnd(10)}  ${title}`),
    fact('next page', `${next ?? 'none found'}${reason(evidence.next)}`),
  ]
}

const head = (text: string): string => styleText('bold', text)
const fact = (name: string, text: string): string => `  ${styleText('cyan', name.padEnd(12))} ${text}`

function reason(by: string | undefined): string {
  return by ? styleText('dim', `  (${confidenceOf(by)}: ${by})`) : ''
}

function formatDetail({ url, title, publishedAt, source, body, evidence }: Article): string[] {
  return [
    `  ${head(url)}`,
    fact('  title', `${title || '?'}${reason(evidence.title)}`),
    fact('  date', `${publishedAt ?? '?'}${reason(evidence.publishedAt)}`),
    fact('  source', `${source ?? '?'}${reason(evidence.source)}`),
    fact('  body', `${body.length} characters${reason(evidence.body)}`),
    `    ${body.replace(/\n/g, ' ').slice(0, BODY_SHOWN)}`,
  ]
}

function formatCorrection({ field, text, inferred }: Correction): string {
  if (!inferred) return fact(field, styleText('red', `"${text}" stands on none of the pages`))
  const { selector, holds, of } = inferred
  const also = of > 0 ? `, and fits ${holds} of ${of} other pages` : ''
  return fact(field, `${styleText('green', selector)} finds "${text}"${also}`)
}
