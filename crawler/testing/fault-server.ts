/** A web server on loopback that misbehaves on purpose: every trouble a crawler meets, by host and path. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

export type Handler = (request: IncomingMessage, response: ServerResponse) => void

interface Hit {
  host: string
  path: string
  headers: IncomingMessage['headers']
  status: number
}

export interface FaultServer {
  port: number
  /** `city/list.html` → `http://city.localhost:port/list.html` */
  url(place: string): string
  /** `host/path` → what it does; change it while the server runs. Absent: 404. */
  routes: Record<string, Handler>
  hits: Hit[]
  close(): Promise<void>
}

export async function openFaultServer(routes: Record<string, Handler> = {}): Promise<FaultServer> {
  const hits: Hit[] = []
  const live = { ...routes }
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/\.localhost(:\d+)?$/, '')
    const place = `${host}${request.url ?? ''}`
    const hit = { host, path: request.url ?? '', headers: request.headers, status: 0 }
    hits.push(hit)
    response.on('close', () => {
      hit.status = response.statusCode
    })
    const handler = live[place] ?? status(404)
    handler(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: (place) => `http://${place.replace(/^([^/]+)/, `$1.localhost:${port}`)}`,
    routes: live,
    hits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A page with a validator: 304 when the asker holds the same. */
export function page(
  html: string,
  { etag, type = 'text/html; charset=utf-8' }: { etag?: string; type?: string } = {},
): Handler {
  return (request, response) => {
    if (etag !== undefined && request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end()
      return
    }
    response.writeHead(200, { 'content-type': type, ...(etag === undefined ? {} : { etag }) }).end(html)
  }
}

export function status(code: number, headers: Record<string, string> = {}, body = ''): Handler {
  return (_request, response) => {
    response.writeHead(code, headers).end(body)
  }
}

export function redirect(to: string, code = 302): Handler {
  return status(code, { location: to })
}

/** Takes the request and never answers. */
export function silence(): Handler {
  return (_request, response) => {
    response.on('close', () => response.destroy())
  }
}

/** One byte per `everyMs`, for ever: each resets an idle timer, none brings the end nearer. */
export function drip(everyMs: number): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const timer = setInterval(() => response.write('.'), everyMs)
    response.on('close', () => clearInterval(timer))
  }
}

/** Streams that many bytes without saying how many. */
export function flood(bytes: number): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const chunk = Buffer.alloc(65_536, 0x61)
    let left = bytes
    const pour = () => {
      while (left > 0 && !response.destroyed) {
        left -= chunk.length
        if (!response.write(chunk)) {
          response.once('drain', pour)
          return
        }
      }
      response.end()
    }
    pour()
  }
}

/** Small on the wire, `bytes` once unpacked. */
export function gzipBomb(bytes: number): Handler {
  const packed = gzipSync(Buffer.alloc(bytes, 0x61))
  return encoded(packed, 'gzip')
}

export function encoded(body: Uint8Array, encoding: string | undefined, type = 'text/html'): Handler {
  return (_request, response) => {
    const coding = encoding === undefined ? {} : { 'content-encoding': encoding }
    response.writeHead(200, { 'content-type': type, ...coding, 'content-length': String(body.length) }).end(body)
  }
}

/** Promises more bytes than it sends and hangs up. */
export function cutOff(html: string): Handler {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': String(Buffer.byteLength(html) + 100) })
    response.write(html, () => response.destroy())
  }
}
