/** Which language a page speaks: the address, else the reader's own list, else the town's first. */
import { parseAccept } from 'hono/utils/accept'
import { LANGUAGES, type Language } from '../domain/view.ts'

// RFC 4647 look-up would give Taiwan and Hong Kong the mainland's script; their script is said by the region.
const TRADITIONAL = /^zh-(hant|tw|hk|mo)\b/i

function toLanguage(tag: string): Language | undefined {
  if (TRADITIONAL.test(tag)) return 'zh-Hant'
  if (/^zh\b/i.test(tag)) return 'zh-Hans'
  return /^en\b/i.test(tag) ? 'en' : undefined
}

/** Languages that the reader asks for, best first, each once. `lang` in the address stands alone; one we do not speak counts as none. */
export function askedLanguages(lang: string | undefined, header: string | undefined): Language[] {
  const said = LANGUAGES.find((language) => language === lang)
  if (said !== undefined) return [said]
  const accepted = parseAccept((header ?? '').slice(0, 200))
    .filter(({ q }) => q > 0)
    .map(({ type }) => toLanguage(type))
  return [...new Set(accepted.filter((language) => language !== undefined))]
}

/** `spoken` are the town's languages, first the default; `lang` may also ask for one that the town does not list. */
export function chooseLanguage(asked: readonly Language[], spoken: readonly Language[], lang?: string): Language {
  const said = LANGUAGES.find((language) => language === lang)
  return said ?? asked.find((language) => spoken.includes(language)) ?? spoken[0] ?? 'zh-Hans'
}
