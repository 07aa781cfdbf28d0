/**
 * Addresses typed as they are spoken: `curl 'http://…/items?q=会计'` sends the bytes of 会计 unescaped. RFC 3986 does not allow
 * that and Node's parser refuses it (HPE_INVALID_URL), but browsers, proxies and people expect an answer. The request is
 * sent to ourselves once more with those bytes escaped, and whatever comes back is passed on.
 */
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** A read, whole and in one piece, whose address has bytes beyond ASCII and no control characters. */
const RAW_READ =
  /^((?:GET|HEAD) )(\/[^\x00-\x20\x7f]*[\x80-\xff][^\x00-\x20\x7f]*)( HTTP\/1\.1\r\n(?:[^\r\n]+\r\n)*\r\n)$/

/** To be called once per server. Any other broken request gets its plain 400 and the connection is closed. */
export function acceptRawAddresses(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    const request = error.code === 'HPE_INVALID_URL' ? escapeAddress(error.rawPacket) : undefined
    if (request !== undefined) askAgain(server, request, socket)
    else if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    else socket.destroy()
  })
}

/** The same request with its address escaped and the connection closed after it; undefined when it is no such request. */
export function escapeAddress(packet: Buffer | undefined): string | undefined {
  const [, method, address, rest] = RAW_READ.exec(packet?.toString('latin1') ?? '') ?? []
  if (method === undefined || address === undefined || rest === undefined) return undefined
  const escaped = address.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`)
  const headers = rest.replace(/\r\n(?:connection|upgrade|keep-alive):[^\r\n]*/gi, '')
  return `${method}${escaped}${headers.slice(0, -2)}Connection: close\r\n\r\n`
}

function askAgain(server: Server, request: string, socket: Duplex): void {
  const { port, address } = server.address() as AddressInfo
  const again = connect(port, address)
  again.on('error', () => socket.destroy())
  socket.on('error', () => again.destroy())
  again.pipe(socket)
  again.write(request, 'latin1')
}
