/**
 * The guard at the socket. Checking the URL is not enough: Node never looks up an IP literal, a name can change its
 * answer between check and use, and a redirect can lead anywhere. So the address is chosen here, checked here, dialled
 * as a number, and the peer is compared once more when the connection stands.
 */
import { lookup } from 'node:dns/promises'
import type { Socket } from 'node:net'
import ipaddr from 'ipaddr.js'
import { buildConnector } from 'undici'
import type { Source } from '../../domain/town.ts'
import { isOpenable, isPublicAddress } from './address.ts'
import { isPrivatePlace, Refusal } from './target.ts'

/** Every address of a name, in the order to try; empty or throwing when there is none. */
export type Resolve = (hostname: string) => Promise<string[]>
/** Opens the socket to an address that was checked; tests hand in one that records and refuses. */
export type Dialer = buildConnector.connector

export interface ConnectorOptions {
  source: Source
  connectMs: number
  /** `host:port` → `127.0.0.1:port`: where a made-up site listens. The check applies to the address it leads to. */
  dial?: Record<string, string>
  resolve?: Resolve
  dialer?: Dialer
}

interface Peer {
  address: string
  port: string
}

export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const dialer = options.dialer ?? buildConnector({ timeout: options.connectMs, allowH2: false })
  return (wanted, callback) => {
    const port = wanted.port || (wanted.protocol === 'https:' ? '443' : '80')
    const opened = isPrivatePlace(options.source, wanted.hostname, port)
    choosePeers(wanted.hostname, port, opened, options)
      .then((peers) => dialFirst(peers, wanted, dialer))
      .then((socket) => callback(null, checkedPeer(socket, opened)))
      .catch((error: Error) => callback(error, null))
  }
}

/** All addresses must pass: a name with one public and one private answer is a trap, not a choice. */
async function choosePeers(host: string, port: string, opened: boolean, options: ConnectorOptions): Promise<Peer[]> {
  const dialled = options.dial?.[`${host}:${port}`]
  const addresses = dialled ? [dialled.slice(0, dialled.lastIndexOf(':'))] : await addressesOf(host, options.resolve)
  for (const address of addresses) assertDialable(address, opened)
  if (addresses.length === 0) throw new Error(`no address for ${host}`)
  return addresses.map((address) => ({ address, port: dialled?.slice(dialled.lastIndexOf(':') + 1) ?? port }))
}

function assertDialable(address: string, opened: boolean): void {
  if (isPublicAddress(address) || (opened && isOpenable(address))) return
  throw new Refusal(`address ${address}`)
}

/** `localhost` and everything under it is this machine, whatever a resolver says (RFC 6761). */
async function addressesOf(host: string, resolve: Resolve = systemResolve): Promise<string[]> {
  if (ipaddr.isValid(host)) return [host]
  if (/(^|\.)localhost\.?$/i.test(host)) return ['127.0.0.1']
  return resolve(host)
}

async function systemResolve(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map((entry) => entry.address)
}

async function dialFirst(peers: Peer[], wanted: buildConnector.Options, dialer: Dialer): Promise<Socket> {
  let last: Error = new Error('nothing to dial')
  for (const { address, port } of peers) {
    try {
      return await dial(dialer, { ...wanted, hostname: address, port, servername: serverName(wanted) })
    } catch (error) {
      last = error instanceof Error ? error : new Error(String(error))
    }
  }
  throw last
}

function dial(dialer: Dialer, options: buildConnector.Options): Promise<Socket> {
  return new Promise((resolve, reject) => {
    dialer(options, (error, socket) => (error ? reject(error) : resolve(socket as Socket)))
  })
}

/** The certificate is asked of the name; an IP literal has none. Plain http must not get one, or undici looks it up. */
function serverName({ protocol, hostname, servername }: buildConnector.Options): string | undefined {
  if (protocol !== 'https:' || ipaddr.isValid(hostname)) return undefined
  return servername ?? hostname
}

/** Whatever happened between the choice and the connection, this is who answers. */
function checkedPeer(socket: Socket, opened: boolean): Socket {
  const peer = socket.remoteAddress
  if (peer !== undefined && (isPublicAddress(peer) || (opened && isOpenable(peer)))) return socket
  socket.destroy()
  throw new Refusal(`peer ${peer}`)
}
