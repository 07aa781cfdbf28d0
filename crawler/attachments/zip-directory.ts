/** The directory at the end of a zip archive, checked before anything is unpacked (APPNOTE.TXT 4.3.12 and 4.3.16). */
import { Readable } from 'node:stream'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { decodeBytes } from '../reading/charset.ts'
import { MAX_ENTRIES, MAX_UNPACKED_BYTES } from './limits.ts'
import { AttachmentError } from './problem.ts'

export interface ZipEntry {
  name: string
  encrypted: boolean
  /** 0 stored, 8 deflated. */
  method: number
  packedBytes: number
  /** As the directory says; an entry that unpacks to more is a lie. */
  bytes: number
  /** Where its local header starts. */
  offset: number
}

const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const LOCAL_BYTES = 30
/** The comment behind the end mark holds 65,535 bytes at most. */
const END_WITHIN = END_BYTES + 0xffff

/** Throws `broken` for an archive without directory, `hostile` for one that unpacks to more than is looked at. */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) throw new AttachmentError('hostile', `${count} entries in the archive`)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY_MARK)
      throw new AttachmentError('broken', 'the directory of the archive is damaged')
    const nameBytes = view.getUint16(at + 28, true)
    entries.push(entryAt(view, bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes), at))
    at += ENTRY_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0)
  if (total > MAX_UNPACKED_BYTES) throw new AttachmentError('hostile', `the archive unpacks to ${total} bytes`)
  return entries
}

function findEnd(view: DataView): number {
  const least = Math.max(0, view.byteLength - END_WITHIN)
  for (let at = view.byteLength - END_BYTES; at >= least; at -= 1) {
    if (view.getUint32(at, true) === END_MARK) return at
  }
  throw new AttachmentError('broken', 'the archive has no end: cut short?')
}

const UTF8_NAME = 0x800

function entryAt(view: DataView, name: Uint8Array, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true)
  return {
    // Without the flag the standard says code page 437; what Chinese tools write is GBK, whose ASCII is the same.
    name: decodeBytes(name, (flags & UTF8_NAME) === 0 && !isUtf8(name) ? 'gb18030' : 'utf-8').replace(/\\/g, '/'),
    encrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  return !decodeBytes(bytes, 'utf-8').includes('\ufffd')
}

/** The bytes of one entry as they are packed. */
function packedOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + LOCAL_BYTES > bytes.length)
    throw new AttachmentError('broken', `${entry.name} lies outside the file`)
  const start =
    entry.offset + LOCAL_BYTES + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  return bytes.subarray(start, start + entry.packedBytes)
}

/** Throws `password`, `broken`, or `hostile` when more comes out than the directory says. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) throw new AttachmentError('password', `${entry.name} is encrypted`)
  const packed = packedOf(bytes, entry)
  if (entry.method === 0) return packed
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) })
  } catch (cause) {
    throw badEntry(entry, cause)
  }
}

/** A document type can define entities, each ten times the one before; no office program writes one. */
const DOCTYPE = /<!DOCTYPE|<!ENTITY/i
const HEAD_BYTES = 4_096

/**
 * Runs over every entry once without keeping it: libraries that unpack by themselves believe sizes that lie,
 * and expand whatever a document type defines.
 */
export async function checkEntries(bytes: Uint8Array, entries: ZipEntry[]): Promise<void> {
  for (const entry of entries) {
    if (entry.encrypted) throw new AttachmentError('password', `${entry.name} is encrypted`)
    const packed = packedOf(bytes, entry)
    const head = entry.method === 0 ? packed.subarray(0, HEAD_BYTES) : await inflateCounting(packed, entry)
    if (/\.(?:xml|rels)$/i.test(entry.name) && DOCTYPE.test(decodeBytes(head, isUtf16(head) ? 'utf-16le' : 'utf-8')))
      throw new AttachmentError('hostile', `${entry.name} defines a document type`)
  }
}

const isUtf16 = (head: Uint8Array) => (head[0] === 0xff && head[1] === 0xfe) || head[1] === 0

/** Its first bytes. */
async function inflateCounting(packed: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  let total = 0
  let head: Uint8Array | undefined
  const inflate = Readable.from([packed]).pipe(createInflateRaw())
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      head ??= chunk.subarray(0, HEAD_BYTES)
      total += chunk.length
      if (total > entry.bytes) break
    }
  } catch (cause) {
    throw badEntry(entry, cause)
  } finally {
    inflate.destroy()
  }
  if (total > entry.bytes) throw new AttachmentError('hostile', `${entry.name} unpacks to more than it says`)
  return head ?? new Uint8Array()
}

function badEntry(entry: ZipEntry, cause: unknown): AttachmentError {
  const tooMuch = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
  return tooMuch
    ? new AttachmentError('hostile', `${entry.name} unpacks to more than it says`, { cause })
    : new AttachmentError('broken', `${entry.name} cannot be unpacked`, { cause })
}
