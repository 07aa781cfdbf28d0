/** Bytes to text, in the order byte order mark, header, meta element, look of the bytes, and against labels that lie. */
import type { Page, RawPage } from '../../domain/page.ts'
import { decodeBytes, findEncoding, readUnder } from './charset.ts'
import { declaredEncodings } from './declared.ts'

/** Never throws: bytes that fit no encoding come out with replacement characters. */
export function decodePage(raw: RawPage): Page {
  const header = raw.headers['content-type'] ?? ''
  const contentType = (header.split(';', 1)[0] ?? '').trim().toLowerCase()
  return { url: raw.url, contentType, ...decodeBody(raw.body, header), fetchedAt: raw.fetchedAt }
}

/** The first label that can be true; gb2312 and gbk are read as their superset. */
function decodeBody(bytes: Uint8Array, header: string): { encoding: string; text: string } {
  let first: string | undefined
  for (const name of declaredEncodings(bytes, header)) {
    const encoding = name === 'gbk' ? 'gb18030' : name
    const text = readUnder(bytes, encoding)
    if (text !== undefined) return { encoding, text }
    first ??= encoding
  }
  const encoding = findEncoding(bytes, first)
  return { encoding, text: decodeBytes(bytes, encoding) }
}
