/** Streams of a PDF unpacked once with a limit, before a library unpacks them without one. */
import { inflateSync } from 'node:zlib'
import { AttachmentError } from './problem.ts'

/** A page of a table draws well below a megabyte. */
const MAX_DRAWING_BYTES = 4_000_000
/** A whole Chinese font is some 20 MB. Pictures are not unpacked here, since nothing looks at them. */
const MAX_OTHER_BYTES = 40_000_000
const MAX_STREAMS = 20_000
/** The dictionary stands right before its stream. */
const DICTIONARY_BYTES = 600

/** Throws `hostile` for a stream that unpacks to more than any page needs. */
export function checkStreams(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = file.indexOf('stream')
  for (let count = 0; at >= 0 && count < MAX_STREAMS; count += 1) {
    const dictionary = file.subarray(Math.max(0, at - DICTIONARY_BYTES), at).toString('latin1')
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (/FlateDecode|\/Fl\b/.test(own) && !/\/Image/.test(own)) checkStream(file, at, own)
    else if (isLongDrawing(own)) throw new AttachmentError('hostile', 'a page draws without end')
    at = file.indexOf('stream', at + 6)
    if (at > 2 && file.subarray(at - 3, at).toString('latin1') === 'end') at = file.indexOf('stream', at + 6)
  }
}

const isDrawing = (dictionary: string) => !/\/(?:Length1|Subtype|ObjStm|XRef|FunctionType)\b/.test(dictionary)

/** Unpacked as it stands. */
function isLongDrawing(dictionary: string): boolean {
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0)
  return length > MAX_DRAWING_BYTES && isDrawing(dictionary) && !/\/Filter/.test(dictionary)
}

function checkStream(file: Buffer, at: number, dictionary: string): void {
  const start = file[at + 6] === 0x0d ? at + 8 : at + 7
  const drawing = isDrawing(dictionary)
  try {
    inflateSync(file.subarray(start), { maxOutputLength: drawing ? MAX_DRAWING_BYTES : MAX_OTHER_BYTES })
  } catch (cause) {
    if (cause instanceof RangeError) throw new AttachmentError('hostile', 'a stream unpacks to too much', { cause })
    // Anything else the library judges: it mends what can be mended.
  }
}
