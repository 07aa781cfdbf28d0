/** Whether bytes can be a page at all. An archive or a picture sent as a page must not reach the readers. */

const PAGE_TYPE =
  /^(text\/|application\/(xhtml\+xml|xml|json|feed\+json|ld\+json|javascript|x-javascript|(rss|atom|rdf)\+xml)|$)/
/** Sent by servers that do not know better; the bytes decide. */
const UNKNOWN_TYPE = /^(application\/octet-stream|unknown\/unknown)$/

/** First bytes of what is never a page: zip, gzip, bzip2, rar, 7z, pdf, OLE, png, jpeg, gif. */
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
  return undefined
}

function isTar(body: Uint8Array): boolean {
  return Buffer.from(body.subarray(257, 262)).toString('latin1') === 'ustar'
}
