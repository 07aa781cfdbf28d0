import { describe, expect, it } from 'vitest'
import { plainRows } from './pdf-plain.ts'
import { type Ruling, ruledTables } from './pdf-ruled.ts'
import type { Piece } from './pdf-text.ts'

const piece = (text: string, x: number, y: number): Piece => ({ text, x, y, height: 10, width: text.length * 10 })
const upright = (at: number, from: number, to: number): Ruling => ({ upright: true, at, from, to })
const level = (at: number, from: number, to: number): Ruling => ({ upright: false, at, from, to })

describe('ruled tables', () => {
  const frame = [
    ...[0, 100, 200].map((x) => upright(x, 0, 90)),
    ...[0, 30, 90].map((y) => level(y, 0, 200)),
    // Parts the second column alone: its neighbour spans both rows.
    level(60, 100, 200),
  ]

  it('writes a cell that no line parts into every row that it covers', () => {
    const pieces = [
      piece('单位', 10, 20),
      piece('岗位', 110, 20),
      piece('甲局', 10, 65),
      piece('会计', 110, 50),
      piece('司机', 110, 80),
    ]
    expect(ruledTables(pieces, frame)).toEqual([
      [
        ['单位', '岗位'],
        ['甲局', '会计'],
        ['甲局', '司机'],
      ],
    ])
  })

  it('joins the lines of a cell, and parts a piece that runs over an edge', () => {
    const pieces = [
      piece('单位', 10, 20),
      piece('岗位', 110, 20),
      piece('云溪县人', 10, 45),
      piece('民医院', 10, 57),
      piece('会计师', 110, 50),
    ]
    expect(ruledTables(pieces, frame)[0]?.[1]).toEqual(['云溪县人民医院', '会计师'])
    const across = [piece('单位', 10, 20), piece('岗位', 110, 20), { ...piece('甲局甲 会计师', 45, 50), width: 110 }]
    expect(ruledTables(across, frame)[0]?.[1]).toEqual(['甲局甲', '会计师'])
  })

  it('is no table that has a single column', () => {
    expect(
      ruledTables([piece('框', 10, 20)], [upright(0, 0, 90), upright(100, 0, 90), level(0, 0, 100), level(90, 0, 100)]),
    ).toEqual([])
  })
})

describe('tables without lines', () => {
  const header = (y: number) => [piece('单位', 0, y), piece('岗位', 100, y), piece('人数', 200, y)]

  it.each([
    ['top', [100, 112, 140, 152]],
    ['middle', [94, 106, 134, 146]],
    ['bottom', [88, 100, 128, 140]],
  ] as const)('tells rows whose long cells hang at the %s', (_, [one, two, three, four]) => {
    const page = [
      ...header(60),
      ...[piece('云溪县人', 0, one), piece('民医院', 0, two), piece('会计', 100, 100), piece('1', 200, 100)],
      ...[piece('白羊县第', 0, three), piece('一中学', 0, four), piece('教师', 100, 140), piece('2', 200, 140)],
    ]
    expect(plainRows([page])).toEqual([
      ['单位', '岗位', '人数'],
      ['云溪县人民医院', '会计', '1'],
      ['白羊县第一中学', '教师', '2'],
    ])
  })

  it('says the header once, however many pages repeat it, and leaves page numbers out', () => {
    const page = (name: string, number: string) => [
      ...header(20),
      piece(name, 0, 50),
      piece('会计', 100, 50),
      piece('1', 200, 50),
      piece('乙局', 0, 80),
      piece('司机', 100, 80),
      piece('2', 200, 80),
      piece(number, 100, 800),
    ]
    const rows = plainRows([page('甲局', '- 1 -'), page('丙局', '- 2 -')])
    expect(rows.map(([employer]) => employer)).toEqual(['单位', '甲局', '乙局', '丙局', '乙局'])
    expect(rows.flat()).not.toContain('- 1 -')
  })
})
