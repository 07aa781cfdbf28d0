/** Pieces of text with their places on a page, put together to lines and to the text of a cell. Pure. */

/** In points from the top left corner; `y` is the base line, `height` that of the letters. */
export interface Piece {
  text: string
  x: number
  y: number
  width: number
  height: number
}

/** Base lines this near, as a share of the height, are one line. */
const SAME_LINE = 0.4

/** Pieces by lines from above, each from the left. */
export function groupLines(pieces: Piece[]): Piece[][] {
  const lines: Piece[][] = []
  for (const piece of [...pieces].sort((one, other) => one.y - other.y)) {
    const last = lines.at(-1)
    const base = last?.[0]
    if (last && base && piece.y - base.y <= Math.max(base.height, piece.height) * SAME_LINE) last.push(piece)
    else lines.push([piece])
  }
  return lines.map((line) => line.sort((one, other) => one.x - other.x))
}

export function linesOf(pieces: Piece[]): string[] {
  return groupLines(pieces).map(lineText)
}

function lineText(line: Piece[]): string {
  let text = ''
  let end = Number.POSITIVE_INFINITY
  for (const piece of line) {
    const apart = piece.x - end > piece.height * 0.25
    text += (apart ? ' ' : '') + piece.text
    end = piece.x + piece.width
  }
  return text.trim()
}

/** The text of one cell: words broken over lines grow together, but for words of letters. */
export function cellText(pieces: Piece[]): string {
  return linesOf(pieces).reduce((text, line) => text + (needsBlank(text, line) ? ' ' : '') + line, '')
}

const needsBlank = (before: string, after: string) => /[A-Za-z,.;)]$/.test(before) && /^[A-Za-z(]/.test(after)

/**
 * The library puts neighbouring cells that stand near each other into one piece with a blank between them. Letters
 * and digits are half as wide as they are high, Han characters as wide; what is left over is the width of the blanks.
 */
export function cutAtBlanks(piece: Piece): Piece[] {
  const words = piece.text.trim().split(/\s+/)
  if (words.length < 2 || !/[\u3000-\u9fff]/.test(piece.text)) return [piece]
  const wide = words.map((word) => (widthUpTo(word, word.length) * piece.height) / 2)
  const written = wide.reduce((sum, width) => sum + width, 0)
  const scale = Math.min(1, piece.width / written)
  const blank = Math.max(0, piece.width - written) / (words.length - 1)
  let { x } = piece
  return words.map((text, index) => {
    const width = (wide[index] ?? 0) * scale
    const cut = { ...piece, text, x, width }
    x += width + blank
    return cut
  })
}

/** As a part of the height: writers put so much between Han characters and letters or figures of one word. */
const BETWEEN_SCRIPTS = 0.35
const WIDE = /[\u2e80-\u9fff\uff00-\uffef]/

/** Pieces that only a change of script parts grow together: 35 and 周岁. */
export function joinScripts(pieces: Piece[]): Piece[] {
  return groupLines(pieces).flatMap((line) => {
    const joined: Piece[] = []
    for (const piece of line) {
      const last = joined.at(-1)
      if (last && isOneWord(last, piece)) {
        last.text += piece.text
        last.width = piece.x + piece.width - last.x
      } else joined.push({ ...piece })
    }
    return joined
  })
}

function isOneWord(left: Piece, right: Piece): boolean {
  const apart = right.x - left.x - left.width
  if (apart > right.height * BETWEEN_SCRIPTS || Math.abs(left.y - right.y) > 1) return false
  return WIDE.test(left.text.at(-1) ?? '') !== WIDE.test(right.text[0] ?? '')
}

/** A piece that runs over an edge is cut there: neighbouring cells without a gap come as one piece. */
export function cutAtEdges(piece: Piece, edges: number[]): Piece[] {
  const crossed = edges.filter(
    (edge) => edge > piece.x + piece.height * 0.5 && edge < piece.x + piece.width - piece.height * 0.5,
  )
  if (crossed.length === 0) return [piece]
  const [edge = 0] = crossed
  const at = breakAt(piece, edge)
  if (at <= 0 || at >= piece.text.length) return [piece]
  const share = widthUpTo(piece.text, at) / widthUpTo(piece.text, piece.text.length)
  const left = { ...piece, text: piece.text.slice(0, at), width: piece.width * share }
  const right = { ...piece, text: piece.text.slice(at), x: piece.x + left.width, width: piece.width - left.width }
  return [left, ...cutAtEdges(right, edges)].filter(({ text }) => text.trim())
}

/** Letters and digits are half as wide as Han characters. */
function widthUpTo(text: string, end: number): number {
  let width = 0
  for (let index = 0; index < end; index += 1) width += text.charCodeAt(index) < 0x100 ? 1 : 2
  return width
}

/** At a blank near the edge, else at the character that is nearest to it. */
function breakAt({ text, x, width }: Piece, edge: number): number {
  const whole = widthUpTo(text, text.length)
  const placeOf = (index: number) => x + (width * widthUpTo(text, index)) / whole
  let best = 0
  for (let index = 1; index < text.length; index += 1) {
    const bonus = /\s/.test(text[index - 1] ?? '') ? 0.3 : 1
    const distance = (at: number, weight: number) => Math.abs(placeOf(at) - edge) * weight
    if (best === 0 || distance(index, bonus) < distance(best, /\s/.test(text[best - 1] ?? '') ? 0.3 : 1)) best = index
  }
  return best
}
