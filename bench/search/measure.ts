/** Milliseconds over many questions: the middle one, and the one that 99 of a hundred do not pass. */
export interface Spread {
  p50: number
  p99: number
}

interface Asking {
  rounds?: number
  /** Which of a question's times counts: the least, unless what disturbs it is what is measured. */
  of?: (times: number[]) => number
}

let peakRss = 0
/** Greatest resident set seen between questions; the system's own figure of a forked process begins with its parent's. */
export function peakRssMb(): number {
  return peakRss / 2 ** 20
}

/** `ask` is called for every case in turn, round after round, so that a disturbance of the machine meets all alike. */
export async function spreadOf<Case>(
  cases: readonly Case[],
  ask: (one: Case) => Promise<unknown>,
  { rounds = 5, of = (times) => Math.min(...times) }: Asking = {},
): Promise<Spread> {
  const times = cases.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [at, one] of cases.entries()) {
      times[at]?.push(await timed(() => ask(one)))
      peakRss = Math.max(peakRss, process.memoryUsage.rss())
    }
  return spreadOver(times.map(of))
}

/** Several ways of one case one after the other, so that a disturbance meets them alike; of each the least time. */
export async function spreadsBeside<Case>(
  cases: readonly Case[],
  ways: readonly ((one: Case) => Promise<unknown>)[],
  rounds = 5,
): Promise<Spread[]> {
  const least = ways.map(() => cases.map(() => Number.POSITIVE_INFINITY))
  for (let round = 0; round < rounds; round += 1)
    for (const [at, one] of cases.entries())
      for (const [which, way] of ways.entries()) {
        const times = least[which]
        if (times) times[at] = Math.min(times[at] ?? Number.POSITIVE_INFINITY, await timed(() => way(one)))
      }
  return least.map(spreadOver)
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

export function middle(values: readonly number[]): number {
  return at(values, 0.5)
}

export function spreadOver(values: readonly number[]): Spread {
  return { p50: at(values, 0.5), p99: at(values, 0.99) }
}

/** The smallest value that `share` of all do not pass. */
function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** The slowest filter decides. */
export function worst(spreads: readonly Spread[]): Spread {
  return {
    p50: Math.max(...spreads.map(({ p50 }) => p50)),
    p99: Math.max(...spreads.map(({ p99 }) => p99)),
  }
}
