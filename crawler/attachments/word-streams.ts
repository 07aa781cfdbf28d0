/** The streams inside a binary Word file, and reads from them that never throw. */
import * as XLSX from '@e965/xlsx'
import { AttachmentError } from './problem.ts'

/** Little-endian reads that answer 0 beyond the end: a damaged file says nothing, it does not throw. */
export class Bytes {
  readonly length: number
  readonly all: Uint8Array
  readonly #view: DataView
  constructor(all: Uint8Array) {
    this.all = all
    this.length = all.length
    this.#view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  }
  getUint8 = (at: number): number => (at >= 0 && at + 1 <= this.length ? this.#view.getUint8(at) : 0)
  getUint16 = (at: number): number => (at >= 0 && at + 2 <= this.length ? this.#view.getUint16(at, true) : 0)
  getInt16 = (at: number): number => (at >= 0 && at + 2 <= this.length ? this.#view.getInt16(at, true) : 0)
  getUint32 = (at: number): number => (at >= 0 && at + 4 <= this.length ? this.#view.getUint32(at, true) : 0)
}

type Container = ReturnType<typeof XLSX.CFB.read>

export function openContainer(bytes: Uint8Array): Container {
  try {
    return XLSX.CFB.read(bytes, { type: 'array' })
  } catch (cause) {
    throw new AttachmentError('broken', 'the container of the document is damaged', { cause })
  }
}

export function streamOf(container: Container, name: string, optional = false): Bytes {
  const entry = XLSX.CFB.find(container, name)
  if (!entry && !optional) throw new AttachmentError('broken', `no stream ${name}`)
  return new Bytes(Uint8Array.from(entry?.content ?? []))
}
