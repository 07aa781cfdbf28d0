/** One file, from bytes to tables and text. Runs in the thread; throws AttachmentError for what cannot be read. */
import type { OpenedAttachment, TextTable } from '../../domain/page.ts'
import { type Identity, identify, type Reader } from './identify.ts'
import { MAX_MEMBERS } from './limits.ts'
import { AttachmentError, type Contents } from './problem.ts'
import { checkEntries, unpackEntry, type ZipEntry } from './zip-directory.ts'

export interface AttachmentFile {
  name: string
  bytes: Uint8Array
  contentType?: string
}

/** Loaded when a file of the kind comes: together they are some 20 MB of code. */
const READERS: Record<Exclude<Reader, 'archive'>, (file: AttachmentFile, entries: ZipEntry[]) => Promise<Contents>> = {
  workbook: async ({ bytes }) => (await import('./workbook.ts')).readWorkbook(bytes),
  'word-binary': async ({ bytes }) => (await import('./word-binary.ts')).readWordBinary(bytes),
  'word-xml': async ({ bytes }, entries) => (await import('./word-xml.ts')).readWordXml(bytes, entries),
  pdf: async ({ bytes }) => (await import('./pdf.ts')).readPdf(bytes),
  html: async ({ bytes, contentType }) => (await import('./markup.ts')).readHtml(bytes, contentType),
  mime: async ({ bytes }) => (await import('./markup.ts')).readMime(bytes),
  text: async ({ bytes }) => (await import('./plain-text.ts')).readPlainText(bytes),
  rtf: async ({ bytes }) => (await import('./rtf.ts')).readRtf(bytes),
}

/** Names that promise another kind than plain text: a .pdf of 34 letters is none. */
const NO_TEXT = /\.(?:xlsx?|et|docx?|wps|pdf|zip|rar|ofd)$/i

export async function readFile(file: AttachmentFile): Promise<OpenedAttachment> {
  if (file.bytes.length === 0) throw new AttachmentError('broken', 'the file is empty')
  const identity = await identify(file.bytes)
  const contents = await read(file, identity)
  const found = contents.tables.length > 0
  if (!found && identity.reader === 'text' && NO_TEXT.test(file.name))
    throw new AttachmentError('foreign', 'plain text under another name')
  const { tables, text, cut } = contents
  return { type: identity.type, tables, text, ...problemOf(found, cut) }
}

/** What was cut is said beside the tables that were read. */
function problemOf(found: boolean, cut: string | undefined): Pick<OpenedAttachment, 'problem' | 'detail'> {
  if (cut !== undefined) return { problem: 'too_large', detail: cut }
  return found ? {} : { problem: 'no_table' }
}

async function read(file: AttachmentFile, identity: Identity): Promise<Contents> {
  const { reader, entries, type } = identity
  if (!reader) throw new AttachmentError('foreign', `a file of the kind ${type}`)
  if (reader === 'archive') return readMembers(file, identity)
  if (entries) await checkEntries(file.bytes, entries)
  return READERS[reader](file, entries ?? [])
}

const MEMBER = /\.(?:xlsx?|et|csv|docx?|wps|pdf|html?)$/i

/** Files in an archive, one level deep. A member that cannot be read does not stop the others. */
async function readMembers({ bytes }: AttachmentFile, { entries = [] }: Identity): Promise<Contents> {
  const tables: TextTable[] = []
  const texts: string[] = []
  const cuts: string[] = []
  const failures: AttachmentError[] = []
  for (const entry of entries.filter(({ name }) => MEMBER.test(name)).slice(0, MAX_MEMBERS)) {
    try {
      const name = entry.name.split('/').at(-1) ?? entry.name
      const contents = await readMember({ name, bytes: unpackEntry(bytes, entry) })
      tables.push(...contents.tables.map((table) => ({ ...table, fileName: name })))
      texts.push(contents.text)
      if (contents.cut !== undefined) cuts.push(`${name}: ${contents.cut}`)
    } catch (error) {
      failures.push(error instanceof AttachmentError ? error : new AttachmentError('broken', String(error)))
    }
  }
  if (tables.length === 0 && failures[0]) throw failures[0]
  return { tables, text: texts.filter(Boolean).join('\n'), ...(cuts.length > 0 && { cut: cuts.join('; ') }) }
}

async function readMember(file: AttachmentFile): Promise<Contents> {
  const identity = await identify(file.bytes)
  if (identity.reader === 'archive') throw new AttachmentError('foreign', 'an archive in an archive')
  return read(file, identity)
}
