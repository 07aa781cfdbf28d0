/** Chinese numerals as spoken. */

const DIGITS = '零一二三四五六七八九'
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1_000 }

/** 五千 → 5000, 一万二 → 12000, 两百零三 → 203. `numeral` holds only 零一二两兩三四五六七八九十百千万. */
export function parseNumeral(numeral: string): number {
  let total = 0
  let section = 0
  let digit = 0
  let unit = 1
  for (const sign of numeral.replaceAll(/[两兩]/gu, '二')) {
    if (sign === '零') unit = 1
    else if (DIGITS.includes(sign)) digit = DIGITS.indexOf(sign)
    else if (sign === '万') {
      total += (section + digit) * 10_000
      section = digit = 0
      unit = 10_000
    } else {
      unit = UNITS[sign] ?? 1
      section += (digit || 1) * unit
      digit = 0
    }
  }
  return total + section + (unit > 10 && digit ? digit * (unit / 10) : digit)
}
