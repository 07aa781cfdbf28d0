/** From text to the bytes that a host of the sample town sends. */
import iconv from 'iconv-lite'

export type SiteEncoding = 'utf-8' | 'gbk' | 'big5'

/**
 * Characters that the encoding lacks become numeric references, as browsers and old servers have always
 * done: also those that the encoder knows but a decoder of the web reads as another.
 */
export function encodeHtml(html: string, encoding: SiteEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(html)
  const whole = iconv.encode(html, encoding)
  const decoder = new TextDecoder(encoding)
  if (decoder.decode(whole) === html) return whole
  const isKept = (char: string) => decoder.decode(iconv.encode(char, encoding)) === char
  const chars = [...html].map((char) => (isKept(char) ? char : `&#${char.codePointAt(0)};`))
  return iconv.encode(chars.join(''), encoding)
}
