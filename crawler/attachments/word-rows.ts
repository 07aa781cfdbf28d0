/** Rows of a Word table, binary or RTF: cells of different widths brought into common columns. */

/** Cells of one row, as the mark at its end describes them. */
export interface RowShape {
  /** Distances of the cell edges from the margin in twips, left edge first; empty when the file does not say. */
  edges: number[]
  /** Per cell: continues the cell above, or the one to its left ([MS-DOC] 2.9.322 TC80). */
  merged: ('above' | 'left' | undefined)[]
}

export interface WordRow extends RowShape {
  cells: string[]
}

/** Edges this near are one: hand-drawn tables are never straight. In twips, 20 to the point. */
const SAME_EDGE = 80

/** Rows of one table have cells of different widths; each is written into every column that it covers. */
export function alignRows(rows: WordRow[]): string[][] {
  const edges = commonEdges(rows.flatMap((row) => row.edges))
  const columnOf = (edge: number) => edges.findIndex((common) => Math.abs(common - edge) <= SAME_EDGE)
  const grid: string[][] = []
  for (const row of rows) {
    const known = row.edges.length === row.cells.length + 1
    const line: string[] = []
    row.cells.forEach((cell, index) => {
      const from = known ? columnOf(row.edges[index] ?? 0) : index
      const to = known ? Math.max(from + 1, columnOf(row.edges[index + 1] ?? 0)) : index + 1
      const text = cell || inherited(row.merged[index], line, grid.at(-1), from)
      for (let column = from; column < to; column += 1) line[column] = text
    })
    grid.push(Array.from(line, (cell) => cell ?? ''))
  }
  return grid
}

function inherited(
  from: 'above' | 'left' | undefined,
  line: string[],
  above: string[] | undefined,
  column: number,
): string {
  if (from === 'left') return line[column - 1] ?? ''
  return from === 'above' ? (above?.[column] ?? '') : ''
}

function commonEdges(edges: number[]): number[] {
  const common: number[] = []
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge - (common.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_EDGE) common.push(edge)
  }
  return common
}
