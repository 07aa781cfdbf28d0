/** What the head of a page says: meta elements of any standard, and JSON-LD. */
import type { CheerioAPI } from 'cheerio'
import { squash } from './lines.ts'

/** A value and where it stood: `meta:ArticleTitle`, `jsonld:headline`. */
export interface Said {
  value: string
  by: string
}

/** Values under which sites hide that they say nothing. */
const EMPTY = /^(?:|null|undefined|none|无|暂无|-+|0)$/i

export interface Head {
  /** First usable value of the names given, compared without case; names in order of trust. */
  meta: (...names: string[]) => Said | undefined
  /** First usable string of the article's JSON-LD under the key; persons and organisations give their name. */
  jsonLd: (key: string) => Said | undefined
}

export function readHead($: CheerioAPI): Head {
  const values = new Map<string, { value: string; name: string }>()
  for (const element of $('meta').toArray()) {
    const { name, property, itemprop, content } = element.attribs
    const key = name ?? property ?? itemprop
    const value = squash(decodeTwice(content ?? ''))
    if (key && !EMPTY.test(value) && !values.has(key.toLowerCase())) values.set(key.toLowerCase(), { value, name: key })
  }
  const article = findArticle($)
  return {
    meta: (...names) => {
      for (const wanted of names) {
        const found = values.get(wanted.toLowerCase())
        if (found) return { value: found.value, by: `meta:${found.name}` }
      }
      return undefined
    },
    jsonLd: (key) => {
      const value = squash(nameOf(article?.[key]) ?? '')
      return EMPTY.test(value) ? undefined : { value, by: `jsonld:${key}` }
    },
  }
}

/** Some systems escape what is already escaped, or put mark-up into a value. */
function decodeTwice(value: string): string {
  return value
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:nbsp|ensp|emsp);/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
}

type Json = Record<string, unknown>
const ARTICLE_TYPE = /Article|BlogPosting|Report|JobPosting|Event|WebPage/

function findArticle($: CheerioAPI): Json | undefined {
  const objects = $('script[type="application/ld+json"]')
    .toArray()
    .flatMap((script) => flatten(parseJson($(script).text())))
  const typed = objects.filter((object) => ARTICLE_TYPE.test(String(object['@type'])))
  return typed.find((object) => typeof object.headline === 'string') ?? typed[0]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/[\u0000-\u001f]+/g, ' '))
  } catch {
    return undefined
  }
}

/** Objects at the top, in a list, or in a graph. */
function flatten(value: unknown): Json[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(flatten)
  if (typeof value !== 'object' || value === null) return []
  const object = value as Json
  return [object, ...(Array.isArray(object['@graph']) ? flatten(object['@graph']) : [])]
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.length > 0 ? nameOf(value[0]) : undefined
  if (typeof value !== 'object' || value === null) return undefined
  return nameOf((value as Json).name)
}
