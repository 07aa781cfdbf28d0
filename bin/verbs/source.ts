import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { formatProblem, type Problem } from '../../crawler/problems.ts'
import { disableSource, sourcePath } from '../../crawler/source-file.ts'
import { checkSourceFile, loadTown, readTown, townFolder } from '../../crawler/town-folder.ts'
import type { Town } from '../../domain/town.ts'
import { EXIT, print, UsageError } from '../exit.ts'
import { DEFAULT_TOWN } from '../settings.ts'

interface Options {
  town?: string
  json?: boolean
  why?: string
}

export async function listSourceFiles(_args: string[], options: Options): Promise<number> {
  const { town, refused } = await readTown(options.town ?? DEFAULT_TOWN)
  for (const source of town.sources) {
    const { slug, enabled, seen, region, home } = source
    const state = seen === 'blocked' ? 'blocked' : enabled ? 'on' : 'off'
    print(options.json ? JSON.stringify({ ...source, state }) : [slug, state, seen, region, home].join('\t'))
  }
  for (const { slug, problems } of refused) {
    const told = problems.map(formatProblem)
    print(
      options.json
        ? JSON.stringify({ slug, state: 'refused', problems })
        : [slug, 'refused', told.join(' | ')].join('\t'),
    )
  }
  return refused.length > 0 ? EXIT.partial : EXIT.ok
}

/** Every source of the town, one by its slug, or a file anywhere as if it were the town's. */
export async function checkSources([asked]: string[], options: Options): Promise<number> {
  const name = options.town ?? DEFAULT_TOWN
  const { town, refused } = await readTown(name)
  const problems = await problemsOf(asked, { name, town, problems: refused.flatMap((one) => one.problems) })
  for (const problem of problems) print(options.json ? JSON.stringify(problem) : formatProblem(problem))
  if (!options.json && problems.length === 0)
    process.stderr.write(`${asked ?? `all ${town.sources.length} sources of ${town.slug}`}: nothing wrong\n`)
  return problems.length > 0 ? EXIT.failed : EXIT.ok
}

interface Checked {
  name: string
  town: Town
  problems: Problem[]
}

async function problemsOf(asked: string | undefined, { name, town, problems }: Checked): Promise<Problem[]> {
  if (asked === undefined) return problems
  const known = sourcePath(townFolder(name), asked)
  if (existsSync(known)) {
    const file = relative(townFolder(name), known)
    return problems.filter((problem) => problem.file === file)
  }
  if (existsSync(asked)) return checkSourceFile(asked, town)
  throw new UsageError(`${town.slug} has no source ${asked}, and there is no such file`)
}

export async function disableOne([slug = '']: string[], options: Options): Promise<number> {
  const name = options.town ?? DEFAULT_TOWN
  const { slug: town, sources } = await loadTown(name)
  const folder = townFolder(name)
  if (!existsSync(sourcePath(folder, slug)))
    throw new UsageError(`${town} has no source ${slug}; it has: ${sources.map((one) => one.slug).join(', ')}`)
  const wasOn = await disableSource(folder, slug, options.why)
  process.stderr.write(wasOn ? `${slug} is off; what was found stays\n` : `${slug} was off already\n`)
  return EXIT.ok
}
