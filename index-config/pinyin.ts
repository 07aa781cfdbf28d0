/**
 * How Chinese words are spelled in Latin letters. Kept apart since the dictionary weighs 146 kB packed: only who
 * publishes needs it, a question is looked up in the lexicon.
 */
import { pinyin } from 'pinyin-pro'

/** Syllables of a folded word without tones, ü as v; what is no Han character stands as it is. */
export type Readings = (word: string) => string[]

/** By words where the library knows them: 重庆 chong qing, 会计 kuai ji. */
export const readPinyin: Readings = (word) =>
  pinyin(word, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
