/** One article of a made-up site, as `towns/sample/README.md` describes its file. */
import { marked } from 'marked'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Calendar, expandMacros, instantAt } from './calendar.ts'

const headerSchema = z.strictObject({
  id: z.number().int().positive().max(7_999_999),
  at: z.string(),
  title: z.string().min(1),
  source: z.string().optional(),
  author: z.string().optional(),
  files: z.array(z.strictObject({ name: z.string(), file: z.string().regex(/^[\w.-]+$/) })).default([]),
  edited: z.string().optional(),
  removed: z.string().optional(),
  moved: z.boolean().default(false),
  broken: z.boolean().default(false),
})

export interface SiteArticle {
  id: number
  column: string
  title: string
  source?: string
  author?: string
  files: { name: string; file: string }[]
  publishedAt: Date
  editedAt?: Date
  removedAt?: Date
  moved: boolean
  broken: boolean
  html: string
  /** Body from `editedAt` on. */
  editedHtml?: string
}

/** A file of a made-up site that breaks its format. The message begins with the file's name. */
export class SiteFileError extends Error {
  override name = 'SiteFileError'
}

const HEADER = /^---\n([\s\S]*?)\n---(?:\n|$)/
const EDITED_LINE = /^=== edited ===$/m

/** Throws SiteFileError, led by `file`, on a header, macro or moment that cannot be read. */
export function parseArticle(text: string, file: string, column: string, calendar: Calendar): SiteArticle {
  try {
    return readArticle(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'), column, calendar)
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message
    throw new SiteFileError(`${file}: ${why}`, { cause })
  }
}

function readArticle(text: string, column: string, calendar: Calendar): SiteArticle {
  const [whole, yaml] = HEADER.exec(text) ?? []
  if (whole === undefined || yaml === undefined) throw new RangeError('no header between two lines of ---')
  const { at, edited, removed, ...header } = headerSchema.parse(parse(yaml))
  const [body = '', later] = text.slice(whole.length).split(EDITED_LINE)
  if ((edited === undefined) !== (later === undefined)) {
    throw new RangeError('"edited" in the header and the line "=== edited ===" need each other')
  }
  const moment = (value: string | undefined) => (value === undefined ? undefined : instantAt(value, calendar))
  return {
    ...header,
    column,
    title: expandMacros(header.title, calendar),
    publishedAt: instantAt(at, calendar),
    editedAt: moment(edited),
    removedAt: moment(removed),
    html: toHtml(body, calendar),
    editedHtml: later === undefined ? undefined : toHtml(later, calendar),
  }
}

function toHtml(markdown: string, calendar: Calendar): string {
  return marked.parse(expandMacros(markdown, calendar), { async: false, breaks: true }).trim()
}
