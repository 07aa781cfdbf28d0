/** The app on Node: SQLite, a port, an orderly end. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Render } from '../domain/view.ts'
import { render } from '../web/render.tsx'
import { acceptRawAddresses } from './adapters/node-raw-address.ts'
import { createApp } from './app.ts'
import type { Deps } from './deps.ts'
import { toLogLine } from './log.ts'

export interface ServerOptions extends Omit<Deps, 'assets' | 'render'> {
  /** Our own pages when absent. */
  render?: Render
  /** 0 takes any free port. */
  port: number
  /** Address to listen on; loopback unless said otherwise. */
  host?: string
  /** Folder that holds `assets/`. */
  assetsFolder?: string
  /** Ends the server like `close`. */
  signal?: AbortSignal
}

export interface RunningServer {
  port: number
  url: string
  /** Takes no more requests, lets those under way end, for at most ten seconds. */
  close(): Promise<void>
}

/** Our own pages, for whoever shows the app without a server. */
export const ownRender: Render = render

const CLOSE_MS = 10_000

/** Rejects when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { port: wanted, host = '127.0.0.1', assetsFolder, signal, ...deps } = options
  const server = createServer()
  acceptRawAddresses(server)
  const port = await listen(server, wanted, host)
  const url = deps.publicUrl ?? `http://localhost:${port}`
  const assets = assetsFolder === undefined ? undefined : serveStatic({ root: assetsFolder })
  const log: Deps['log'] = (entry) => process.stderr.write(`${toLogLine(entry, deps.now())}\n`)
  const app = createApp({ render, log, ...deps, publicUrl: url, ...(assets && { assets }) })
  server.on('request', getRequestListener(app.fetch))
  const close = createClose(server)
  signal?.addEventListener('abort', () => void close(), { once: true })
  return { port, url, close }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** Doing it twice is doing it once. */
function createClose(server: Server): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => {
    closing ??= new Promise((resolve) => {
      const late = setTimeout(() => server.closeAllConnections(), CLOSE_MS)
      server.close(() => {
        clearTimeout(late)
        resolve()
      })
      server.closeIdleConnections()
    })
    return closing
  }
}
