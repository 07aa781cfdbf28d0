/**
 * Reads a town from its folder of data. Every file is checked, and so is what they say of each other. A source that is
 * wrong is left out and told, the others stay; a town without its regions or categories cannot be used at all.
 */
import { readdir } from 'node:fs/promises'
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
import { type CheckedFile, readChecked } from './checked-file.ts'
import { formatProblem, type Problem } from './problems.ts'
import { findBroken, type Surroundings } from './source-rules.ts'

/** Town data that cannot be used. `problems` has one line per mistake: file and place, what is wrong, what to write. */
export class TownError extends Error {
  override name = 'TownError'
  readonly problems: string[]
  constructor(folder: string, problems: string[]) {
    super(`town folder ${folder} cannot be used:\n${problems.map((line) => `  ${line}`).join('\n')}`)
    this.problems = problems
  }
}

/** A source file that is left out. */
export interface RefusedSource {
  /** By the file's name. */
  slug: string
  problems: Problem[]
}

export interface TownFolder {
  town: Town
  refused: RefusedSource[]
}

/** The project's own root, whether this runs from source or from `dist/`. */
const projectRoot = fileURLToPath(new URL('..', import.meta.url))

/** A bare name is a folder under `towns/`; anything with a slash is a path. */
export function townFolder(nameOrPath: string, root = projectRoot): string {
  if (isAbsolute(nameOrPath) || /[/\\]|^\./.test(nameOrPath)) return resolve(nameOrPath)
  return join(root, 'towns', nameOrPath)
}

/** Without the sources that are refused. Throws TownError. */
export async function loadTown(nameOrPath: string): Promise<Town> {
  return (await readTown(nameOrPath)).town
}

/** Throws TownError that lists every problem of the town's own files at once. */
export async function readTown(nameOrPath: string): Promise<TownFolder> {
  const folder = townFolder(nameOrPath)
  const [file, regions, categories, synonyms, read] = await Promise.all([
    readChecked(folder, 'town.json', townFileSchema),
    readChecked(folder, 'regions.json', z.array(regionSchema).min(1)),
    readChecked(folder, 'categories.json', z.array(categorySchema).min(1)),
    readChecked(folder, 'synonyms.json', synonymsSchema),
    readSources(folder),
  ])
  const problems = [file, regions, categories, synonyms].flatMap((one) => one.problems)
  if (!file.value || !regions.value || !categories.value || !synonyms.value || problems.length > 0)
    throw new TownError(folder, problems.map(formatProblem))
  const around = { regions: regions.value, categories: categories.value }
  const contradictions = findContradictions({ ...around, root: file.value.root })
  if (contradictions.length > 0) throw new TownError(folder, contradictions)
  const judged = withoutShared(read.map((source) => judge(source, around)))
  const sources = judged.flatMap(({ value, problems: wrong }) => (value && wrong.length === 0 ? [value] : []))
  const refused = judged.flatMap(({ file: name, problems: wrong }) =>
    wrong.length > 0 ? [{ slug: slugOf(name), problems: wrong }] : [],
  )
  return { town: { ...file.value, ...around, synonyms: synonyms.value, sources }, refused }
}

/** One source file, in the town's folder or elsewhere, as it would be judged among the town's data. */
export async function checkSourceFile(path: string, town: Surroundings): Promise<Problem[]> {
  return judge(await readChecked('', path, sourceSchema), town).problems
}

async function readSources(folder: string): Promise<CheckedFile<Source>[]> {
  const names = await readdir(join(folder, 'sources')).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return [] as string[]
  })
  const files = names.filter((name) => name.endsWith('.json')).sort()
  return Promise.all(files.map((name) => readChecked(folder, join('sources', name), sourceSchema)))
}

const slugOf = (file: string): string => basename(file, '.json')

function judge(read: CheckedFile<Source>, town: Surroundings): CheckedFile<Source> {
  const { file, json, value } = read
  if (!value || !json) return read
  const problems = findBroken(value, town).map(
    ({ path, message, advice }): Problem => ({ file, ...json.placeOf(path), at: path.join('.'), message, advice }),
  )
  if (value.slug !== slugOf(file))
    problems.push({
      file,
      ...json.placeOf(['slug']),
      at: 'slug',
      message: `"${value.slug}" is not the file's name, and two sources of one slug would be one`,
      advice: `write "${slugOf(file)}", or name the file ${value.slug}.json`,
    })
  return { ...read, problems }
}

/** Nobody could tell which of two sources may reach an address that one alone may reach, so neither does. */
function withoutShared(read: CheckedFile<Source>[]): CheckedFile<Source>[] {
  const shared = repeated(read.flatMap(({ value }) => value?.private ?? []))
  return read.map((one) => {
    const place = one.value?.private
    if (place === undefined || !shared.includes(place)) return one
    const problem: Problem = {
      file: one.file,
      ...one.json?.placeOf(['private']),
      at: 'private',
      message: `${place} is named by two sources; one alone may reach it`,
      advice: 'take it out of one of them',
    }
    return { ...one, problems: [...one.problems, problem] }
  })
}

/** What each file alone cannot show: references that lead nowhere, names given twice. */
function findContradictions({ regions, categories, root }: Surroundings & { root: string }): string[] {
  const codes = new Set(regions.map((region) => region.code))
  return [
    ...(codes.has(root) ? [] : [`town.json: root: no region has the code ${root}`]),
    ...repeated(regions.map((region) => region.code)).map((code) => `regions.json: code ${code} is given twice`),
    ...repeated(categories.map((category) => category.id)).map((id) => `categories.json: id ${id} is given twice`),
    ...circles(regions, root),
    ...regions.flatMap((region) => orphan(region.code, region.parent, root, codes)),
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
