/** Which encoding bytes are in, judged by the bytes alone. */
import { TextDecoder } from '@exodus/bytes/encoding.js'

/** Enough to judge; a whole page of 5 MB would be decoded six times. */
const SAMPLE_BYTES = 60_000
/** More undecodable characters than this share of all that are not ASCII: the label lies. A few come from cut strings. */
const BAD_SHARE = 0.05
/** Fewer multi-byte characters than this may be valid UTF-8 by chance (two GBK bytes often are). */
const UTF8_PROOF = 8

/** Tried in this order for bytes that are no UTF-8; earlier wins a draw. */
const LEGACY = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1251', 'windows-1252']

/** The commonest characters of each script make up a third and more of any text in it. No capitals: GBK read as a single-byte set is full of them. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府信县市省招聘志愿岗位通知' +
    '這個國時來們會發動說產種後學經進著電現實對過還當點從業開關與爲為東車長書話聞記題員區報導應該無機體' +
    '、。，？！：；「」（）' +
    'のにはをたがでてとしれさあいうえおかきくけこそちつなひふまみもやよらりるわんアイウエオカキクケコサシスセソタチツテトナニネノハヒフヘホマミムメモラリルレロワンー' +
    '이다는에의가을를한고은로하지있으사기도대어시자' +
    'оеаинтсрвлкмдпуяыьгзбчйхж' +
    'áéíóúüöäßñçãõàèìòùâêîôûœæøå–—“”’…',
)

/** True when the bytes decode under the label well enough to believe it, and are not plainly UTF-8 instead. */
export function readsAs(bytes: Uint8Array, encoding: string): boolean {
  if (encoding === 'utf-8') return badShare(decode(bytes, 'utf-8')) <= BAD_SHARE
  if (isSurelyUtf8(bytes)) return false
  return encoding.startsWith('iso-2022') || badShare(decode(bytes, encoding)) <= BAD_SHARE
}

/** The likeliest encoding; `declared` is what the page claims and is taken when nothing else is better. */
export function findEncoding(bytes: Uint8Array, declared?: string): string {
  const utf8 = decode(bytes, 'utf-8')
  if (badShare(utf8) === 0 || isSurelyUtf8(bytes)) return 'utf-8'
  const ranked = LEGACY.map((encoding) => ({ encoding, score: scoreOf(decode(bytes, encoding)) }))
  const best = ranked.reduce((one, other) => (other.score > one.score ? other : one))
  if (declared !== undefined && scoreOf(decode(bytes, declared)) >= best.score) return declared
  return badShare(utf8) <= BAD_SHARE && scoreOf(utf8) >= best.score ? 'utf-8' : best.encoding
}

function isSurelyUtf8(bytes: Uint8Array): boolean {
  const text = decode(bytes, 'utf-8')
  return (text.match(/[^\x00-\x7f]/gu)?.length ?? 0) >= UTF8_PROOF && badShare(text) === 0
}

/** The sample may end inside a character; `stream` keeps that from counting as damage. */
function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(sampleOf(bytes), { stream: true })
}

/** Pages begin with kilobytes of ASCII; what tells encodings apart starts at the first byte that is none. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  return first < 0 ? bytes.subarray(0, SAMPLE_BYTES) : bytes.subarray(first, first + SAMPLE_BYTES)
}

function badShare(text: string): number {
  const foreign = text.match(/[^\x00-\x7f]/gu)?.length ?? 0
  return foreign === 0 ? 0 : (text.match(/\ufffd/g)?.length ?? 0) / foreign
}

/** Share of common characters among those that are not ASCII, less three for each that is broken; at most 1. */
function scoreOf(text: string): number {
  let foreign = 0
  let good = 0
  for (const character of text) {
    if (character <= '\x7f') continue
    foreign += 1
    if (COMMON.has(character)) good += 1
    else if (character === '\ufffd' || /\p{Co}|\p{Cc}/u.test(character)) good -= 3
  }
  return foreign === 0 ? 0 : good / foreign
}
