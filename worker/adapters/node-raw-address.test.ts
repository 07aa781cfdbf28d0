import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptRawAddresses, escapeAddress } from './node-raw-address.ts'

let server: Server
beforeAll(async () => {
  server = createServer((request, response) =>
    response.end(`${request.method} ${request.url} ${request.headers['x-mine'] ?? ''}`),
  )
  acceptRawAddresses(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => server.close())

/** What a socket answers to exactly these bytes. */
function ask(packet: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(packet))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8')
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

describe('addresses with unescaped characters', () => {
  it('a search typed in Chinese is answered', async () => {
    const answer = await ask('GET /items?q=会计 HTTP/1.1\r\nHost: a\r\nX-Mine: 1\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 200 /)
    expect(answer).toContain('GET /items?q=%E4%BC%9A%E8%AE%A1 1')
  })

  it('anything else that is broken still gets its 400', async () => {
    for (const packet of [
      'GET /a b HTTP/1.1\r\nHost: a\r\n\r\n',
      'POST /会 HTTP/1.1\r\nHost: a\r\n\r\n',
      'nonsense\r\n\r\n',
    ])
      expect(await ask(packet), packet).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('a second request hidden behind the first is not passed on', () => {
    const hidden = 'GET /会 HTTP/1.1\r\nHost: a\r\n\r\nGET /secret HTTP/1.1\r\n\r\n'
    expect(escapeAddress(Buffer.from(hidden))).toBeUndefined()
    expect(escapeAddress(Buffer.from('GET /会\u0001 HTTP/1.1\r\nHost: a\r\n\r\n'))).toBeUndefined()
    expect(escapeAddress(Buffer.from('GET /a HTTP/1.1\r\nHost: a\r\n\r\n'))).toBeUndefined()
  })
})
