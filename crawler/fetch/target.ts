/** Which addresses a source may be fetched from, as far as the URL alone can say. The socket decides again. */
import type { Source } from '../../domain/town.ts'

/** One text for every refusal: what differs between them would map the network for whoever typed the address. */
export const REFUSED = 'this address may not be fetched'

/** Never retry. `reason` is for the log, the message for anyone. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly reason: string
  constructor(reason: string, message = REFUSED) {
    super(message)
    this.reason = reason
  }
}

const MAX_URL_LENGTH = 2_000

/** `host:port` with the port written out, as `private` entries have it. */
export function placeOf(url: URL): string {
  return `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`
}

/** One queue per host: http and https of a name are the same machine, a port of its own may be another. */
export function hostKey({ hostname, port }: URL): string {
  return port === '' || port === '80' || port === '443' ? hostname : `${hostname}:${port}`
}

/**
 * The URL to ask for. Plain http becomes https unless the source allows http or the place is its private one: https
 * is not tried first where http is allowed, for many old hosts answer it with another site's pages. Throws Refusal for anything the source's entry does not name: scheme, credentials, port, host.
 */
export function checkTarget(url: string, source: Source): URL {
  if (url.length > MAX_URL_LENGTH) throw new Refusal('address too long')
  if (!URL.canParse(url)) throw new Refusal('unparseable')
  const target = new URL(url)
  if (target.protocol !== 'http:' && target.protocol !== 'https:') throw new Refusal(`scheme ${target.protocol}`)
  if (target.username !== '' || target.password !== '') throw new Refusal('credentials')
  target.hash = ''
  const secured = securedBy(source, target)
  const named = namedPlaces(source)
  if (!named.hosts.has(secured.hostname))
    throw new Refusal('host', `the source does not name the host ${secured.hostname}`)
  const [, port] = splitPlace(placeOf(secured))
  if (port !== '80' && port !== '443' && !named.places.has(placeOf(secured))) throw new Refusal(`port ${port}`)
  return secured
}

/** True when the source's entry opens this place though its address is not public. */
export function isPrivatePlace(source: Source, hostname: string, port: string | number): boolean {
  return source.private !== undefined && source.private.toLowerCase() === `${hostname.toLowerCase()}:${port}`
}

function securedBy(source: Source, url: URL): URL {
  const [hostname, port] = splitPlace(placeOf(url))
  if (url.protocol === 'https:' || source.allowHttp || isPrivatePlace(source, hostname, port)) return url
  if (url.port !== '') throw new Refusal('plain http', 'the source does not allow plain http')
  const secured = new URL(url)
  secured.protocol = 'https:'
  return secured
}

/** Hosts and ports that the entry itself writes down: home, lists, further hosts, the private place. */
function namedPlaces(source: Source): { hosts: Set<string>; places: Set<string> } {
  const urls = [source.home, ...source.lists.map((list) => list.url)].map((url) => new URL(url))
  const written = [...source.hosts, ...(source.private === undefined ? [] : [source.private])].map((host) =>
    host.toLowerCase(),
  )
  return {
    hosts: new Set([...urls.map((url) => url.hostname), ...written.map((host) => splitPlace(host)[0])]),
    places: new Set([...urls.map(placeOf), ...written]),
  }
}

function splitPlace(place: string): [host: string, port: string] {
  const at = /:(\d+)$/.exec(place)
  return at ? [place.slice(0, at.index), at[1] ?? ''] : [place, '']
}
