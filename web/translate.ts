/** Words of the interface in one language: `t('pager.next')`, `t('count.items', { n: 3 })`. */
import type { Count } from '../domain/query.ts'
import type { Names } from '../domain/town.ts'
import { LANGUAGES, type Language } from '../domain/view.ts'
import { en } from './strings/en.ts'
import type { Catalogue, Key, Message } from './strings/zh-Hans.ts'
import { zhHans } from './strings/zh-Hans.ts'
import { zhHant } from './strings/zh-Hant.ts'

export const CATALOGUES: Record<Language, Catalogue> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, en }

/** How each language calls itself: never translated, so that everyone finds his own. */
export const LANGUAGE_NAMES: Record<Language, string> = { 'zh-Hans': '简体', 'zh-Hant': '繁體', en: 'English' }

type Values = Record<string, string | number | Count>

export interface Translate {
  /** Plural and figures follow the language; an inexact count gets a `+`. */
  (key: Key, values?: Values): string
  readonly language: Language
  /** Label of an id that data brought: `t.word('flag', 'fee')`; the id itself when there is no label. */
  word(group: string, id: string): string
  figure(n: number | Count): string
}

export function translator(language: Language): Translate {
  const catalogue = CATALOGUES[language]
  const figure = (n: number | Count): string =>
    typeof n === 'number' ? numbers(language).format(n) : `${numbers(language).format(n.n)}${n.exact ? '' : '+'}`
  const fill = (message: Message, values: Values): string =>
    pick(message, values.n, language).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      return value === undefined ? whole : typeof value === 'string' ? value : figure(value)
    })
  const translate = (key: Key, values: Values = {}): string => fill(catalogue[key], values)
  return Object.assign(translate, {
    language,
    figure,
    word: (group: string, id: string): string => {
      const key = `${group}.${id}`
      return isKey(key) ? translate(key) : id
    },
  })
}

function pick(message: Message, n: Values[string] | undefined, language: Language): string {
  if (typeof message === 'string') return message
  const count = typeof n === 'number' ? n : typeof n === 'object' && n.exact ? n.n : undefined
  return (count === undefined ? undefined : message[plurals(language).select(count)]) ?? message.other
}

function isKey(key: string): key is Key {
  return Object.hasOwn(zhHans, key)
}

/** The name in this language, else in the nearest script, else in any: a name is never empty when data has one. */
export function nameIn(names: Names, language: Language): string {
  const order = [language, ...LANGUAGES, ...Object.keys(names)]
  const found = order.find((tag) => names[tag] !== undefined && names[tag] !== '')
  return (found === undefined ? undefined : names[found]) ?? ''
}

// Formatters are dear to make and hold no request's state.
const pluralCache = new Map<Language, Intl.PluralRules>()
function plurals(language: Language): Intl.PluralRules {
  const rules = pluralCache.get(language) ?? new Intl.PluralRules(language)
  pluralCache.set(language, rules)
  return rules
}
const numberCache = new Map<Language, Intl.NumberFormat>()
function numbers(language: Language): Intl.NumberFormat {
  const format = numberCache.get(language) ?? new Intl.NumberFormat(language)
  numberCache.set(language, format)
  return format
}
