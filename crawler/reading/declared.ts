/** What a page says of its own encoding: byte order mark, header, meta element or XML declaration. */
import { labelToName } from '@exodus/bytes/encoding.js'
import sniffHtmlEncoding from 'html-encoding-sniffer'

/** The meta element comes late where scripts and styles stand before it; a parser would meet it all the same. */
const PRESCAN_BYTES = 1_048_576
/** Where nearly all have it. */
const EARLY_BYTES = 4_096
/** A label that no page can carry stands for "nothing declared". */
const UNDECLARED = 'x-undeclared'
/** Names of no decoder that we want: the one that decodes nothing, and the one for private use. */
const UNUSABLE = new Set([UNDECLARED, 'replacement', 'x-user-defined'])

/** How labels are misspelt, without their signs. */
const MISSPELT: readonly [RegExp, string][] = [
  [/^(?:utf8|unicode11utf8)/, 'utf-8'],
  [/^(?:gb\d|gbk|cp936|ms936|euccn)/, 'gbk'],
  [/^(?:big5|cp950|ms950)/, 'big5'],
  [/^(?:x?sjis|shiftjis|cp932|ms932|windows31j)/, 'shift_jis'],
  [/^x?eucjp/, 'euc-jp'],
  [/^(?:x?euckr|ksc5601|cp949|uhc)/, 'euc-kr'],
  [/^iso2022jp/, 'iso-2022-jp'],
]

/**
 * Names of the Encoding Standard in lower case, in the order of belief; none when nothing usable is said. A byte order
 * mark stands alone. Looked for only as far as somebody asks.
 */
export function* declaredEncodings(bytes: Uint8Array, header = ''): Generator<string> {
  const mark = findMark(bytes)
  if (mark !== undefined) {
    yield mark
    return
  }
  const label = findLabel(header)
  if (label !== undefined) yield label
  yield* writtenEncodings(bytes, header)
}

function findMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

function findLabel(header: string): string | undefined {
  const label = /charset\s*=\s*["']?\s*([^\s"';,]+)/i.exec(header)?.[1]
  if (label === undefined) return undefined
  const plain = label.toLowerCase().replace(/[^a-z0-9]/g, '')
  const name = labelToName(label)?.toLowerCase() ?? MISSPELT.find(([pattern]) => pattern.test(plain))?.[1]
  return name !== undefined && !UNUSABLE.has(name) ? name : undefined
}

/**
 * What a parser would meet first, then what the standard's blind search of the first kilobyte finds, which looks into
 * scripts too. JSON and scripts carry markup as strings; what is said there is about something else.
 */
function* writtenEncodings(bytes: Uint8Array, header: string): Generator<string> {
  const type = (header.split(';', 1)[0] ?? '').trim().toLowerCase()
  if (/[/+]json$|javascript$/.test(type) || /^\s*[[{]/.test(latin1(bytes.subarray(0, 64)))) return
  const xml = /[/+]xml$/.test(type) && type !== 'application/xhtml+xml'
  const met = xml ? sniff(bytes, { xml: true }) : (findMet(bytes, EARLY_BYTES) ?? findMet(bytes, PRESCAN_BYTES))
  if (met !== undefined) yield met
  const blind = xml ? undefined : sniff(bytes, {})
  if (blind !== undefined) yield blind
}

function findMet(bytes: Uint8Array, maxPrescanBytes: number): string | undefined {
  return sniff(visible(bytes.subarray(0, maxPrescanBytes)), { maxPrescanBytes })
}

function sniff(bytes: Uint8Array, how: Parameters<typeof sniffHtmlEncoding>[1]): string | undefined {
  const name = sniffHtmlEncoding(bytes, { defaultEncoding: UNDECLARED, ...how })?.toLowerCase()
  return name !== undefined && !UNUSABLE.has(name) ? name : undefined
}

const HIDING = /<!--|<(script|style|textarea|xmp|iframe|noembed)(?=[\s/>])/gi

/** The same bytes with comments and the insides of scripts and the like blanked, as a parser would pass over them. */
function visible(bytes: Uint8Array): Uint8Array {
  const text = latin1(bytes).toLowerCase()
  const shown = new Uint8Array(bytes)
  HIDING.lastIndex = 0
  for (let found = HIDING.exec(text); found !== null; found = HIDING.exec(text)) {
    const close = found[1] === undefined ? '-->' : `</${found[1]}`
    // `<!-->` is a whole comment, so the end may share its hyphens.
    const from = found[1] === undefined ? found.index + 2 : HIDING.lastIndex
    const end = text.indexOf(close, from)
    const stop = end < 0 ? text.length : end
    shown.fill(0x20, found[1] === undefined ? found.index : from, found[1] === undefined ? stop + close.length : stop)
    HIDING.lastIndex = end < 0 ? text.length : stop + 1
  }
  return shown
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
