/** What the head of a page says: meta elements of any standard, and JSON-LD. */
import { textContent } from 'domutils'
import type { Catalogue } from './catalogue.ts'
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

export function readHead({ find }: Pick<Catalogue, 'find'>): Head {
  const values = new Map<string, { value: string; name: string }>()
  for (const element of find('meta')) {
    const { name, property, itemprop, content } = element.attribs
    const key = name ?? property ?? itemprop
    const value = squash(decodeTwice(content ?? ''))
    if (key && !EMPTY.test(value) && !values.has(key.toLowerCase())) values.set(key.toLowerCase(), { value, name: key })
  }
  const objects = jsonObjects(find)
  const article = findArticle(objects)
  return {
    meta: (...names) => {
      for (const wanted of names) {
        const found = values.get(wanted.toLowerCase())
        if (found) return { value: found.value, by: `meta:${found.name}` }
      }
      return undefined
    },
    jsonLd: (key) => {
      const value = squash(decodeTwice(nameOf(article?.[key], objects) ?? ''))
      return EMPTY.test(value) ? undefined : { value, by: `jsonld:${key}` }
    },
  }
}

/** Some systems escape what is already escaped, or put mark-up into a value. */
function decodeTwice(value: string): string {
  if (!/[&<]/.test(value)) return value
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

function jsonObjects(find: Catalogue['find']): Json[] {
  return find('script[type*="ld+json" i]')
    .slice(0, MOST_SCRIPTS)
    .flatMap((script) => flatten(parseJson(textContent(script))))
}
const MOST_SCRIPTS = 20

function findArticle(objects: Json[]): Json | undefined {
  const typed = objects.filter((object) => ARTICLE_TYPE.test(String(object['@type'])))
  const articles = typed.filter((object) => !/WebPage/.test(String(object['@type'])))
  return articles.find((object) => typeof object.headline === 'string') ?? articles[0] ?? typed[0]
}

/** Publishers leave line breaks in strings, commas at ends, comments around; an object is read as far as it can be mended. */
function parseJson(text: string): unknown {
  const plain = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/g, '')
    .replace(/[\u0000-\u001f]+/g, ' ')
    .trim()
  for (const attempt of [
    plain,
    plain.replace(/,\s*([}\]])/g, '$1'),
    plain.replace(/;+$/, ''),
    plain.replace(/\\(?!["\\/bfnrtu])/g, ''),
  ]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // The next way of mending it.
    }
  }
  return fieldsOf(plain)
}

/** Of an object that no mending makes whole, the plain fields that stand in it. */
function fieldsOf(text: string): Json | undefined {
  if (!ARTICLE_TYPE.test(text)) return undefined
  const fields = [
    ...text
      .slice(0, 100_000)
      .matchAll(/"(headline|datePublished|dateCreated|dateModified)"\s*:\s*"((?:[^"\\]|\\.){1,300})"/g),
  ]
  return { '@type': 'Article', ...Object.fromEntries(fields.map(([, key = '', value = '']) => [key, value])) }
}

/** Objects at the top, in a list, or in a graph. */
function flatten(value: unknown, depth = 0): Json[] {
  if (depth > 8) return []
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((one) => flatten(one, depth + 1))
  if (typeof value !== 'object' || value === null) return []
  const object = value as Json
  const inside = ['@graph', 'mainEntity', 'mainEntityOfPage'].flatMap((key) =>
    typeof object[key] === 'object' ? flatten(object[key], depth + 1) : [],
  )
  return [object, ...inside]
}

/** Persons and organisations are said by name, several one after the other; one that is only pointed at is looked up. */
function nameOf(value: unknown, objects: Json[]): string | undefined {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) {
    const names = value.slice(0, MOST_NAMES).flatMap((one) => nameOf(one, objects) ?? [])
    return names.length > 0 ? [...new Set(names)].join(', ') : undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { name, '@id': id } = value as Json
  if (name !== undefined) return nameOf(name, objects)
  const meant =
    id === undefined ? undefined : objects.find((object) => object['@id'] === id && object.name !== undefined)
  return typeof meant?.name === 'string' ? meant.name : undefined
}
const MOST_NAMES = 6
