/** The characters of rich text: bytes in the code page of their font, Unicode words, and groups that are not shown. */
import { decodeBytes } from '../reading/charset.ts'

/** Groups that hold no text of the document (RTF 1.9.1, destinations). */
const HIDDEN = new Set([
  ...['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'object', 'themedata', 'datastore', 'listtable'],
  ...['listoverridetable', 'rsidtbl', 'generator', 'header', 'footer', 'headerf', 'footerf', 'headerl', 'headerr'],
  ...['footerl', 'footerr', 'footnote', 'annotation', 'fldinst', 'nonshppict', 'latentstyles', 'xmlnstbl', 'mmathPr'],
  ...['bkmkstart', 'bkmkend', 'listtext', 'pntext', 'nonesttables', 'colorschememapping', 'wgrffmtfilter'],
])
/** Code pages by the number of a character set. */
const CHARSETS: Record<number, string> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  204: 'windows-1251',
}
const CODE_PAGES: Record<number, string> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  65001: 'utf-8',
}
const SIGNS: Record<string, string> = {
  line: '\n',
  tab: ' ',
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  nestcell: ' ',
  nestrow: '\n',
}

interface Group {
  hidden: boolean
  fonts: boolean
  encoding: string
  /** How many characters stand for one Unicode word, for readers that know none. */
  skip: number
}

/** Deeper braces are a trap; their state is that of the last level. */
const MAX_DEPTH = 1_000

export class RtfText {
  #groups: Group[] = [{ hidden: false, fonts: false, encoding: 'windows-1252', skip: 1 }]
  #deeper = 0
  #parts: string[] = []
  #bytes: number[] = []
  #toSkip = 0
  #page = 'windows-1252'
  readonly #fonts = new Map<number, string>()
  #font = 0

  get #group(): Group {
    return this.#groups.at(-1) ?? { hidden: true, fonts: false, encoding: this.#page, skip: 1 }
  }

  open(): void {
    this.#flush()
    if (this.#groups.length < MAX_DEPTH) this.#groups.push({ ...this.#group })
    else this.#deeper += 1
  }

  close(): void {
    this.#flush()
    this.#toSkip = 0
    if (this.#deeper > 0) this.#deeper -= 1
    else if (this.#groups.length > 1) this.#groups.pop()
  }

  hide(): void {
    this.#group.hidden = true
  }

  /** True for a word about characters. */
  word(word: string, value: number): boolean {
    if (HIDDEN.has(word)) {
      this.#group.hidden = true
      this.#group.fonts = word === 'fonttbl'
    } else if (word === 'u') this.#unicode(value)
    else if (word === 'uc') this.#group.skip = value
    else if (word === 'ansicpg') this.#setPage(CODE_PAGES[value] ?? 'windows-1252')
    else if (word === 'f' || word === 'af') this.#setFont(word, value)
    else if (word === 'fcharset' && this.#group.fonts) this.#fonts.set(this.#font, CHARSETS[value] ?? this.#page)
    else if (word === 'plain') this.#setEncoding(this.#page)
    else if (Object.hasOwn(SIGNS, word)) this.plain(SIGNS[word] ?? '')
    else return false
    return true
  }

  #setPage(encoding: string): void {
    this.#page = encoding
    for (const group of this.#groups) group.encoding = encoding
  }

  #setFont(word: string, value: number): void {
    if (this.#group.fonts) this.#font = value
    else if (word === 'f') this.#setEncoding(this.#fonts.get(value) ?? this.#page)
  }

  #setEncoding(encoding: string): void {
    this.#flush()
    this.#group.encoding = encoding
  }

  #unicode(value: number): void {
    this.#flush()
    if (!this.#group.hidden) this.#parts.push(String.fromCharCode(value < 0 ? value + 65_536 : value))
    this.#toSkip = this.#group.skip
  }

  byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip -= 1
    else if (!this.#group.hidden) this.#bytes.push(byte)
  }

  /** Plain signs may be second halves of characters of two bytes. */
  plain(text: string): void {
    const said = text.slice(this.#toSkip)
    this.#toSkip = Math.max(0, this.#toSkip - text.length)
    if (this.#group.hidden) return
    if (this.#bytes.length > 0 && /^[\x40-\x7e]/.test(said) && isHalf(this.#bytes, this.#group.encoding)) {
      this.#bytes.push(said.charCodeAt(0))
      this.plain(said.slice(1))
      return
    }
    this.#flush()
    this.#parts.push(/[\x80-\xff]/.test(said) ? decodeBytes(Buffer.from(said, 'latin1'), this.#group.encoding) : said)
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    this.#parts.push(decodeBytes(Uint8Array.from(this.#bytes), this.#group.encoding))
    this.#bytes = []
  }

  /** What was said since the last time. */
  take(): string {
    this.#flush()
    const said = this.#parts.join('')
    this.#parts = []
    return said
  }
}

/** An odd number of high bytes at the end waits for its other half. */
function isHalf(bytes: number[], encoding: string): boolean {
  if (!/gb|big5|jis/.test(encoding)) return false
  let waiting = false
  for (const byte of bytes) waiting = !waiting && byte > 0x80
  return waiting
}
