/** How a character may be read aloud; copy sites note the first reading of a table, not the one in context. */
import { pinyin } from 'pinyin-pro'
import { toSimplified } from '../script.ts'

const readingsOf = new Map<string, Set<string>>()

/** Every reading of the character and of its simplified form, toned, NFC. */
function findReadings(character: string): Set<string> {
  let readings = readingsOf.get(character)
  if (!readings) {
    readings = new Set()
    for (const form of new Set([character, toSimplified(character)])) {
      for (const reading of pinyin(form, { multiple: true, type: 'array' })) readings.add(reading.normalize('NFC'))
    }
    readingsOf.set(character, readings)
  }
  return readings
}

/** `letters` as a page writes them: NFD, and the IPA g of some input methods, are taken too. */
export function isReading(character: string, letters: string): boolean {
  return findReadings(character).has(letters.normalize('NFC').replaceAll('\u0261', 'g'))
}

/** Letters without tone marks: lüè becomes lue, and so do lve and lüe. */
function withoutTone(reading: string): string {
  return reading.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('\u0261', 'g').replaceAll('v', 'u')
}

/** A reading when tones do not count. */
export function isPlainReading(character: string, letters: string): boolean {
  const plain = withoutTone(letters)
  return [...findReadings(character)].some((reading) => withoutTone(reading) === plain)
}
