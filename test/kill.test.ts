/** `kill -9` at twenty moments of the first crawl: whoever starts again ends with what an undisturbed run has. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../index-config/verify.ts'
import { openFolders } from './support/folders.ts'
import { allItems, allVersions, integrityOf, timelessItems } from './support/kept.ts'
import { onWrite } from './support/on-write.ts'
import { seededRandom } from './support/random.ts'
import { FIRST_NOON, openSample, openSampleSites, type Sample, type SampleSites } from './support/sample-town.ts'

const MOMENTS = 20
/** Side by side; more would only wait for each other. */
const LANES = 2
const SEED = 20_261_122
/** After the request that a moment is counted by, so that death also comes while reading and understanding. */
const MOST_DELAY_MS = 25

interface Moment {
  no: number
  /** For the names of the tests: `after 57 % of its writes`. */
  when: string
  /** Killed from outside after so many requests, or by itself right after so many writes: between two is where a half could stay. */
  after: 'requests' | 'writes'
  /** From 0.05 to 0.95 of those of a whole run. */
  share: number
  delayMs: number
  /** Started again as `start` does, else as `crawl --once` does. */
  all: boolean
}

const random = seededRandom(SEED)
const moments: Moment[] = Array.from({ length: MOMENTS }, (_, no) => {
  const share = 0.05 + 0.9 * ((no + random()) / MOMENTS)
  const after = no % 2 === 0 ? 'requests' : 'writes'
  const when = `after ${Math.round(share * 100)} % of its ${after}`
  return { no, when, after, share, delayMs: random() * MOST_DELAY_MS, all: no % 4 < 2 }
})

const folders = openFolders()
/** Each for one crawl at a time. */
let lanes: SampleSites[]
let whole: Awaited<ReturnType<typeof stateOf>> & Record<Moment['after'], number>

async function stateOf({ open: { db, engine } }: Sample) {
  const versions = (await allVersions(db)).map(({ item_id, no }) => `${item_id} ${no}`)
  const { ok, problems, ...sizes } = await verify(db, engine)
  return {
    items: await timelessItems(db),
    versions,
    index: { ok, problems, ...sizes },
    integrity: await integrityOf(db),
  }
}

beforeAll(async () => {
  lanes = await Promise.all(Array.from({ length: LANES }, () => openSampleSites(() => FIRST_NOON)))
  const [sites] = lanes as [SampleSites]
  const sample = await openSample({ folder: await folders.next(), port: sites.port })
  let writes = 0
  onWrite(sample.open.db, () => {
    writes += 1
  })
  await sample.crawl()
  whole = { ...(await stateOf(sample)), requests: sites.asked.length, writes }
  await sample.close()
}, 60_000)

afterAll(async () => {
  await Promise.all((lanes ?? []).map((sites) => sites.close()))
  await folders.remove()
})

/** Starts a crawl, lets it die at the moment, and answers the folder that it left. */
async function crawlAndKill(sites: SampleSites, { after, share, delayMs }: Moment): Promise<string> {
  const folder = await folders.next()
  const at = Math.round(share * whole[after])
  sites.asked.length = 0
  const script = new URL('./support/crawl-child.ts', import.meta.url)
  const given = [folder, String(sites.port), ...(after === 'writes' ? [String(at)] : [])]
  const child: ChildProcess = fork(script, given, { stdio: 'inherit', execArgv: [] })
  sites.onRequest = (count) => {
    if (after === 'requests' && count === at) setTimeout(() => child.kill('SIGKILL'), delayMs)
  }
  const [code, signal] = await once(child, 'exit')
  sites.onRequest = undefined
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' })
  return folder
}

async function startAgain(sites: SampleSites, folder: string, all: boolean) {
  const sample = await openSample({ folder, port: sites.port })
  try {
    const left = await allItems(sample.open.db)
    const report = await sample.crawl({ all })
    const states = report.sources.map(({ slug, state }) => `${slug} ${state}`)
    return { left: left.length, states, state: await stateOf(sample) }
  } finally {
    await sample.close()
  }
}

type Outcome = Awaited<ReturnType<typeof startAgain>> & { moment: Moment }

describe('a crawl that is killed', { timeout: 400_000 }, () => {
  let outcomes: Outcome[]

  beforeAll(async () => {
    const waiting = [...moments]
    const work = async (sites: SampleSites): Promise<Outcome[]> => {
      const done: Outcome[] = []
      for (let moment = waiting.shift(); moment; moment = waiting.shift()) {
        const folder = await crawlAndKill(sites, moment)
        done.push({ moment, ...(await startAgain(sites, folder, moment.all)) })
      }
      return done
    }
    outcomes = (await Promise.all(lanes.map(work))).flat().sort((a, b) => a.moment.no - b.moment.no)
  }, 400_000)

  it('dies in the middle: something is kept already, and never all', () => {
    expect(outcomes).toHaveLength(MOMENTS)
    expect(outcomes.filter(({ left }) => left >= whole.items.length)).toEqual([])
    expect(outcomes.filter(({ left }) => left > 0).length).toBeGreaterThan(MOMENTS / 2)
  })

  it.each(moments)('$when, started again, ends with what an undisturbed run has', ({ no }) => {
    const { state, states } = outcomes[no] as Outcome
    expect(states.filter((line) => !/ (ok|not_due)$/.test(line))).toEqual([])
    expect(state.items.map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id))
    expect(state.items).toEqual(whole.items)
    expect(state.versions).toEqual(whole.versions)
  })

  it.each(moments)('$when leaves a file and an index that are whole', ({ no }) => {
    const { state } = outcomes[no] as Outcome
    expect(state.integrity).toEqual(['ok'])
    expect(state.index).toEqual(whole.index)
    expect(state.index).toMatchObject({ ok: true, items: whole.items.filter((item) => item.state === 'shown').length })
  })
})
