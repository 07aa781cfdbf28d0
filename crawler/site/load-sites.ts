/** Reads the folders of the made-up sites, checks every file, and keeps all of it in memory. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import Mustache from 'mustache'
import { parse } from 'yaml'
import { z } from 'zod'
import { parseArticle, type SiteArticle, SiteFileError } from './article.ts'
import type { Calendar } from './calendar.ts'
import { FILE_IN_BODY } from './file-links.ts'

const columnSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  name: z.string(),
  perPage: z.number().int().positive(),
  kind: z.enum(['news', 'job', 'volunteer']).optional(),
  code: z.number().int().positive().describe('Number of the column in addresses, where the family has one.'),
})

const siteFileSchema = z.strictObject({
  name: z.string().describe('Name of the site; who says it when an article names nobody.'),
  family: z.enum(['ucap', 'trs', 'jpage', 'vsb', 'portal', 'jeecms', 'plain']),
  encoding: z.enum(['utf-8', 'gbk', 'big5']),
  declare: z.enum(['header', 'meta', 'both', 'none']).describe('Where the encoding is said, if anywhere.'),
  script: z.enum(['simplified', 'traditional', 'damaged']),
  region: z.string(),
  disallow: z.array(z.string()).default([]).describe('Paths that robots.txt forbids.'),
  columns: z.array(columnSchema).min(1),
})

export interface Column extends z.infer<typeof columnSchema> {
  /** Newest first; of two at the same minute the higher id leads. */
  articles: SiteArticle[]
}

export interface Site extends Omit<z.infer<typeof siteFileSchema>, 'columns'> {
  host: string
  columns: Column[]
  /** Mustache by file name without `.html`; `home`, `list`, `detail` and whatever these include. */
  templates: Record<string, string>
  /** Attachments by file name. */
  files: Map<string, Uint8Array>
}

/** Every folder that has a `site.yaml` is a host. Throws SiteFileError, led by the file's name, at the first mistake. */
export async function loadSites(folder: string, calendar: Calendar): Promise<Site[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const hosts = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(hosts.sort().map((host) => loadSite(join(folder, host), calendar)))
}

async function loadSite(folder: string, calendar: Calendar): Promise<Site> {
  const [site, templates, files] = await Promise.all([
    readSiteFile(join(folder, 'site.yaml')),
    readFolder(join(folder, 'templates'), '.html'),
    readFolder(join(folder, 'files'), ''),
  ])
  const columns = await Promise.all(
    site.columns.map(async (column) => ({ ...column, articles: await loadColumn(folder, column.id, calendar) })),
  )
  checkSite(
    folder,
    columns.flatMap((column) => column.articles),
    files,
  )
  return { ...site, host: basename(folder), columns, templates: checkTemplates(folder, templates), files }
}

/** A template that cannot be rendered must be found now, not by a visitor. */
function checkTemplates(folder: string, files: Map<string, Uint8Array>): Record<string, string> {
  const texts = new Map([...files].map(([name, bytes]) => [basename(name, '.html'), new TextDecoder().decode(bytes)]))
  const missing = ['home', 'list', 'detail'].find((name) => !texts.has(name))
  if (missing) throw new SiteFileError(`${join(basename(folder), 'templates', missing)}.html is not there`)
  for (const [name, text] of texts) {
    try {
      Mustache.parse(text)
    } catch (cause) {
      throw new SiteFileError(`${basename(folder)}/templates/${name}.html: ${(cause as Error).message}`, { cause })
    }
  }
  return Object.fromEntries(texts)
}

async function readSiteFile(file: string): Promise<z.infer<typeof siteFileSchema>> {
  const checked = siteFileSchema.safeParse(parse(await readFile(file, 'utf8')))
  if (!checked.success) throw new SiteFileError(`${file}: ${z.prettifyError(checked.error)}`)
  return checked.data
}

async function loadColumn(folder: string, column: string, calendar: Calendar): Promise<SiteArticle[]> {
  const texts = await readFolder(join(folder, column), '.md')
  return [...texts]
    .map(([name, bytes]) => {
      const file = join(basename(folder), column, name)
      return parseArticle(new TextDecoder().decode(bytes), file, column, calendar)
    })
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || b.id - a.id)
}

/** A folder that is not there is empty: a column may have no article yet. */
async function readFolder(folder: string, ending: string): Promise<Map<string, Uint8Array>> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return [] as string[]
  })
  const wanted = names.filter((name) => name.endsWith(ending)).sort()
  return new Map(await Promise.all(wanted.map(async (name) => [name, await readFile(join(folder, name))] as const)))
}

function checkSite(folder: string, articles: SiteArticle[], files: Map<string, Uint8Array>): void {
  const seen = new Set<number>()
  for (const { id, column, files: attached, html, editedHtml } of articles) {
    const where = join(basename(folder), column)
    if (seen.has(id)) throw new SiteFileError(`${where}: id ${id} is used twice on this host`)
    seen.add(id)
    const shown = [...`${html}${editedHtml ?? ''}`.matchAll(FILE_IN_BODY)].map(([, , file = '']) => file)
    const missing = [...attached.map(({ file }) => file), ...shown].find((file) => !files.has(file))
    if (missing !== undefined)
      throw new SiteFileError(`${where}: article ${id} names files/${missing}, which is not there`)
  }
}
