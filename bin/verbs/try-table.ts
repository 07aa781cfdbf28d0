import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openAttachment } from '../../crawler/attachments/open.ts'
import { loadTown } from '../../crawler/town-folder.ts'
import { readJobTables } from '../../domain/job-tables.ts'
import { EXIT, print, UsageError } from '../exit.ts'

/** Prints the jobs of a file, one JSON line each; why there are none, or not all, is said on stderr. */
export async function tryTable(path: string | undefined, townName: string): Promise<number> {
  if (path === undefined) throw new UsageError('give a file: gulou try --table positions.xls')
  const bytes = await readFile(path).catch((cause: Error) => {
    throw new UsageError(cause.message, { cause })
  })
  const { currency } = await loadTown(townName)
  const { tables, type, problem, detail } = await openAttachment({ name: basename(path), bytes })
  const jobs = readJobTables(tables, { currency })
  for (const job of jobs) print(JSON.stringify({ ...job, file: pathToFileURL(path).href }))
  const why = problem ?? (jobs.length > 0 ? undefined : 'no_jobs')
  if (why) process.stderr.write(`${JSON.stringify({ file: path, type, problem: why, ...(detail && { detail }) })}\n`)
  return jobs.length > 0 || why === 'no_jobs' || why === 'no_table' ? EXIT.ok : EXIT.failed
}
