import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readJobTables } from '../../domain/job-tables.ts'
import { readRtf } from './rtf.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const unicode = (text: string) => [...text].map((sign) => `\\u${(sign.charCodeAt(0) << 16) >> 16}?`).join('')
const row = (cells: string[], marks: string[] = []) =>
  `\\trowd${cells.map((_, at) => `${marks[at] ?? ''}\\cellx${(at + 1) * 2000}`).join('')}\\pard\\intbl ${cells
    .map((cell) => `${cell}\\cell`)
    .join('\\pard\\intbl ')}\\row\\pard `

it('reads tables and running text apart', () => {
  const { tables, text } = readRtf(
    bytes(
      `{\\rtf1\\ansi ${unicode('岗位表')}\\par ${row(['招聘单位', '岗位名称', '招聘人数'].map(unicode))}${row(
        ['县医院', '护士', '3'].map(unicode),
      )}${unicode('注：见公告')}\\par}`,
    ),
  )
  expect(text).toBe('岗位表\n注：见公告')
  expect(readJobTables(tables, { currency: 'CNY' })).toMatchObject([
    { employer: '县医院', title: '护士', headcount: 3 },
  ])
})

it('decodes bytes in the code page of their font, second halves that look like letters too', () => {
  // 甲 is BC D7, 俓 is 82 7A: its second byte is the letter z.
  const { text } = readRtf(
    bytes("{\\rtf1\\ansicpg1252{\\fonttbl{\\f3\\fcharset134 SimSun;}}\\f3 \\'bc\\'d7\\'82z\\par}"),
  )
  expect(text).toBe('甲倆'.replace('倆', new TextDecoder('gb18030').decode(Uint8Array.of(0x82, 0x7a))))
})

it('writes a cell that goes on downwards into every row', () => {
  const { tables } = readRtf(
    bytes(
      `{\\rtf1 ${row(['Unit', 'Post'])}${row(['Library', 'Clerk'], ['\\clvmgf'])}${row(['', 'Driver'], ['\\clvmrg'])}}`,
    ),
  )
  expect(tables[0]?.rows).toEqual([
    ['Unit', 'Post'],
    ['Library', 'Clerk'],
    ['Library', 'Driver'],
  ])
})

it('leaves out what is not shown: fonts, pictures, fields, comments', () => {
  const hidden = '{\\fonttbl{\\f0 Arial;}}{\\*\\generator Some}{\\pict 0011aa}{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}'
  expect(readRtf(bytes(`{\\rtf1${hidden} shown\\par}`)).text).toBe('7 shown')
})

it('takes any number of braces and never throws', () => {
  expect(readRtf(bytes(`{\\rtf1${'{'.repeat(100_000)}`)).tables).toEqual([])
  const piece = fc.constantFrom('{', '}', '\\cell', '\\row', '\\trowd', '\\cellx9', "\\'ff", '\\u-9?', 'x', '\\bin9 ')
  fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (all) => readRtf(bytes(all.join(''))).tables.length >= 0))
})
