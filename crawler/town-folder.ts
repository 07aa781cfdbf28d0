/** Reads a town from its folder of data. Every file is checked, and so is what they say of each other. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import {
  categorySchema,
  type Region,
  regionSchema,
  type Source,
  sourceSchema,
  synonymsSchema,
  type Town,
  townFileSchema,
} from '../domain/town.ts'

/** Town data that cannot be used. `problems` has one line per mistake: file, path in it, what is wrong. */
export class TownError extends Error {
  override name = 'TownError'
  readonly problems: string[]
  constructor(folder: string, problems: string[]) {
    super(`town folder ${folder} cannot be used:\n${problems.map((line) => `  ${line}`).join('\n')}`)
    this.problems = problems
  }
}

/** The project's own root, whether this runs from source or from `dist/`. */
const projectRoot = fileURLToPath(new URL('..', import.meta.url))

/** A bare name is a folder under `towns/`; anything with a slash is a path. */
export function townFolder(nameOrPath: string, root = projectRoot): string {
  if (isAbsolute(nameOrPath) || /[/\\]|^\./.test(nameOrPath)) return resolve(nameOrPath)
  return join(root, 'towns', nameOrPath)
}

/** Throws TownError that lists every problem at once. */
export async function loadTown(nameOrPath: string): Promise<Town> {
  const folder = townFolder(nameOrPath)
  // A list per file, in the order of asking: which file is read first must not decide what is told first.
  const told: string[][] = []
  const listFor = (): string[] => {
    const own: string[] = []
    told.push(own)
    return own
  }
  const read = <T>(file: string, schema: z.ZodType<T>) => readChecked(folder, file, schema, listFor())
  const [file, regions, categories, synonyms, sources] = await Promise.all([
    read('town.json', townFileSchema),
    read('regions.json', z.array(regionSchema).min(1)),
    read('categories.json', z.array(categorySchema).min(1)),
    read('synonyms.json', synonymsSchema),
    readSources(folder, listFor),
  ])
  const problems = told.flat()
  if (!file || !regions || !categories || !synonyms || problems.length > 0) throw new TownError(folder, problems)
  const town: Town = { ...file, regions, categories, synonyms, sources }
  const contradictions = findContradictions(town)
  if (contradictions.length > 0) throw new TownError(folder, contradictions)
  return town
}

async function readSources(folder: string, listFor: () => string[]): Promise<Source[]> {
  const names = await readdir(join(folder, 'sources')).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return [] as string[]
  })
  const files = names.filter((name) => name.endsWith('.json')).sort()
  const sources = await Promise.all(
    files.map(async (name) => {
      const problems = listFor()
      const source = await readChecked(folder, join('sources', name), sourceSchema, problems)
      if (source && source.slug !== basename(name, '.json'))
        problems.push(`sources/${name}: slug is "${source.slug}"; it must be the file's name`)
      return source
    }),
  )
  return sources.filter((source) => source !== undefined)
}

async function readChecked<T>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
  problems: string[],
): Promise<T | undefined> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(join(folder, file), 'utf8')))
    if (parsed.success) return parsed.data
    problems.push(
      ...parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.') || '(top)'}: ${issue.message}`),
    )
  } catch (error) {
    problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return undefined
}

/** What each file alone cannot show: references that lead nowhere, names given twice. */
function findContradictions(town: Town): string[] {
  const codes = new Set(town.regions.map((region) => region.code))
  const categories = new Set(town.categories.map((category) => category.id))
  return [
    ...(codes.has(town.root) ? [] : [`town.json: root: no region has the code ${town.root}`]),
    ...repeated(town.regions.map((region) => region.code)).map((code) => `regions.json: code ${code} is given twice`),
    ...repeated(town.categories.map((category) => category.id)).map((id) => `categories.json: id ${id} is given twice`),
    ...repeated(town.sources.flatMap((source) => source.private ?? [])).map(
      (place) => `sources: ${place} is named as private by two sources; one alone may reach it`,
    ),
    ...circles(town.regions, town.root),
    ...town.regions.flatMap((region) => orphan(region.code, region.parent, town.root, codes)),
    ...town.sources.flatMap((source) => [
      ...(codes.has(source.region)
        ? []
        : [`sources/${source.slug}.json: region: no region has the code ${source.region}`]),
      ...source.lists.flatMap(({ category }) =>
        category === undefined || categories.has(category)
          ? []
          : [`sources/${source.slug}.json: lists: no category has the id ${category}`],
      ),
    ]),
  ]
}

function orphan(code: string, parent: string | undefined, root: string, codes: Set<string>): string[] {
  if (parent === undefined) return code === root ? [] : [`regions.json: ${code}: parent is missing`]
  return codes.has(parent) ? [] : [`regions.json: ${code}: parent ${parent} is no region of this file`]
}

/** Regions whose chain of parents never ends at the town. */
function circles(regions: readonly Region[], root: string): string[] {
  const parents = new Map(regions.map((region) => [region.code, region.parent]))
  const endsAtRoot = (code: string) => {
    let at: string | undefined = code
    for (let steps = 0; at !== undefined && steps <= regions.length; steps += 1) {
      if (at === root) return true
      at = parents.get(at)
    }
    return false
  }
  return regions
    .filter((region) => region.parent !== undefined && parents.has(region.parent) && !endsAtRoot(region.code))
    .map((region) => `regions.json: ${region.code}: its parents never lead to ${root}`)
}

function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
