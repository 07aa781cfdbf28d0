/**
 * Chinese scripts: which one a text is in, and the way between them. Mainland
 * sources are kept simplified; OpenCC's tw→cn turns 隨著 into 随着 and leaves 著名,
 * where plain t→cn leaves 随著.
 */
import { Converter as converterToTraditional } from 'opencc-js/cn2t'
import { Converter as converterToSimplified } from 'opencc-js/t2cn'

const simplify = converterToSimplified({ from: 'tw', to: 'cn' })

/** Made on first use: its dictionary is a megabyte, and a crawler never shows traditional text. */
let traditionalise: ((text: string) => string) | undefined

/** Characters that OpenCC would change and that are at home in simplified text (乾隆, 名著, 什么). */
const AT_HOME_IN_SIMPLIFIED = new Set('么乾著菸薹拚捱摺吒後徵夥榘於袷麴醣麽')

const HAN = /\p{Script=Han}/u
/** Least share of traditional-only characters among the Han characters of a text in traditional script. */
const TRADITIONAL_SHARE = 0.05

const changed = new Map<string, boolean>()
/** The same by code unit, which nearly every character is: 0 not asked yet, 1 stays, 2 changes. */
const changedUnits = new Uint8Array(0x10000)

/** True when simplification changes this one character. */
export function changesInSimplified(character: string): boolean {
  const unit = character.length === 1 ? character.charCodeAt(0) : undefined
  const known = unit === undefined ? changed.get(character) : answerOf(changedUnits[unit])
  if (known !== undefined) return known
  const answer = toSimplified(character) !== character
  if (unit === undefined) changed.set(character, answer)
  else changedUnits[unit] = answer ? 2 : 1
  return answer
}

const answerOf = (unit = 0) => (unit === 0 ? undefined : unit === 2)

/** The block that nearly all of them stand in is asked without an expression. */
function isHan(character: string): boolean {
  const unit = character.charCodeAt(0)
  return unit >= 0x4e00 && unit <= 0x9fff ? true : unit > 0x2e7f && HAN.test(character)
}

/** True for text written in traditional script; one borrowed character in a simplified text does not make it so. */
export function isTraditional(text: string): boolean {
  let han = 0
  let traditional = 0
  for (const character of text) {
    if (!isHan(character)) continue
    han += 1
    if (!AT_HOME_IN_SIMPLIFIED.has(character) && changesInSimplified(character)) traditional += 1
  }
  return traditional > 0 && traditional >= han * TRADITIONAL_SHARE
}

/** Meant for traditional text. 么 stays, since OpenCC would read every simplified 什么 as 什幺. */
export function toSimplified(text: string): string {
  if (!HAN.test(text)) return text
  return text.includes('么') ? text.split('么').map(simplify).join('么') : simplify(text)
}

/** By character for official text: words are not changed (软件 becomes 軟件, not 軟體). */
export function toTraditional(text: string): string {
  if (!HAN.test(text)) return text
  traditionalise ??= converterToTraditional({ from: 'cn', to: 'tw' })
  return traditionalise(text)
}

/** Variants that OpenCC leaves alone and that readers type either way. */
const VARIANTS: Record<string, string> = {
  臺: '台',
  羣: '群',
  峯: '峰',
  裏: '里',
  裡: '里',
  綫: '线',
  着: '着',
  著: '着',
}
const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'gu')

/** One form for searching: simplified, variants joined, full width to ASCII (NFKC), lower case. Never for showing. */
export function foldScript(text: string): string {
  return toSimplified(text.normalize('NFKC'))
    .replace(VARIANT, (character) => VARIANTS[character] ?? character)
    .toLowerCase()
}
