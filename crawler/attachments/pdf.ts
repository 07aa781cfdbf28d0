/** Tables of PDF files: pieces of text and ruled lines with their places, from which the grid is found again. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { TextTable } from '../../domain/page.ts'
import { toTable } from './grid.ts'
import { MAX_PAGES } from './limits.ts'
import { plainRows } from './pdf-plain.ts'
import { type Ruling, ruledTables } from './pdf-ruled.ts'
import { findRulings } from './pdf-rulings.ts'
import { checkStreams } from './pdf-streams.ts'
import { linesOf, type Piece } from './pdf-text.ts'
import { AttachmentError, type Contents } from './problem.ts'

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

interface PageLayout {
  pieces: Piece[]
  rulings: Ruling[]
}

export async function readPdf(bytes: Uint8Array): Promise<Contents> {
  checkStreams(bytes)
  const document = await open(bytes)
  const pages: PageLayout[] = []
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1)
    pages.push(await layoutOf(await document.getPage(number)))
  const text = pages.map(({ pieces }) => linesOf(pieces).join('\n')).join('\n')
  if (text.trim() === '') throw new AttachmentError('no_table', 'pages without text: scanned pictures')
  const ruled = pages.flatMap(({ pieces, rulings }) => ruledTables(pieces, rulings))
  return { tables: ruled.length > 0 ? join(ruled) : join([plainRows(pages.map(({ pieces }) => pieces))]), text }
}

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // A copy, since the library takes the buffer away.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  } catch (cause) {
    const password = cause instanceof Error && cause.name === 'PasswordException'
    throw new AttachmentError(password ? 'password' : 'broken', cause instanceof Error ? cause.message : 'unreadable', {
      cause,
    })
  }
}

async function layoutOf(page: PdfPage): Promise<PageLayout> {
  const { OPS } = await getResolvedPDFJS()
  const view = page.getViewport({ scale: 1 }).transform
  const { items } = await page.getTextContent()
  const { fnArray, argsArray } = await page.getOperatorList()
  const pieces = items.flatMap((item) => ('str' in item && item.str.trim() ? [toPiece(item, view)] : []))
  page.cleanup()
  return { pieces, rulings: findRulings({ operators: fnArray, operands: argsArray }, OPS, view) }
}

/** The library's numbers are in page space, y upwards and before rotation; ours as one sees the page, y downwards. */
function toPiece(item: { str: string; transform: number[]; width: number; height: number }, view: number[]): Piece {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view
  const [, , shearX = 0, height = 0, x = 0, y = 0] = item.transform
  return {
    text: item.str,
    x: a * x + c * y + e,
    y: b * x + d * y + f,
    width: item.width,
    height: Math.hypot(shearX, height) || item.height,
  }
}

/** A table that goes on over the next page has the same columns there. */
function join(parts: string[][][]): TextTable[] {
  const tables: string[][][] = []
  for (const part of parts) {
    const last = tables.at(-1)
    if (last && last[0]?.length === part[0]?.length) last.push(...part)
    else tables.push([...part])
  }
  return tables.flatMap((rows) => toTable(rows) ?? [])
}
