import { listQuarantine, releaseQuarantine } from '../../crawler/keep/quarantine.ts'
import { EXIT, print, UsageError } from '../exit.ts'
import { type OpenTown, openTown } from '../open-town.ts'
import { DEFAULT_TOWN, readSettings } from '../settings.ts'

interface Options {
  town?: string
  json?: boolean
}

/** What was read and is not believed: of the town, or of one source. */
export async function quarantineList([slug]: string[], options: Options): Promise<number> {
  return withTown(options, async ({ db, town }) => {
    if (slug !== undefined && !town.sources.some((source) => source.slug === slug)) throw unknownSource(slug, town)
    for (const waiting of await listQuarantine(db, slug)) {
      const { source, url, what, why, at } = waiting
      print(options.json ? JSON.stringify(waiting) : [at, source, what, url, why].join('\t'))
    }
  })
}

/** The next crawl takes what the source says as it is. */
export async function quarantineRelease([slug = '']: string[], options: Options): Promise<number> {
  return withTown(options, async ({ db, town }) => {
    if (!town.sources.some((source) => source.slug === slug)) throw unknownSource(slug, town)
    const released = await releaseQuarantine(db, slug)
    process.stderr.write(`${slug}: ${released} released; the next crawl believes what they say\n`)
  })
}

function unknownSource(slug: string, { slug: town, sources }: OpenTown['town']): UsageError {
  return new UsageError(`${town} has no source ${slug}; it has: ${sources.map((one) => one.slug).join(', ')}`)
}

async function withTown({ town }: Options, work: (open: OpenTown) => Promise<void>): Promise<number> {
  const open = await openTown(town ?? DEFAULT_TOWN, readSettings())
  try {
    await work(open)
    return EXIT.ok
  } finally {
    open.db.close()
  }
}
