import { readFile } from 'node:fs/promises'
import { type OpmlFeed, readOpml } from '../../crawler/reading/opml.ts'
import { draftSource, slugFor, sourcePath, writeNewSource } from '../../crawler/source-file.ts'
import { findBroken } from '../../crawler/source-rules.ts'
import { loadTown, townFolder } from '../../crawler/town-folder.ts'
import type { Source, Town } from '../../domain/town.ts'
import { EXIT, print, UsageError } from '../exit.ts'
import { DEFAULT_TOWN } from '../settings.ts'

interface Options {
  town?: string
  region?: string
}

/** A source file per feed, all of them off: a list of feeds says nothing of robots.txt and terms. */
export async function importOpml([file = '']: string[], options: Options): Promise<number> {
  const name = options.town ?? DEFAULT_TOWN
  const folder = townFolder(name)
  const town = await loadTown(name)
  const taken = new Set(town.sources.map(({ slug }) => slug))
  const known = new Set(town.sources.flatMap(({ lists }) => lists.map(({ url }) => url)))
  let left = 0
  for (const feed of await readFeeds(file)) {
    const why = known.has(feed.url) ? 'the town has it already' : await write(feed, { folder, town, taken, options })
    if (why === undefined) continue
    left += 1
    process.stderr.write(`left out: ${feed.url}: ${why}\n`)
  }
  return left > 0 ? EXIT.partial : EXIT.ok
}

async function readFeeds(file: string): Promise<OpmlFeed[]> {
  try {
    return readOpml(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new UsageError(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

interface Target {
  folder: string
  town: Town
  taken: Set<string>
  options: Options
}

/** Undefined when the file is written, else why not. */
async function write(feed: OpmlFeed, { folder, town, taken, options }: Target): Promise<string | undefined> {
  const slug = freeSlug(slugFor(new URL(feed.home ?? feed.url).host), taken)
  const source = sourceOf(feed, slug, town, options)
  const [broken] = findBroken(source, town)
  if (broken) return `${broken.message}; ${broken.advice}`
  try {
    print(await writeNewSource(folder, source))
    taken.add(slug)
    return undefined
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    taken.add(slug)
    return `${sourcePath(folder, slug)} is there already`
  }
}

function sourceOf(feed: OpmlFeed, slug: string, town: Town, { region }: Options): Source {
  return draftSource({
    url: feed.url,
    slug,
    region: region ?? town.root,
    names: { [town.languages[0] ?? 'en']: feed.title },
    seen: 'unverified',
    note: 'from a list of feeds; robots.txt and terms not yet read',
    ...(feed.home ? { home: feed.home, hosts: hostsBeside(feed.home, feed.url) } : {}),
  })
}

/** The articles of a feed stand on its home; a feed on a host of its own is named by its list. */
function hostsBeside(home: string, feed: string): string[] {
  const [own, other] = [new URL(feed).host, new URL(home).host]
  return own === other ? [] : [other]
}

/** `town-example`, `town-example-2` … */
function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  let slug = wanted
  for (let n = 2; taken.has(slug); n += 1) slug = `${wanted.slice(0, 37)}-${n}`
  return slug
}
