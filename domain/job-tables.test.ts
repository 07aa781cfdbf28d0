import { expect, it } from 'vitest'
import { readJobTables } from './job-tables.ts'

const context = { currency: 'CNY' }
const first = {
  rows: [
    ['单位', '岗位', '人数'],
    ['甲局', '会计', '1'],
  ],
  file: 'a.docx',
}

it('goes on with the header of the table before, in the same file and as wide', () => {
  const jobs = readJobTables([first, { rows: [['乙局', '司机', '2']], file: 'a.docx' }], context)
  expect(jobs.map(({ employer, title }) => [employer, title])).toEqual([
    ['甲局', '会计'],
    ['乙局', '司机'],
  ])
})

it('starts anew in another file, on another sheet and for another width', () => {
  const others = [
    { rows: [['乙局', '司机', '2']], file: 'b.docx' },
    { rows: [['乙局', '司机']], file: 'a.docx' },
  ]
  for (const other of others) expect(readJobTables([first, other], context)).toHaveLength(1)
  const sheets = [
    { ...first, sheet: '1' },
    { rows: [['乙局', '司机', '2']], file: 'a.docx', sheet: '2' },
  ]
  expect(readJobTables(sheets, context)).toHaveLength(1)
})
