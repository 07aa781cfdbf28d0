/** Digits in every writing that hides a number from machines, as ASCII; for finding private numbers only. */

/** In circles, set low, and the Roman ten. */
const ROUND = /[\u2460-\u2468\u24ea\u2776-\u277e\u2080-\u2089\u2169]/gu
/** Set high; one or two are a mark of a footnote behind a number. */
const HIGH = /[\u00b2\u00b3\u00b9\u2070\u2074-\u2079]{3,}/gu
/** Of other scripts, and those of mathematics. */
const FOREIGN = /[\p{Nd}--[0-9]]/gv
/** Where any of these stands; most texts have none. */
const ANY_OTHER = /[\u00b2\u00b3\u00b9\u0660-\u1fff\u2070-\u2fff\ua620-\uabff\ud800-\udfff]/
const HAN = '〇○零洞一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖'
const HAN_VALUES = '000011223456789123456789'
/** As long as the shortest private number; shorter ones are years and counts. */
const HAN_RUN = new RegExp(`[\\d${HAN}](?:[\\s.·-]{0,2}[\\d${HAN}]){10,}`, 'gu')
const HAN_DIGIT = new RegExp(`[${HAN}]`, 'gu')
/** Fills the second unit of a digit that had two, and parts no number. */
const FILLER = '\u200b'

function roundDigit(sign: string): string {
  if (sign === '\u2169') return 'X'
  if (sign === '\u24ea') return '0'
  const code = sign.charCodeAt(0)
  return String(code < 0x2100 ? code - 0x2080 : code < 0x2700 ? code - 0x245f : code - 0x2775)
}

const foreignDigits = new Map<string, string>()

/** Unicode keeps the ten digits of a script together, from nought on. */
function foreignDigit(sign: string): string {
  const known = foreignDigits.get(sign)
  if (known) return known
  const code = sign.codePointAt(0) ?? 0
  let nought = code
  while (/\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought -= 1
  const digit = String((code - nought) % 10) + FILLER.repeat(sign.length - 1)
  foreignDigits.set(sign, digit)
  return digit
}

const withoutOthers = (text: string): string =>
  text
    .replace(ROUND, roundDigit)
    .replace(HIGH, (signs) => signs.normalize('NFKC'))
    .replace(FOREIGN, foreignDigit)

/** Every UTF-16 unit stays one, so offsets hold; a list that round digits number has words between. */
export const toPlainDigits = (text: string): string =>
  (ANY_OTHER.test(text) ? withoutOthers(text) : text).replace(HAN_RUN, (run) =>
    run.replace(HAN_DIGIT, (sign) => HAN_VALUES.charAt(HAN.indexOf(sign))),
  )
