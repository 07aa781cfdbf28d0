/** Tables of HTML, and of web pages saved in one file. */
import { decodeBytes } from '../reading/charset.ts'
import { decodePage } from '../reading/decode.ts'
import { type OpenDocument, openDocument } from '../reading/document.ts'
import { textOf } from '../reading/lines.ts'
import { readTables } from '../reading/tables.ts'
import { AttachmentError, type Contents } from './problem.ts'

export function readHtml(bytes: Uint8Array, contentType = ''): Contents {
  const headers: Record<string, string> = contentType ? { 'content-type': contentType } : {}
  const page = decodePage({ url: NOWHERE, status: 200, headers, body: bytes, fetchedAt: '' })
  return contentsOf(openDocument(page))
}

/** Addresses inside are of no interest here. */
const NOWHERE = 'http://localhost/'

function contentsOf({ root }: OpenDocument): Contents {
  const tables = readTables([root])
  return { tables, text: textOf(root.children) }
}

/** Spreadsheets saved as one web page file: the largest part that is HTML (RFC 2045, RFC 2557). */
export function readMime(bytes: Uint8Array): Contents {
  const text = decodeBytes(bytes, 'latin1')
  const boundary = /boundary="?([^"\r\n;]+)"?/i.exec(text)?.[1]
  if (!boundary) throw new AttachmentError('broken', 'no parts in the saved page')
  const parts = text.split(`--${boundary}`).filter((part) => /content-type:\s*text\/html/i.test(part))
  const tables = parts.map((part) => readHtml(partBytes(part), /content-type:\s*([^\r\n]+)/i.exec(part)?.[1]))
  return { tables: tables.flatMap((part) => part.tables), text: tables.map((part) => part.text).join('\n') }
}

function partBytes(part: string): Uint8Array {
  const [head = '', ...body] = part.trimStart().split(/\r?\n\r?\n/)
  const text = body.join('\n\n')
  if (/transfer-encoding:\s*base64/i.test(head)) return Buffer.from(text, 'base64')
  if (!/transfer-encoding:\s*quoted-printable/i.test(head)) return Buffer.from(text, 'latin1')
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1')
}
