/** Serves the made-up web sites of a town on loopback: one port, one virtual host per folder. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, plainAnswer } from './answer.ts'
import type { Calendar } from './calendar.ts'
import { changesOf } from './edition.ts'
import { loadSites, type Site } from './load-sites.ts'
import { type Route, routesOf } from './routes.ts'

/** The sample town's `site.port`; its sources name it in their addresses. */
const DEFAULT_SITE_PORT = 8788

export interface SiteRequest {
  /** As in the Host header, without port; '' when there was none. */
  host: string
  /** With the query. */
  path: string
  status: number
  at: Date
}

export interface SiteOptions extends Calendar {
  now: () => Date
  /** 0 takes any free port. */
  port?: number
  onRequest?: (record: SiteRequest) => void
}

export interface OpenSites {
  port: number
  hosts: string[]
  close(): Promise<void>
}

/** `folder` holds one folder per host. Throws SiteFileError when a file in it breaks its format. */
export async function openSites(folder: string, options: SiteOptions): Promise<OpenSites> {
  const sites = await loadSites(folder, options)
  const hosts = new Map(sites.map((site) => [site.host, createHost(site, options)]))
  const server = createServer((request, response) => {
    const host = hostOf(request)
    const at = options.now()
    const answer = conditional(request, answerOf(request, hosts.get(host), at.getTime()))
    send(response, answer)
    options.onRequest?.({ host, path: request.url ?? '/', status: answer.status, at })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? DEFAULT_SITE_PORT, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    hosts: [...hosts.keys()],
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

type Host = (now: number) => Map<string, Route>

/** Keeps the routes until the next instant at which something on the site changes. */
function createHost(site: Site, calendar: Calendar): Host {
  const changes = changesOf(site)
  const known = new Map<number, Map<string, Route>>()
  return (now) => {
    const epoch = changes.filter((instant) => instant <= now).length
    const routes = known.get(epoch) ?? routesOf(site, now, calendar)
    known.clear()
    known.set(epoch, routes)
    return routes
  }
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
}

function answerOf(request: IncomingMessage, host: Host | undefined, now: number): Answer {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return plainAnswer(405, '405 Method Not Allowed', { allow: 'GET, HEAD' })
  }
  if (!host) return plainAnswer(404, '404 Unknown Host')
  const [path = '/', query = ''] = (request.url ?? '/').split('?')
  const routes = host(now)
  const route = routes.get(request.url ?? '/') ?? routes.get(path)
  return route?.(new URLSearchParams(query)) ?? plainAnswer(404, '404 Not Found')
}

function conditional(request: IncomingMessage, answer: Answer): Answer {
  const { etag, 'last-modified': changed } = answer.headers
  if (etag === undefined || !matches(request.headers['if-none-match'], etag)) return answer
  return { status: 304, headers: { etag, 'last-modified': changed ?? '' }, body: new Uint8Array() }
}

/** Weak comparison, RFC 9110 section 13.1.2. */
function matches(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags.includes(etag) || tags.includes('*')
}

/** Node itself leaves out the body of an answer to HEAD. */
function send(response: ServerResponse, answer: Answer): void {
  const length = answer.status === 304 ? {} : { 'content-length': answer.body.length }
  response.writeHead(answer.status, { ...answer.headers, ...length })
  response.end(answer.body)
}
