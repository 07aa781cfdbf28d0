/** Whether bytes can be a page at all. An archive or a picture sent as a page must not reach the readers. */

/** Anything of text, and whatever is written in XML or JSON. */
const PAGE_TYPE =
  /^(?:text\/|application\/(?:[\w.-]+\+)?(?:xml|json)$|application\/(?:x-)?(?:javascript|httpd-php)$|application\/xml-)/
/** Sent by servers that do not know better, or that write no type at all; the bytes decide. */
const UNKNOWN_TYPE = /^(?:application\/(?:octet-stream|x-unknown)|unknown\/unknown|[^/]*)$/

/** First bytes of what is never a page: zip, gzip, bzip2, rar, 7z, pdf, OLE, png, jpeg, gif, riff, elf, zstd, xz. */
const FILE_STARTS = [
  '504b0304',
  '1f8b',
  '425a68',
  '52617221',
  '377abcaf',
  '25504446',
  'd0cf11e0',
  '89504e47',
  'ffd8ff',
  '47494638',
  '52494646',
  '7f454c46',
  '28b52ffd',
  'fd377a58',
]

/** Media type without parameters, lower case; '' when the server names none. */
function mediaType(header: string | undefined): string {
  return (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/** Undefined when the body may be a page or a feed, else what speaks against it. */
export function findNoPage(contentType: string | undefined, body: Uint8Array): string | undefined {
  const type = mediaType(contentType)
  if (!PAGE_TYPE.test(type) && !UNKNOWN_TYPE.test(type)) return `content type ${type} is no page`
  const start = Buffer.from(body.subarray(0, 8)).toString('hex')
  if (FILE_STARTS.some((magic) => start.startsWith(magic)) || isTar(body))
    return 'the content is an archive or a file, no page'
  return isBinary(body) ? 'the content is binary, no page' : undefined
}

const SAMPLE_BYTES = 2_048
/** Text has tabs, line ends and, in some Japanese encodings, escapes; broken pages have a stray control character. */
const MOST_CONTROLS = 0.1

/** In UTF-16 every second byte of the markup is zero; anything else with so many control characters is no text. */
function isBinary(body: Uint8Array): boolean {
  const sample = body.subarray(0, SAMPLE_BYTES)
  if (isWide(sample)) return false
  let controls = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1
  return controls > sample.length * MOST_CONTROLS
}

function isWide(sample: Uint8Array): boolean {
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return true
  if (!sample.includes(0)) return false
  const zerosAt = (parity: number) => sample.filter((byte, at) => byte === 0 && at % 2 === parity).length
  const [few, many] = [zerosAt(0), zerosAt(1)].sort((one, other) => one - other)
  return few !== undefined && many !== undefined && many > sample.length / 10 && few < many / 10
}

function isTar(body: Uint8Array): boolean {
  return Buffer.from(body.subarray(257, 262)).toString('latin1') === 'ustar'
}
