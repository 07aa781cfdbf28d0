/** Tables and text of .doc and .wps: rows rebuilt from the marks at their ends, columns from the edges of their cells. */
import type { TextTable } from '../../domain/page.ts'
import { squash } from '../../domain/text.ts'
import { toTable } from './grid.ts'
import type { Contents } from './problem.ts'
import { openWordFile, type Paragraph } from './word-file.ts'
import { alignRows, type RowShape, type WordRow } from './word-rows.ts'

export function readWordBinary(bytes: Uint8Array): Contents {
  const tables: WordRow[][] = [[]]
  const running: string[] = []
  let cells = ''
  for (const paragraph of openWordFile(bytes)) {
    if (paragraph.row) {
      tables.at(-1)?.push(rowOf(cells, paragraph.row))
      cells = ''
    } else if (paragraph.inTable) cells += paragraph.text
    else {
      running.push(paragraph.text)
      if (tables.at(-1)?.length) tables.push([])
    }
  }
  return { tables: tables.flatMap(tableOf), text: running.map(plain).filter(Boolean).join('\n') }
}

const tableOf = (rows: WordRow[]): TextTable[] => {
  const table = toTable(alignRows(rows))
  return table ? [table] : []
}

function rowOf(text: Paragraph['text'], shape: RowShape): WordRow {
  const cells = text.split('\x07')
  // The last cell is ended by its mark too.
  if (cells.at(-1) === '') cells.pop()
  return { ...shape, cells: cells.map(plain) }
}

/** Field codes stand between \x13 and \x14, what they show up to \x15; other controls are pictures and notes. */
function plain(text: string): string {
  const shown = text.replace(/\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))/g, '').replace(/[\r\x0b\x0c]/g, '\n')
  return shown
    .split('\n')
    .map((line) => squash(line.replace(/[\x00-\x08\x0e-\x1f]/g, '')))
    .filter(Boolean)
    .join('\n')
}
