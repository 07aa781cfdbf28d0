/** What a file is, told by its bytes: names lie often (a web page saved as .xls, a document as .wps or .et). */
import { fileTypeFromBuffer } from 'file-type'
import { decodeBytes } from '../reading/charset.ts'
import { AttachmentError } from './problem.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** Which reader takes it. `workbook` any spreadsheet in a binary or zip container; `text` has no marks of its own. */
export type Reader = 'workbook' | 'word-binary' | 'word-xml' | 'pdf' | 'html' | 'mime' | 'text' | 'rtf' | 'archive'

export interface Identity {
  /** As `OpenedAttachment.type`. */
  type: string
  reader?: Reader
  /** Directory of a zip container. */
  entries?: ZipEntry[]
}

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Writers put bytes before the mark, so readers search the first kilobyte. */
const PDF_WITHIN = 1_024

const startsWith = (bytes: Uint8Array, mark: number[]) => mark.every((byte, index) => bytes[index] === byte)

/** Throws what the zip directory throws; anything else that cannot be told is `unknown` without a reader. */
export async function identify(bytes: Uint8Array): Promise<Identity> {
  if (startsWith(bytes, ZIP)) return identifyZip(readZipDirectory(bytes))
  if (startsWith(bytes, COMPOUND)) return identifyCompound(bytes)
  if (decodeBytes(bytes.subarray(0, PDF_WITHIN), 'latin1').includes('%PDF-')) return { type: 'pdf', reader: 'pdf' }
  if (isBareWorkbook(bytes)) return { type: 'xls', reader: 'workbook' }
  const known = await fileTypeFromBuffer(bytes)
  if (known?.mime.startsWith('image/')) return { type: 'image' }
  if (known?.ext === 'rar') return { type: 'rar' }
  if (known?.ext === 'rtf') return { type: 'doc', reader: 'rtf' }
  if (known && !known.mime.includes('xml')) return { type: 'unknown' }
  return identifyText(bytes)
}

/** Which names make which container; the first that fits. */
const ZIP_KINDS: [RegExp, Identity][] = [
  [/^OFD\.xml$/i, { type: 'ofd' }],
  [/^word\/document\d*\.xml$/i, { type: 'docx', reader: 'word-xml' }],
  [/^xl\/.*(?:workbook|sheet)[^/]*\.(?:xml|bin)$/i, { type: 'xlsx', reader: 'workbook' }],
  [
    /^(?:ppt\/presentation\.xml|Index\/Document\.iwa|AndroidManifest\.xml|META-INF\/MANIFEST\.MF)$/i,
    { type: 'unknown' },
  ],
]

function identifyZip(entries: ZipEntry[]): Identity {
  const found = ZIP_KINDS.find(([name]) => entries.some((entry) => name.test(entry.name)))
  if (found) return { ...found[1], entries }
  // Spreadsheets and texts of OpenDocument both keep their body in content.xml; the library tells them apart.
  if (entries.some(({ name }) => name === 'content.xml')) return { type: 'xlsx', reader: 'workbook', entries }
  return { type: 'zip', reader: 'archive', entries }
}

/** Names in the directory of a compound file are UTF-16; each stands in its own 128 bytes, so a search finds them. */
function identifyCompound(bytes: Uint8Array): Identity {
  const holds = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return { type: 'xlsx', reader: 'workbook' }
  if (holds('WordDocument')) return { type: 'doc', reader: 'word-binary' }
  if (holds('Workbook') || holds('Book')) return { type: 'xls', reader: 'workbook' }
  if (!holds('Root Entry')) throw new AttachmentError('broken', 'the container has no directory: cut short?')
  return { type: 'unknown' }
}

/** BIFF 2 to 5 without a container: a BOF record comes first ([MS-XLS] 2.4.21). */
function isBareWorkbook(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && (bytes[2] ?? 0) < 0x10 && bytes[3] === 0
  )
}

const HEAD_BYTES = 65_536
/** Control characters that no text holds, as a share of the first kilobytes. */
const MAX_CONTROLS = 0.002

function identifyText(bytes: Uint8Array): Identity {
  const head = headOf(bytes)
  const controls = head.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0
  if (head.trim() === '' || controls > head.length * MAX_CONTROLS) return { type: 'unknown' }
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head) && /<\?xml|<Workbook/i.test(head.slice(0, 2_000)))
    return { type: 'xls', reader: 'workbook' }
  if (/^\s*(?:From:|MIME-Version:)/i.test(head) && /multipart\/related/i.test(head))
    return { type: 'html', reader: 'mime' }
  if (/<(?:!doctype\s+html|html|head|body|table|tr)\b/i.test(head)) return { type: 'html', reader: 'html' }
  if (/^\s*(?:<\?xml|<!DOCTYPE)/i.test(head)) return { type: 'unknown' }
  return { type: 'csv', reader: 'text' }
}

/** One byte a character is enough to look for marks; UTF-16 is told by its byte order mark. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD_BYTES)
  const wide =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'latin1'
  return decodeBytes(head, wide).replace(/[\x80-\x9f]/g, ' ')
}
