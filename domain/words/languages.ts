/** Which language's words a text is read with. */
import { en } from './en.ts'
import type { Words } from './words.ts'
import { zh } from './zh.ts'

const LANGUAGES: Words[] = [zh, en]

const HAN = /\p{Script=Han}/u
const LATIN = /\p{Script=Latin}/u
/** Enough to tell the script of a text. */
const LOOKED_AT = 400

/** A word of letters says as much as two characters of Han. */
const countOf = (text: string, one: RegExp) => text.match(new RegExp(one.source, 'gu'))?.length ?? 0
const LETTERS_OF_A_HAN = 3

function scriptOf(head: string): Words['script'] | undefined {
  const han = HAN.test(head) ? countOf(head, HAN) : 0
  const latin = LATIN.test(head) ? countOf(head, LATIN) / LETTERS_OF_A_HAN : 0
  if (han === 0 && latin === 0) return undefined
  return han >= latin ? 'han' : 'latin'
}

/**
 * The table for a text: of the languages named (a town's, first is its own), the first that is written in
 * the text's script; any of that script where none is named. A text of neither script is read as the first.
 */
export function wordsFor(title: string, body = '', languages: readonly string[] = []): Words {
  const tags = languages.map((language) => language.split('-')[0])
  const named = tags.flatMap((tag) => LANGUAGES.filter((words) => words.tag === tag))
  const script = scriptOf(`${title.slice(0, LOOKED_AT)}\n${body.slice(0, LOOKED_AT)}`)
  const ofScript = (words: Words) => script === undefined || words.script === script
  return named.find(ofScript) ?? LANGUAGES.find(ofScript) ?? named[0] ?? zh
}
