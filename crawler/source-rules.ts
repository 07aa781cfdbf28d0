/** What the shape of a source cannot say: references that lead nowhere, addresses that would be refused, selectors that cannot be read. */
import { compile } from 'css-select'
import type { Category, Region, Source } from '../domain/town.ts'
import type { Path } from './json-places.ts'
import { nearestTo } from './source-advice.ts'

export interface Surroundings {
  regions: readonly Region[]
  categories: readonly Category[]
}

export interface Finding {
  path: Path
  message: string
  advice: string
}

type Rule = (source: Source, town: Surroundings) => Finding[]

const RULES: readonly Rule[] = [regionIsKnown, categoriesAreKnown, addressesAreAllowed, hostsAreHosts, selectorsRead]

export function findBroken(source: Source, town: Surroundings): Finding[] {
  return RULES.flatMap((rule) => rule(source, town))
}

function regionIsKnown({ region }: Source, { regions }: Surroundings): Finding[] {
  if (regions.some(({ code }) => code === region)) return []
  return [{ path: ['region'], message: `no region has the code ${region}`, advice: regionAdvice(region, regions) }]
}

const SHOWN = 12

/** A name was written for its code, or a code is a digit off; else the first codes of the town are shown. */
function regionAdvice(written: string, regions: readonly Region[]): string {
  const named = regions.find(({ names, aliases }) => [...Object.values(names), ...aliases].includes(written))
  const near =
    named?.code ??
    nearestTo(
      written,
      regions.map(({ code }) => code),
    )
  if (near) return `write "${near}"`
  const codes = regions.slice(0, SHOWN).map(({ code, names }) => `${code} ${Object.values(names)[0] ?? ''}`.trim())
  return `write one of: ${codes.join(', ')}${regions.length > SHOWN ? ' …' : ''}`
}

function categoriesAreKnown({ lists }: Source, { categories }: Surroundings): Finding[] {
  const ids = categories.map(({ id }) => id)
  return lists.flatMap(({ category }, at): Finding[] => {
    if (category === undefined || ids.includes(category)) return []
    const path = ['lists', at, 'category']
    return [{ path, message: `no category has the id ${category}`, advice: `write one of: ${ids.join(', ')}` }]
  })
}

function addressesAreAllowed(source: Source): Finding[] {
  const addresses: { path: Path; url: string }[] = [
    { path: ['home'], url: source.home },
    ...source.lists.map(({ url }, at) => ({ path: ['lists', at, 'url'], url })),
  ]
  return addresses.flatMap(({ path, url }): Finding[] => {
    const { protocol, username, password } = new URL(url)
    if (protocol !== 'https:' && protocol !== 'http:')
      return [{ path, message: `${protocol} is no way to fetch a page`, advice: 'write an address with https://' }]
    if (username || password)
      return [{ path, message: 'the address holds a name or password', advice: 'write it without' }]
    if (protocol === 'http:' && !source.allowHttp && path[0] === 'lists')
      return [{ path, message: 'plain http is not allowed', advice: 'write https://, or set "allowHttp": true' }]
    return []
  })
}

function hostsAreHosts({ hosts }: Source): Finding[] {
  return hosts.flatMap((host, at): Finding[] => {
    if (/^[^\s/:@]+(?::\d+)?$/.test(host)) return []
    const found = URL.canParse(host) ? new URL(host).host : ''
    const advice = found ? `write "${found}"` : 'write it as in "news.example.org"'
    return [{ path: ['hosts', at], message: 'a host has neither scheme nor path', advice }]
  })
}

function selectorsRead({ correct }: Source): Finding[] {
  return Object.entries(correct).flatMap(([field, selector]): Finding[] => {
    const wrong = selectorTrouble(selector)
    if (wrong === undefined) return []
    return [{ path: ['correct', field], message: `the selector cannot be read: ${wrong}`, advice: SELECTOR_ADVICE }]
  })
}

const SELECTOR_ADVICE = 'write a CSS selector, as in ".article-title" or "#content h1"'

/** A dot or hash without a name, or an arrow that leads nowhere: compiled without complaint, and never matching. */
const UNFINISHED = /[.#](?![\w\\-]|[^\0-\x7f])|[>+~]\s*(?:,|$)/

/** Undefined when the selector can be read. */
function selectorTrouble(selector: string): string | undefined {
  if (selector.trim() === '') return 'it is empty'
  // What stands in brackets or quotes may hold anything.
  if (UNFINISHED.test(selector.replace(/\[[^\]]*\]|"[^"]*"|'[^']*'/g, ''))) return 'a part of it is unfinished'
  try {
    compile(selector)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
