import { Readable } from 'node:stream'
import {
  brotliCompressSync,
  constants,
  createZstdCompress,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { BodyError, readBody } from './body.ts'

const text = Buffer.from(Array.from({ length: 3_000 }, (_, at) => `鹿鸣${Math.sin(at)}`).join())
const CAP = 5_000_000
const troubleOf = (bytes: Uint8Array, coding: string) =>
  readBody(Readable.from([bytes]), coding, CAP).then(
    () => 'none',
    (error: unknown) => (error instanceof BodyError ? error.trouble : String(error)),
  )

describe.each([
  ['gzip', gzipSync(text)],
  ['br', brotliCompressSync(text)],
  ['zstd', zstdCompressSync(text)],
  ['deflate', deflateSync(text)],
  ['deflate', deflateRawSync(text)],
])('a body in %s', (coding, packed) => {
  it('comes out as it went in', async () => {
    expect(Buffer.from(await readBody(Readable.from([packed]), coding, CAP)).equals(text)).toBe(true)
  })

  it('F8 that was cut anywhere is a failure, never a shorter page', async () => {
    for (const length of [0, 1, 7, packed.length >> 1, packed.length - 8, packed.length - 1])
      expect(await troubleOf(packed.subarray(0, length), coding), `${length} bytes`).toBe('broken')
  })

  it('F9 stops at the cap of decoded bytes', async () => {
    const stopped = readBody(Readable.from([packed]), coding, text.length - 1)
    await expect(stopped).rejects.toMatchObject({ trouble: 'too_large' })
  })
})

it('F9 a frame that wants a window of 128 MB is refused before it gets one', async () => {
  const stream = createZstdCompress({ params: { [constants.ZSTD_c_windowLog]: 27 } })
  const parts: Buffer[] = []
  stream.on('data', (part: Buffer) => parts.push(part))
  stream.end(Buffer.alloc(1_000_000))
  await new Promise((resolve) => stream.once('end', resolve))
  expect(await troubleOf(Buffer.concat(parts), 'zstd')).toBe('broken')
})

it.each(['sdch', 'gzip, gzip, gzip, gzip', '__proto__', 'constructor'])(
  'a coding of %s is a failure',
  async (coding) => {
    expect(await troubleOf(gzipSync(text), coding)).toBe('broken')
  },
)

it('a body that is no text in a coding is taken as it is', async () => {
  expect(await troubleOf(text, 'identity')).toBe('none')
  expect(await troubleOf(text, '')).toBe('none')
})
