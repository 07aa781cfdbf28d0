/** Asks one of the made-up sites on loopback, by the name in the Host header. */
import { request } from 'node:http'

export interface Reply {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Uint8Array
  /** As UTF-8, right or wrong. */
  text: string
}

export interface Ask {
  method?: string
  headers?: Record<string, string>
}

/** `host` without `.luming.localhost` unless it has a dot. */
export function ask(
  port: number,
  host: string,
  path: string,
  { method = 'GET', headers = {} }: Ask = {},
): Promise<Reply> {
  const name = host.includes('.') ? host : `${host}.luming.localhost:8788`
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers: { ...headers, host: name } }, (reply) => {
      const chunks: Uint8Array[] = []
      reply.on('data', (chunk: Uint8Array) => chunks.push(chunk))
      reply.on('error', reject)
      reply.on('end', () => {
        const body = Buffer.concat(chunks)
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body, text: body.toString('utf8') })
      })
    })
    call.on('error', reject)
    call.end()
  })
}
