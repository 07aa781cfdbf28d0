/** Source files: drafts, the form in which they are kept, and switching one off. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Source, sourceSchema } from '../domain/town.ts'

/** The address with its slug and what else is known; everything else as the shape has it. Throws when the shape refuses. */
export function draftSource(known: { url: string; slug?: string; region: string } & Partial<Source>): Source {
  const { url, slug, ...rest } = known
  const { host, origin, protocol } = new URL(url)
  return sourceSchema.parse({
    names: {},
    home: `${origin}/`,
    lists: [{ url }],
    allowHttp: protocol === 'http:',
    seen: 'seen',
    ...rest,
    slug: slug ?? slugFor(host),
  })
}

/** `www.library.example.org` → `library-example-org`. */
export function slugFor(host: string): string {
  const words = host
    .toLowerCase()
    .replace(/^www\d*\./, '')
    .replace(/:\d+$/, '')
  const slug = words.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return slug.slice(0, 40).replace(/-+$/, '') || 'source'
}

export function sourcePath(folder: string, slug: string): string {
  return join(folder, 'sources', `${slug}.json`)
}

/** As a person would write it: what says nothing is left out. */
export function formatSource(source: Source): string {
  const bare = sourceSchema.parse({ slug: source.slug, names: {}, home: source.home, region: source.region })
  const says = Object.entries(source).filter(
    ([field, value]) => field === 'enabled' || JSON.stringify(value) !== JSON.stringify(bare[field as keyof Source]),
  )
  const always = { slug: source.slug, names: source.names, home: source.home, region: source.region }
  return `${JSON.stringify({ ...always, ...Object.fromEntries(says) }, undefined, 2)}\n`
}

/** Never writes over a file. Rejects with EEXIST when there is one. */
export async function writeNewSource(folder: string, source: Source): Promise<string> {
  const path = sourcePath(folder, source.slug)
  await writeFile(path, formatSource(source), { flag: 'wx' })
  return path
}

/** Answers whether it was on. The rest of the file stays as it was written. */
export async function disableSource(folder: string, slug: string, why?: string): Promise<boolean> {
  const path = sourcePath(folder, slug)
  const before = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
  const after = { ...before, enabled: false, ...(why ? { note: why } : {}) }
  await writeFile(path, `${JSON.stringify(after, undefined, 2)}\n`)
  return before.enabled === true
}
