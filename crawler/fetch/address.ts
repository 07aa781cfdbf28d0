/** Which addresses a crawler may dial. Decided on parsed numbers, never on text. */
import ipaddr from 'ipaddr.js'

/** Public by their range, but answered by the machine's own platform. */
const PLATFORM_ADDRESSES = new Set(['168.63.129.16'])

/** What an operator may open for one source by naming its `host:port`; link-local, where clouds keep their keys, is not among them. */
const OPENABLE_RANGES = new Set(['loopback', 'private', 'uniqueLocal'])

/**
 * True for a plain public address. IPv6 forms that carry an IPv4 address (mapped, NAT64, 6to4, Teredo) are refused
 * whatever they carry: a name that resolves to one is an attempt to get past a check like this.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast' || PLATFORM_ADDRESSES.has(parsed.toString())) return false
  return parsed.kind() === 'ipv4' || isGlobalUnicast(parsed.toByteArray())
}

/** 2000::/3 is all that has been given out; the rest includes forms such as ::127.0.0.1 that ranges do not name. */
function isGlobalUnicast(bytes: number[]): boolean {
  return ((bytes[0] ?? 0) & 0xe0) === 0x20
}

/** True where a source's own entry may open a non-public address. */
export function isOpenable(address: string): boolean {
  return ipaddr.isValid(address) && OPENABLE_RANGES.has(ipaddr.parse(address).range())
}
