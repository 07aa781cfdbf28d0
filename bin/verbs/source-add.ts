import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { limitsOf, userAgentFor } from '../../crawler/config.ts'
import { createFetcher } from '../../crawler/fetch/fetcher.ts'
import type { CorrectedField, Example } from '../../crawler/selector-inference.ts'
import { draftSource, formatSource, slugFor, sourcePath, writeNewSource } from '../../crawler/source-file.ts'
import { previewSource, type SourcePreview } from '../../crawler/source-preview.ts'
import { formatPreview } from '../../crawler/source-preview-print.ts'
import { findBroken } from '../../crawler/source-rules.ts'
import { loadTown, townFolder } from '../../crawler/town-folder.ts'
import { type Source, sourceSchema, type Town } from '../../domain/town.ts'
import { EXIT, print, UsageError } from '../exit.ts'
import { DEFAULT_TOWN, readSettings, VERSION } from '../settings.ts'

interface Options {
  town?: string
  slug?: string
  name?: string
  region?: string
  column?: string
  kind?: string
  category?: string
  private?: string
  enable?: boolean
  yes?: boolean
  json?: boolean
  title?: string
  date?: string
  source?: string
  body?: string
  item?: string
}

/** Shows what a crawl would make of it, then writes the file when told to. */
export async function addSource([url = '']: string[], options: Options): Promise<number> {
  const name = options.town ?? DEFAULT_TOWN
  const folder = townFolder(name)
  const town = await loadTown(name)
  const draft = draftFor(url, options, town)
  if (existsSync(sourcePath(folder, draft.slug)))
    throw new UsageError(`${sourcePath(folder, draft.slug)} is there already: give another --slug`)
  const preview = await look(draft, examplesOf(options), town)
  if (!options.json) process.stderr.write(`${formatPreview(preview)}\n`)
  if (preview.robots !== 'allowed') return answer(preview, undefined, options)
  const source = finished(preview, options, town)
  if (!(await isAgreed(source, options))) return EXIT.ok
  return answer(preview, await writeNewSource(folder, source), options)
}

function draftFor(url: string, options: Options, town: Town): Source {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new UsageError(`${url || 'nothing'} is no address of a page: write it with https://`)
  const { column, kind, category } = options
  const parsed = sourceSchema.safeParse(
    draftSource({
      url,
      slug: options.slug ?? slugFor(new URL(url).host),
      region: options.region ?? town.root,
      ...(options.private ? { private: options.private } : {}),
      lists: [JSON.parse(JSON.stringify({ url, column, kind, category }))],
      // For this look alone; the file says it only with --enable.
      enabled: true,
    }),
  )
  if (!parsed.success)
    throw new UsageError(parsed.error.issues.map((one) => `${one.path.join('.')}: ${one.message}`).join('; '))
  const owner = town.sources.find((one) => one.private !== undefined && one.private === options.private)
  if (owner) throw new UsageError(`${options.private} is ${owner.slug}'s; one source alone may reach it`)
  const broken = findBroken(parsed.data, town)
  if (broken.length > 0)
    throw new UsageError(
      broken.map(({ path, message, advice }) => `${path.join('.')}: ${message}; ${advice}`).join('\n'),
    )
  return parsed.data
}

const FIELDS = ['title', 'date', 'source', 'body', 'item'] as const satisfies readonly CorrectedField[]

function examplesOf(options: Options): Example[] {
  return FIELDS.flatMap((field) => {
    const text = options[field]
    return text ? [{ field, text }] : []
  })
}

async function look(draft: Source, examples: readonly Example[], town: Town): Promise<SourcePreview> {
  const { config, clock } = readSettings()
  const userAgent = userAgentFor(VERSION, config.contact, { ...town, sources: [...town.sources, draft] })
  const fetcher = createFetcher({ limits: limitsOf(town), userAgent, clock })
  try {
    return await previewSource(draft, examples, { fetcher, town, now: () => clock.now() })
  } finally {
    await fetcher.close()
  }
}

/** Off until a person has read the terms: robots.txt is all that a program can ask. */
function finished({ source, siteName }: SourcePreview, options: Options, town: Town): Source {
  const language = town.languages[0] ?? 'en'
  const enabled = options.enable === true
  return {
    ...source,
    names: { [language]: options.name ?? (siteName || new URL(source.home).host) },
    enabled,
    ...(enabled ? {} : { note: 'robots.txt allows the list; terms not yet read' }),
  }
}

async function isAgreed(source: Source, { yes, json }: Options): Promise<boolean> {
  if (!json) process.stderr.write(`\n${formatSource(source)}`)
  if (yes) return true
  if (!process.stdin.isTTY) throw new UsageError('nothing is written without a person at the keyboard: say --yes')
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  const said = await prompt.question('Write this file? [y/N] ')
  prompt.close()
  return /^y(?:es)?$/i.test(said.trim())
}

function answer(preview: SourcePreview, file: string | undefined, { json }: Options): number {
  if (json) print(JSON.stringify({ ...preview, file: file ?? null }))
  else if (file) print(file)
  if (!file) return EXIT.failed
  return preview.problems.length > 0 || preview.corrections.some(({ inferred }) => !inferred) ? EXIT.partial : EXIT.ok
}
