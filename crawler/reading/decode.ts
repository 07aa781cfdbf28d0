/** Bytes to text, in the order byte order mark, header, meta element, look of the bytes, and against labels that lie. */
import { labelToName, TextDecoder } from '@exodus/bytes/encoding.js'
import sniffHtmlEncoding from 'html-encoding-sniffer'
import type { Page, RawPage } from '../../domain/page.ts'
import { findEncoding, readsAs } from './charset.ts'

/** Sites put their scripts before the meta element, so more than the 1,024 bytes of the standard are searched. */
const PRESCAN_BYTES = 16_384

/** Never throws: bytes that fit no encoding come out with replacement characters. */
export function decodePage(raw: RawPage): Page {
  const header = raw.headers['content-type'] ?? ''
  const contentType = (header.split(';', 1)[0] ?? '').trim().toLowerCase()
  const encoding = chooseEncoding(raw.body, header, contentType)
  return {
    url: raw.url,
    contentType,
    encoding,
    text: decodeBytes(raw.body, encoding),
    fetchedAt: raw.fetchedAt,
  }
}

/** `encoding` is a name of the Encoding Standard in lower case; a byte order mark is dropped. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding === 'gbk' ? 'gb18030' : encoding).decode(bytes)
}

function chooseEncoding(bytes: Uint8Array, header: string, contentType: string): string {
  const declared = findDeclared(bytes, header, contentType)
  if (declared?.startsWith('utf-16')) return declared
  if (declared === undefined) return findEncoding(bytes)
  return readsAs(bytes, declared) ? declared : findEncoding(bytes, declared)
}

/** What the page says of itself; gb2312 and gbk are read as their superset, undefined when nothing usable is said. */
function findDeclared(bytes: Uint8Array, header: string, contentType: string): string | undefined {
  const label = /charset\s*=\s*["']?([^\s"';]+)/i.exec(header)?.[1]
  const xml = /[/+]xml$/.test(contentType) && contentType !== 'application/xhtml+xml'
  const name = sniffHtmlEncoding(bytes, {
    transportLayerEncodingLabel: label !== undefined && labelToName(label) !== null ? label : undefined,
    // A label that no page can carry stands for "nothing declared".
    defaultEncoding: UNDECLARED,
    // The sniffer throws when given both.
    ...(xml ? { xml } : { maxPrescanBytes: PRESCAN_BYTES }),
  })?.toLowerCase()
  if (name === undefined || name === UNDECLARED || name === 'replacement') return undefined
  return name === 'gbk' ? 'gb18030' : name
}
const UNDECLARED = 'x-undeclared'
