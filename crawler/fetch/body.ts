/**
 * Reads a body and counts what comes out of the decoders. Counting wire bytes is no protection: 200 kB of gzip can be
 * 200 MB of page.
 */
import { PassThrough, pipeline, type Readable, type Transform } from 'node:stream'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'

/** `too_large`: over the cap; `broken`: cut off, failed checksum, or a coding nobody knows. */
export class BodyError extends Error {
  override name = 'BodyError'
  readonly trouble: 'too_large' | 'broken'
  constructor(trouble: 'too_large' | 'broken', message: string, options?: ErrorOptions) {
    super(message, options)
    this.trouble = trouble
  }
}

/** A frame may ask for a window of gigabytes before it holds anything; RFC 9659 gives the web 8 MB. */
const ZSTD_WINDOW_LOG = 23
const DECODERS = new Map<string, () => Transform>([
  ['gzip', () => createGunzip()],
  ['x-gzip', () => createGunzip()],
  ['br', () => createBrotliDecompress()],
  ['zstd', () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } })],
])
/** Honest servers stack none; each layer multiplies what a bomb can hold. */
const MAX_CODINGS = 3

/** Decoded bytes, at most `maxBytes`. Throws BodyError, or the signal's reason. */
export async function readBody(
  body: Readable,
  contentEncoding: string | undefined,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  // A body that is dropped unread reports that as an error event, which nobody else would catch.
  body.on('error', ignoreLateError)
  let decoded: Readable | undefined
  try {
    decoded = await undoCodings(body, contentEncoding)
    return await collect(decoded, maxBytes, signal)
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof BodyError) throw error
    throw new BodyError('broken', `the body broke off: ${messageOf(error)}`, { cause: error })
  } finally {
    decoded?.destroy()
    body.destroy()
  }
}

async function collect(stream: Readable, maxBytes: number, signal?: AbortSignal): Promise<Uint8Array> {
  const stop = () => stream.destroy(signal?.reason as Error)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > maxBytes) throw new BodyError('too_large', `the body is over ${maxBytes} bytes`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

/** Codings are listed in the order of their making, so they are undone from the right. */
async function undoCodings(body: Readable, contentEncoding = ''): Promise<Readable> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity')
  if (codings.length > MAX_CODINGS) throw new BodyError('broken', `${codings.length} content codings`)
  let stream = body
  for (const coding of codings.reverse()) stream = await undo(stream, coding)
  return stream
}

async function undo(stream: Readable, coding: string): Promise<Readable> {
  if (coding === 'deflate') return undoDeflate(stream)
  const decoder = DECODERS.get(coding)
  if (!decoder) throw new BodyError('broken', `unknown content coding ${coding.slice(0, 20)}`)
  return through(stream, decoder())
}

/** "deflate" means zlib (RFC 9110), yet some servers send it bare; the first two bytes tell. */
async function undoDeflate(stream: Readable): Promise<Readable> {
  const waiting = through(stream, new PassThrough())
  const first = await firstBytes(waiting)
  const zlib = first.length >= 2 && (first.readUInt8(0) & 15) === 8 && first.readUInt16BE(0) % 31 === 0
  return through(waiting, zlib ? createInflate() : createInflateRaw())
}

async function firstBytes(stream: PassThrough): Promise<Buffer> {
  await new Promise<void>((resolve, reject) => {
    stream.once('readable', resolve).once('error', reject)
  })
  const bytes = (stream.read() as Buffer | null) ?? Buffer.alloc(0)
  if (bytes.length > 0) stream.unshift(bytes)
  return bytes
}

function through<T extends Transform>(from: Readable, to: T): T {
  pipeline(from, to, () => {
    // The error also destroys `to`, and whoever reads `to` meets it there.
  })
  return to
}

function ignoreLateError(): void {
  // Errors that matter reach the reader of the stream; see readBody.
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
