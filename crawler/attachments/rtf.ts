/** Rich text (RTF 1.9.1), mostly under the name .doc: one run over its words, tables and running text as they come. */
import type { TextTable } from '../../domain/page.ts'
import { squash } from '../../domain/text.ts'
import { decodeBytes } from '../reading/charset.ts'
import { toTable } from './grid.ts'
import { MAX_CELLS } from './limits.ts'
import { AttachmentError, type Contents } from './problem.ts'
import { RtfText } from './rtf-text.ts'
import { alignRows, type RowShape, type WordRow } from './word-rows.ts'

/** A word with its number, a sign, a byte in hexadecimal, a brace, or plain text. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)/giu

export function readRtf(bytes: Uint8Array): Contents {
  const reader = new RtfReader()
  for (const [, word, number, hex, sign, brace, text] of decodeBytes(bytes, 'latin1').matchAll(TOKEN)) {
    if (word) reader.word(word, number === undefined ? undefined : Number(number))
    else if (hex) reader.text.byte(Number.parseInt(hex, 16))
    else if (sign) reader.sign(sign)
    else if (brace) reader.brace(brace)
    else if (text) reader.text.plain(text)
  }
  return reader.end()
}

const MERGED: Record<string, 'above' | 'left'> = { clvmrg: 'above', clmrg: 'left' }

class RtfReader {
  readonly text = new RtfText()
  readonly #tables: WordRow[][] = [[]]
  readonly #running: string[] = []
  #shape: RowShape = { edges: [], merged: [] }
  #merge: 'above' | 'left' | undefined
  #cells: string[] = []
  #count = 0
  /** Depth of the cell that is open: rows of an inner table stay words of the outer cell. */
  #depth = 0
  #inTable = false

  brace(brace: string): void {
    if (brace === '{') this.text.open()
    else this.text.close()
  }

  sign(sign: string): void {
    if (sign === '*') this.text.hide()
    else if (sign === '~') this.text.plain(' ')
    else if (sign === '_') this.text.plain('-')
    else if ('\\{}'.includes(sign)) this.text.plain(sign)
    else if (sign === '\n' || sign === '\r') this.word('par')
  }

  word(word: string, value = Number.NaN): void {
    if (this.text.word(word, value)) return
    if (word === 'trowd') this.#shape = { edges: [], merged: [] }
    else if (word === 'trleft') this.#shape.edges = [value]
    else if (word in MERGED) this.#merge = MERGED[word]
    else if (word === 'cellx') this.#edge(value)
    else if (word === 'cell') this.#endCell()
    else if (word === 'row') this.#endRow()
    else if (word === 'intbl') this.#inTable = true
    else if (word === 'itap') this.#depth = value
    else if (word === 'pard') this.#startParagraph()
    else if (word === 'par' || word === 'sect') this.#endParagraph()
  }

  #startParagraph(): void {
    this.#inTable = false
    this.#depth = 0
  }

  #edge(at: number): void {
    if (this.#shape.edges.length === this.#shape.merged.length) this.#shape.edges.unshift(Math.min(0, at))
    this.#shape.edges.push(at)
    this.#shape.merged.push(this.#merge)
    this.#merge = undefined
  }

  #endCell(): void {
    this.#count += 1
    if (this.#count > MAX_CELLS) throw new AttachmentError('too_large', 'more cells than are looked at')
    this.#cells.push(this.text.take())
  }

  #endRow(): void {
    if (this.#cells.length > 0)
      this.#tables.at(-1)?.push({ ...this.#shape, cells: this.#cells.map((cell) => lines(cell).join('\n')) })
    this.#cells = []
  }

  #endParagraph(): void {
    if (this.#inTable || this.#depth > 0 || this.#cells.length > 0) this.text.plain('\n')
    else this.#run()
  }

  #run(): void {
    const said = lines(this.text.take())
    if (said.length === 0) return
    this.#running.push(...said)
    if (this.#tables.at(-1)?.length) this.#tables.push([])
  }

  end(): Contents {
    this.#run()
    const tables = this.#tables.flatMap((rows): TextTable[] => {
      const table = toTable(alignRows(rows))
      return table ? [table] : []
    })
    return { tables, text: this.#running.join('\n') }
  }
}

const lines = (text: string) => text.split('\n').map(squash).filter(Boolean)
