/** What every variant does alike: takes its orders from the command line, tells its figures to the parent. */
export interface Orders {
  port: number
  pages: number
  /** Of its own, empty. */
  folder: string
  /** Where Crawlee is installed. */
  peers: string
}

/** A variant that finds less would be no measure. */
export interface Found {
  titles: number
  bodyCharacters: number
}

export interface Figures extends Found {
  pages: number
  ms: number
  /** User and system, of the whole process. */
  cpuMs: number
  maxRssMb: number
}

/** Requests under way. */
export const AT_ONCE = 32

/** The clock starts when everything is imported and open, and stops when the last page is done. */
export async function measure(open: (orders: Orders) => Promise<() => Promise<Found>>): Promise<void> {
  const orders = JSON.parse(process.argv[2] ?? '{}') as Orders
  const crawl = await open(orders)
  const cpu = process.cpuUsage()
  const started = performance.now()
  const found = await crawl()
  const ms = performance.now() - started
  const { user, system } = process.cpuUsage(cpu)
  const maxRssMb = process.resourceUsage().maxRSS / 1_024
  const figures: Figures = { pages: orders.pages, ms, cpuMs: (user + system) / 1_000, maxRssMb, ...found }
  process.send?.(figures)
  process.disconnect?.()
}

export function addressOf(port: number, index: number, host = '127.0.0.1'): string {
  return `http://${host}:${port}/art/${index}.html`
}

/** Runs `work` for 0 … count - 1, `AT_ONCE` at a time. */
export async function inTurns(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) {
      next += 1
      await work(next - 1)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
