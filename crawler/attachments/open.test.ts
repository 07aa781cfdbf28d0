import { existsSync, readFileSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readJobTables } from '../../domain/job-tables.ts'
import { openAttachment } from './open.ts'

const ROWS = [
  ['岗位表', '', ''],
  ['招聘单位', '岗位名称', '岗位代码'],
  ['云溪县医院', '会计', '0012'],
  ['', '护士', '0013'],
]

function workbook(type: XLSX.BookType): Uint8Array {
  const book = XLSX.utils.book_new()
  const sheet = XLSX.utils.aoa_to_sheet(ROWS)
  XLSX.utils.book_append_sheet(book, sheet, '岗位')
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: type }))
}

const open = (name: string, bytes: Uint8Array) => openAttachment({ name, bytes })
const HTML = '<meta charset="utf-8"><table><tr><th>单位<th>岗位<tr><td rowspan=2>甲<td>会计<tr><td>司机</table>'
const documentOf = (body: string) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
  })
const cell = (text: string, more = '') =>
  `<w:tc><w:tcPr>${more}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`

describe('files that hold tables', () => {
  it.each(['xlsx', 'biff8', 'ods', 'xlml'] as const)(
    'reads a workbook of the kind %s with its row numbers',
    async (type) => {
      const { tables } = await open('岗位.et', workbook(type))
      expect(tables).toMatchObject([{ sheet: '岗位', fileName: '岗位.et' }])
      expect(readJobTables(tables, { currency: 'CNY' })).toMatchObject([
        { employer: '云溪县医院', title: '会计', code: '0012', row: 3, sheet: '岗位' },
        { employer: '云溪县医院', title: '护士', code: '0013', row: 4 },
      ])
    },
  )

  const hiding = (type: XLSX.BookType) => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['招聘单位', '岗位名称', '填表人手机', '人数'],
      ['云溪县医院', '会计', '13900000000', 1],
      ['云溪县医院', '护士', '13900000000', 2],
      ['云溪县医院', '药师', '13900000000', 3],
    ])
    sheet['!cols'] = [{}, {}, { hidden: true }, {}]
    sheet['!rows'] = [{}, {}, { hidden: true }, {}]
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, '岗位')
    return new Uint8Array(XLSX.write(book, { type: 'array', bookType: type, cellStyles: true }))
  }

  it.each(['xlsx', 'biff8'] as const)('leaves out the columns that a sheet of the kind %s hides', async (type) => {
    const { tables } = await open('岗位.xls', hiding(type))
    expect(JSON.stringify(tables)).toContain('会计')
    expect(JSON.stringify(tables)).not.toContain('13900000000')
  })

  it('leaves out the rows that a sheet hides, and numbers the rest as the sheet does', async () => {
    const { tables } = await open('岗位.xlsx', hiding('xlsx'))
    expect(readJobTables(tables, { currency: 'CNY' })).toMatchObject([
      { title: '会计', headcount: 1, row: 2 },
      { title: '药师', headcount: 3, row: 4 },
    ])
  })

  it('takes a web page that is named .xls for what it is, spans written out', async () => {
    const opened = await open('岗位.xls', strToU8(HTML))
    expect(opened).toMatchObject({
      type: 'html',
      tables: [
        {
          rows: [
            ['单位', '岗位'],
            ['甲', '会计'],
            ['甲', '司机'],
          ],
        },
      ],
    })
  })

  it('writes merged cells of a Word table into every place that they cover', async () => {
    const rows = `<w:tr>${cell('甲', '<w:vMerge w:val="restart"/>')}${cell('会计', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('司机')}${cell('1')}</w:tr>`
    const opened = await open('岗位.doc', documentOf(`<w:p><w:r><w:t>附件</w:t></w:r></w:p><w:tbl>${rows}</w:tbl>`))
    expect(opened).toMatchObject({
      type: 'docx',
      text: '附件',
      tables: [
        {
          rows: [
            ['甲', '会计', '会计'],
            ['甲', '司机', '1'],
          ],
        },
      ],
    })
  })

  it('reads GB18030 with tabs, and numbers as they are written', async () => {
    const { tables } = await open(
      '岗位.csv',
      Uint8Array.from([0xb8, 0xda, 0xce, 0xbb, 9, 0xb4, 0xfa, 0xc2, 0xeb, 10, 0xbb, 0xe1, 0xbc, 0xc6, 9, 0x30, 0x31]),
    )
    expect(tables[0]?.rows).toEqual([
      ['岗位', '代码'],
      ['会计', '01'],
    ])
  })

  it('opens the files in an archive', async () => {
    const opened = await open('附件.zip', zipSync({ 'a/岗位.xlsx': workbook('xlsx'), 'b.txt': strToU8('x') }))
    expect(opened).toMatchObject({ type: 'zip', tables: [{ fileName: '岗位.xlsx', sheet: '岗位' }] })
  })
})

describe('files that hold none', () => {
  it('says why, and never rejects', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': strToU8(`<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>`) })
    const cases: [Uint8Array, string][] = [
      [new Uint8Array(), 'broken'],
      [strToU8('only words'), 'foreign'],
      [strToU8('%PDF-1.4 nothing'), 'broken'],
      [workbook('xlsx').subarray(0, 900), 'broken'],
      [Uint8Array.from({ length: 3_000 }, (_, at) => (at * 7919) % 251), 'foreign'],
      [bomb, 'hostile'],
    ]
    for (const [bytes, problem] of cases)
      expect(await open('岗位.xls', bytes), problem).toMatchObject({ problem, tables: [] })
  })

  it('refuses tables in tables without end, and a page that draws without end', async () => {
    const deep = documentOf('<w:tbl><w:tr><w:tc>'.repeat(5_000))
    expect(await open('岗位.docx', deep)).toMatchObject({ problem: 'hostile', tables: [] })
    const drawing = '%PDF-1.4\n4 0 obj\n<</Length 5000000>>\nstream\n'
    expect(await open('岗位.pdf', strToU8(drawing))).toMatchObject({ problem: 'hostile', tables: [] })
  })

  it('refuses an archive that says too little about what it unpacks to', async () => {
    const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array(3_000_000) })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const central = bytes.length - 22 - 46 - 'xl/workbook.xml'.length
    view.setUint32(central + 24, 1_000, true)
    expect(await open('岗位.xlsx', bytes)).toMatchObject({ problem: 'hostile' })
  })

  it('looks at the cells of a sheet, never at the range that it declares', async () => {
    const parts = unzipSync(workbook('xlsx'))
    const path = 'xl/worksheets/sheet1.xml'
    const sheet = strFromU8(parts[path] ?? new Uint8Array())
    const far = sheet
      .replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>')
      .replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    const { tables } = await open('岗位.xlsx', zipSync({ ...parts, [path]: strToU8(far) }))
    expect(tables[0]?.rows.length).toBe(ROWS.length)
    expect(tables[0]?.rows[0]?.length).toBeLessThanOrEqual(128)
  })
})

const OPEN_SET = '../shared/tables'
describe.skipIf(!existsSync(OPEN_SET))('the open set', () => {
  it('gives no job where there is none, whatever the file', async () => {
    const manifest = JSON.parse(readFileSync(`${OPEN_SET}/manifest.json`, 'utf8')) as {
      robust: { file: string; expect: { jobs: number | 'any' } }[]
    }
    for (const { file, expect: wanted } of manifest.robust.filter(({ expect: { jobs } }) => jobs !== 'any')) {
      const { tables } = await open(file, readFileSync(`${OPEN_SET}/${file}`))
      expect(readJobTables(tables, { currency: 'CNY' }).length, file).toBe(wanted.jobs)
    }
  }, 120_000)

  it('finds every position of every file', async () => {
    const manifest = JSON.parse(readFileSync(`${OPEN_SET}/manifest.json`, 'utf8')) as {
      files: { file: string; expect: { jobs: number } }[]
    }
    for (const { file, expect: wanted } of manifest.files) {
      const { tables } = await open(file, readFileSync(`${OPEN_SET}/${file}`))
      expect(readJobTables(tables, { currency: 'CNY' }).length, file).toBe(wanted.jobs)
    }
  }, 120_000)
})

describe('a sheet beyond the limit of rows', () => {
  const csv = (rows: number) =>
    strToU8(`单位,岗位,人数\n${Array.from({ length: rows - 1 }, () => '甲局,文员,1').join('\n')}\n`)

  it('is read as far as it goes, and says what was left out', async () => {
    const { tables, problem, detail } = await open('岗位.csv', csv(30_001))
    expect(tables[0]?.rows).toHaveLength(30_000)
    expect({ problem, detail }).toEqual({ problem: 'too_large', detail: expect.stringContaining('30000') })
    const packed = await open('岗位.zip', zipSync({ '岗位.csv': csv(30_001) }))
    expect(packed).toMatchObject({ problem: 'too_large', detail: expect.stringContaining('岗位.csv') })
  })

  it('says nothing when the last row is the last that is read', async () => {
    const { tables, problem } = await open('岗位.csv', csv(30_000))
    expect([tables[0]?.rows.length, problem]).toEqual([30_000, undefined])
  })

  it('is not told by the size that the sheet declares', async () => {
    const parts = unzipSync(workbook('xlsx'))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    parts['xl/worksheets/sheet1.xml'] = strToU8(sheet.replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:C1048576"'))
    expect(await open('岗位.xlsx', zipSync(parts))).toMatchObject({ tables: [{ sheet: '岗位' }] })
    expect((await open('岗位.xlsx', zipSync(parts))).problem).toBeUndefined()
  })
})
