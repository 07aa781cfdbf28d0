/** Articles that are split: where the next part is, and parts made one again. */

import { textContent } from 'domutils'
import type { Article } from '../../domain/page.ts'
import { uniqueBy } from './attachments.ts'
import type { OpenDocument } from './document.ts'
import { keyOf } from './keys.ts'
import { squash } from './lines.ts'

const NEXT =
  /^[\s[【<«(]*(?:下一?[页頁]|后一页|next(?: page)?|page suivante|siguiente página|nächste seite|次のページ(?:へ)?|次へ|다음 ?페이지)[\s\]】>»›→)]*$/i
const RELATION = 'link[rel~="next"], a[rel~="next"]'
/** Links to the next article, not to the next part of this one. */
const OTHER = /下一?[篇条則则]|next (?:article|post|story)/i

/** Address of the next part, on the same host and under the same name as this one: `t1_2.html` after `t1.html`, `?page=2`. */
export function findNextPart({ find, page, absolute }: OpenDocument): string | undefined {
  const links = [
    ...find(RELATION),
    ...find('a[href]').filter((link) => isNext(textContent(link)) && !OTHER.test(link.attribs.title ?? '')),
  ]
  for (const link of links) {
    const url = absolute(link.attribs.href)
    if (url && isNextPart(page.url, url)) return url
  }
  return undefined
}

/** Whole paragraphs stand in links. */
const LONGEST_NEXT = 100

function isNext(text: string): boolean {
  const words = text.trim()
  return words.length <= LONGEST_NEXT && NEXT.test(squash(words))
}

const MOST_PARTS = 20
const ENDING = /\.(?:s?html?|php|aspx?|jsp|do)$/i
const IN_QUERY = /^(?:page|p|pn|pageno|page_?index|currentpage|pg|part)$/i

/** Same host; the same address with `_2` (or `_1`, where counting begins at 0) at the end of its name, or with one more there or in the query. */
export function isNextPart(from: string, to: string): boolean {
  if (!URL.canParse(from) || !URL.canParse(to)) return false
  const [here, there] = [new URL(from), new URL(to)]
  if (here.host !== there.host) return false
  const [one, other] = [queryOf(here), queryOf(there)]
  if (one.rest !== other.rest) return false
  if (here.pathname === there.pathname) return other.part === (one.part ?? 1) + 1 && other.part <= MOST_PARTS
  return one.part === other.part && isNextName(nameOf(here), nameOf(there))
}

function queryOf({ searchParams }: URL): { part: number | undefined; rest: string } {
  const isPart = ([key, value]: [string, string]) => IN_QUERY.test(key) && /^\d{1,2}$/.test(value)
  const pairs = [...searchParams]
  const part = pairs.find(isPart)?.[1]
  return {
    part: part === undefined ? undefined : Number(part),
    rest: String(new URLSearchParams(pairs.filter((pair) => !isPart(pair)))),
  }
}

function nameOf({ pathname }: URL): { path: string; ending: string } {
  const ending = ENDING.exec(pathname)?.[0] ?? ''
  return { path: pathname.slice(0, pathname.length - ending.length).replace(/\/$/, ''), ending }
}

function isNextName(here: ReturnType<typeof nameOf>, there: ReturnType<typeof nameOf>): boolean {
  const [, stem = '', number = ''] = /^(.*)[_/-](\d{1,2})$/.exec(there.path) ?? []
  if (here.ending !== there.ending || stem === '') return false
  if (here.path === stem) return number === '1' || number === '2'
  // What is counted must itself be an article, known by a number: `/news/3` after `/news/2` is another article.
  const [, before = '', last = ''] = /^(.*)[_/-](\d{1,2})$/.exec(here.path) ?? []
  return before === stem && /\d[^/]*$/.test(stem) && Number(number) === Number(last) + 1 && Number(number) <= MOST_PARTS
}

/** One article out of its parts in order: fields of the first, text and what it holds of all. Throws RangeError without parts. */
export function joinParts(parts: readonly Article[]): Article {
  const [first] = parts
  if (!first) throw new RangeError('an article has at least one part')
  const { nextPart: _, ...fields } = first
  const bodies = parts.map(({ body }, index) => (index === 0 ? body : withoutHeadline(body, first.title)))
  return {
    ...fields,
    body: bodies.filter((body) => body !== '').join('\n'),
    bodyHtml: parts.map(({ bodyHtml }) => bodyHtml).join('\n'),
    images: [...new Set(parts.flatMap(({ images }) => images))],
    attachments: uniqueBy(
      parts.flatMap(({ attachments }) => attachments),
      ({ url }) => url,
    ),
    tables: parts.flatMap(({ tables }) => tables),
    evidence: { ...first.evidence, parts: String(parts.length) },
  }
}

function withoutHeadline(body: string, title: string): string {
  const [head = '', ...rest] = body.split('\n')
  return keyOf(head) === keyOf(title) && keyOf(head) !== '' ? rest.join('\n') : body
}
