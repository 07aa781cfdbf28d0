/** Which encoding bytes are in, judged by the bytes alone, and whether a label can be true of them. */
import { isUtf8 } from 'node:buffer'
import { TextDecoder as TableDecoder } from '@exodus/bytes/encoding.js'

/** Enough to judge; a whole page of 5 MB would be decoded seven times. */
const SAMPLE_BYTES = 8_192
/** More undecodable characters than this share of all that are not ASCII: the label lies. A few come from cut strings. */
const BAD_SHARE = 0.05
/** Fewer multi-byte characters than this may be valid UTF-8 by chance (two GBK bytes often are). */
const UTF8_PROOF = 8
/** Single bytes with a meaning of their own hardly ever make valid UTF-8 twice. */
const UTF8_PROOF_SINGLE = 2
const SINGLE_BYTE = /^(?:windows-|iso-8859-|koi8|macintosh|ibm866|x-mac)/

/** Tried in this order for bytes that are no UTF-8; earlier wins a draw. */
const LEGACY = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'windows-1251', 'windows-1252']

/** The commonest characters of each script make up a third and more of any text in it. No capitals: GBK read as a single-byte set is full of them. */
const COMMON = tableOf(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处府信县市省招聘志愿岗位通知' +
    '這個國時來們會發動說產種後學經進著電現實對過還當點從業開關與爲車長書話聞記題員區報導應該無機體於將請鄉務處號廣縣臺灣' +
    '、。，？！：；「」（）' +
    'のにはをたがでてとしれさあいうえおかきくけこそちつなひふまみもやよらりるわんアイウエオカキクケコサシスセソタチツテトナニネノハヒフヘホマミムメモラリルレロワンー' +
    '京東都町村役所案内検索案件図館募集情報午前午後曜続読語英会社' +
    '이다는에의가을를한고은로하지있으사기도대어시자' +
    'оеаинтсрвлкмдпуяыьгзбчйхж' +
    'áéíóúüöäßñçãõàèìòùâêîôûœæøå–—“”’…',
)
/** 1 at the code of each character. */
function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (let at = 0; at < characters.length; at += 1) table[characters.charCodeAt(at)] = 1
  return table
}
/** A text whose common characters are a smaller share than this is hardly read right … */
const READABLE = 0.2
/** … if some other encoding is better by this much. */
const MARGIN = 0.25
/** Fewer characters prove nothing. */
const SCORE_PROOF = 16

/** Escapes that switch to kanji; nothing else begins so. */
const ISO_2022_JP = /\x1b\$[@B]|\x1b\([JI]/
const SEVEN_BIT_BYTES = 65_536

/** The text under a label, or undefined where the label cannot be true: much is broken, or something else reads far better. */
export function readUnder(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding.startsWith('utf-16')) return findWide(bytes) === undefined ? undefined : decodeBytes(bytes, encoding)
  if (encoding === 'iso-2022-jp') return isIso2022Jp(bytes) ? decodeBytes(bytes, encoding) : undefined
  if (encoding !== 'utf-8' && isNearlyUtf8(bytes, encoding)) return undefined
  const text = decodeBytes(bytes, encoding)
  if (text.includes('\ufffd') && badShare(text) > BAD_SHARE) return undefined
  return encoding !== 'utf-8' && isReadBetterElse(bytes, encoding) ? undefined : text
}

/** The likeliest encoding; `declared` is what the page claims and is taken when nothing else is better. */
export function findEncoding(bytes: Uint8Array, declared?: string): string {
  const wide = findWide(bytes)
  if (wide !== undefined) return wide
  if (isIso2022Jp(bytes)) return 'iso-2022-jp'
  if (isUtf8(bytes) || isNearlyUtf8(bytes)) return 'utf-8'
  const sample = sampleOf(bytes)
  const best = findBest(sample)
  const kept = declared === undefined || declared.startsWith('utf-16') ? undefined : scoreUnder(sample, declared)
  if (declared !== undefined && kept !== undefined && kept >= best.score) return declared
  const utf8 = decodeSample(sample, 'utf-8')
  return badShare(utf8) <= BAD_SHARE && scoreOf(utf8) >= best.score ? 'utf-8' : best.encoding
}

/** `encoding` is a name of the Encoding Standard in lower case; a byte order mark is dropped. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  return decoderOf(encoding).decode(bytes)
}

/** Node's own tables are right, and faster, for these; its Big5 lacks the Hong Kong additions. */
const NATIVE = new Set(['utf-8', 'gb18030'])

function decoderOf(encoding: string): Pick<TextDecoder, 'decode'> {
  const name = encoding === 'gbk' ? 'gb18030' : encoding
  const decoder = decoders.get(name) ?? (NATIVE.has(name) ? new TextDecoder(name) : new TableDecoder(name))
  decoders.set(name, decoder)
  return decoder
}

/** To make one takes longer than to decode a page; between texts they keep nothing. */
const decoders = new Map<string, Pick<TextDecoder, 'decode'>>()

function findBest(sample: Uint8Array): { encoding: string; score: number } {
  const ranked = LEGACY.map((encoding) => ({ encoding, score: scoreUnder(sample, encoding) }))
  return ranked.reduce((one, other) => (other.score > one.score ? other : one))
}

/** One legacy label over another's bytes breaks little: nearly every pair of bytes means something in each. Only the words are none. */
function isReadBetterElse(bytes: Uint8Array, encoding: string): boolean {
  const sample = sampleOf(bytes)
  const text = decodeSample(sample, encoding)
  if (countForeign(text) < SCORE_PROOF) return false
  const own = scoreOf(text)
  return own < READABLE && findBest(sample).score > own + MARGIN
}

/** UTF-8 with at most a few broken characters; other encodings read as UTF-8 are broken through and through. */
function isNearlyUtf8(bytes: Uint8Array, instead = ''): boolean {
  const part = decodeSample(sampleOf(bytes), 'utf-8')
  const proof = SINGLE_BYTE.test(instead) ? UTF8_PROOF_SINGLE : UTF8_PROOF
  if (countForeign(part) < proof || badShare(part) > BAD_SHARE) return false
  return isUtf8(bytes) || badShare(decodeBytes(bytes, 'utf-8')) <= BAD_SHARE
}

/** UTF-16 by its byte order mark, or by the zeros that every second byte of its markup is. */
function findWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 512)
  const zeros = (parity: number) => head.filter((byte, at) => byte === 0 && at % 2 === parity).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (Math.max(even, odd) < head.length / 8 || Math.min(even, odd) > Math.max(even, odd) / 8) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function isIso2022Jp(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte > 0x7f)) return false
  return ISO_2022_JP.test(Buffer.from(bytes.subarray(0, SEVEN_BIT_BYTES)).toString('latin1'))
}

/** The sample may end inside a character; `stream` keeps that from counting as damage. */
function decodeSample(sample: Uint8Array, encoding: string): string {
  const decoder = decoderOf(encoding)
  const text = decoder.decode(sample, { stream: true })
  // What was begun is forgotten, and the decoder is as new.
  decoder.decode()
  return text
}

/** Pages begin with kilobytes of ASCII; what tells encodings apart starts at the first byte that is none. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  let first = 0
  while (first < bytes.length && (bytes[first] ?? 0) <= 0x7f) first += 1
  return bytes.subarray(first, first + SAMPLE_BYTES)
}

function badShare(text: string): number {
  let foreign = 0
  let bad = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit <= 0x7f) continue
    foreign += 1
    if (unit === 0xfffd) bad += 1
  }
  return foreign === 0 ? 0 : bad / foreign
}

function countForeign(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) count += 1
  return count
}

function scoreUnder(sample: Uint8Array, encoding: string): number {
  return scoreOf(decodeSample(sample, encoding))
}

/**
 * Share of common characters among those that are not ASCII, less three for each that is broken; at most 1. A Cyrillic
 * letter inside a Latin word is an accented one in disguise, and three accented letters in a row are something else.
 */
function scoreOf(text: string): number {
  let foreign = 0
  let good = 0
  let before = 0
  let accents = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0
    if (code > 0xffff) at += 1
    if (code > 0x7f) {
      foreign += 1
      accents = isAccented(code) ? accents + 1 : 0
      if (isBroken(code)) good -= 3
      else if (accents > 2) good -= 1
      else if (COMMON[code] === 1 && !(isCyrillic(code) && isLatin(before))) good += 1
    } else accents = 0
    before = code
  }
  return foreign === 0 ? 0 : good / foreign
}

/** Replaced, for private use, or a control. */
function isBroken(code: number): boolean {
  return code === 0xfffd || code < 0xa0 || (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000
}

function isLatin(code: number): boolean {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

function isCyrillic(code: number): boolean {
  return code >= 0x400 && code <= 0x4ff
}

function isAccented(code: number): boolean {
  return code >= 0xc0 && code <= 0x24f
}
