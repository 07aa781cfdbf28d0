/** Child process: serves the made-up pages, so that serving costs neither side of a comparison. `/art/<number>.html`, any host name. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BenchPage, benchPage } from './pages.ts'

/** More addresses than this are the same pages with other numbers in them. */
const DIFFERENT = 2_000

const pages = Array.from({ length: Math.min(DIFFERENT, Number(process.argv[2])) }, (_, index) => benchPage(index))

const server = createServer((request, response) => {
  const [, number] = /^\/art\/(\d+)\.html$/.exec(request.url ?? '') ?? []
  const page = number === undefined ? undefined : pages[Number(number) % pages.length]
  if (number === undefined || !page) {
    response.writeHead(404).end()
    return
  }
  const body = numbered(page, number)
  response.writeHead(200, { 'content-type': 'text/html', 'content-length': body.length }).end(body)
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const sizes = pages.map(({ bytes }) => bytes.length).sort((a, b) => a - b)
  const about = { least: sizes[0], middle: sizes[Math.floor(sizes.length / 2)], most: sizes.at(-1) }
  process.send?.({ port: (server.address() as AddressInfo).port, ...about })
})
process.on('disconnect', () => process.exit(0))

/** No two addresses answer the same bytes. */
function numbered({ bytes, slots }: BenchPage, number: string): Uint8Array {
  const body = Buffer.from(bytes)
  for (const slot of slots) body.write(number.padStart(7, '0'), slot, 'latin1')
  return body
}
