/** GBK both ways for single characters, read off the platform's own decoder, so that no table is kept here. */

/** A double byte character: lead 0x81–0xFE, trail 0x40–0xFE without 0x7F. */
export type Bytes = readonly [lead: number, trail: number]

let characters: Map<number, string> | undefined
let codes: Map<string, Bytes> | undefined

function fill(): { characters: Map<number, string>; codes: Map<string, Bytes> } {
  if (characters && codes) return { characters, codes }
  const decoder = new TextDecoder('gbk')
  characters = new Map()
  codes = new Map()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = trail === 0x7f ? '\ufffd' : decoder.decode(Uint8Array.of(lead, trail))
      if (character.length !== 1 || character === '\ufffd' || isPrivate(character)) continue
      characters.set(lead * 256 + trail, character)
      if (!codes.has(character)) codes.set(character, [lead, trail])
    }
  }
  return { characters, codes }
}

const isPrivate = (character: string) => character >= '\ue000' && character <= '\uf8ff'

/** Undefined where GBK has no such character of two bytes. */
export function findBytes(character: string): Bytes | undefined {
  return fill().codes.get(character)
}

/** Undefined where the two bytes are no character, or one of private use. */
export function findCharacter(lead: number, trail: number): string | undefined {
  return fill().characters.get(lead * 256 + trail)
}

/** A byte that can lead a character of two. */
export function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe
}
