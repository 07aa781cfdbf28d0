/** Addresses: which form of one is its name, and which may stand in a link. */

/** Parameters that say how a reader came, not what is read. Values are lower case; `utm_` is matched as a prefix. */
const TRACKING = new Set([
  'spm',
  'from',
  'fbclid',
  'gclid',
  'msclkid',
  'jsessionid',
  'phpsessid',
  'sessionid',
  'session_id',
  'isappinstalled',
  'share_token',
  'wxshare',
])

/** Java servers write the session into the path: `/a/b.jsp;jsessionid=1F…`. */
const PATH_SESSION = /;(?:jsessionid|phpsessid)=[^/?#]*/gi

/**
 * The one form under which an address is kept, or undefined when it is no http or https address.
 * Host in lower case, no default port, no credentials, no fragment, no tracking parameters; the order of the
 * remaining parameters is the publisher's. Doing it twice equals doing it once.
 */
export function canonicalUrl(url: string, base?: string): string | undefined {
  const parsed = parseUrl(url, base)
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') return undefined
  parsed.hash = ''
  parsed.username = ''
  parsed.password = ''
  parsed.pathname = parsed.pathname.replace(PATH_SESSION, '')
  parsed.search = withoutTracking(parsed.search)
  return parsed.href
}

/** What may be put into a link that a reader can click; a relative address has no scheme and is not safe. */
export function hasSafeScheme(url: string): boolean {
  const parsed = parseUrl(url)
  return parsed !== undefined && ['http:', 'https:', 'mailto:', 'tel:'].includes(parsed.protocol)
}

function parseUrl(url: string, base?: string): URL | undefined {
  const tidy = url.trim()
  return URL.canParse(tidy, base) ? new URL(tidy, base) : undefined
}

/** Works on the text, because URLSearchParams would re-encode what the publisher wrote. */
function withoutTracking(search: string): string {
  const kept = search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair.split('=', 1)[0] ?? ''))
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}

function isTracking(name: string): boolean {
  const lower = name.toLowerCase()
  return lower.startsWith('utm_') || TRACKING.has(lower)
}
