import { describe, expect, it } from 'vitest'
import type { ItemType } from './item.ts'
import { findRegions } from './region.ts'
import { testTown } from './testing.ts'

interface Given {
  body?: string
  type?: ItemType
  source?: string
  published?: string
}

const regions = (
  title: string,
  { body = '', type = 'report', source = '990200', published = '2026-05-06' }: Given = {},
) =>
  findRegions({ title, body, type, sourceRegion: source, published }, testTown).map(({ code, by }) => `${code} ${by}`)

describe('a text is about', () => {
  it.each<[string, Given, string[]]>([
    ['云溪县杏花开了', {}, ['990221 name']],
    ['河东今起供热', {}, ['990202 alias']],
    ['青石云溪：矿坑变花海', { source: '' }, ['990221 alias']],
    ['我市推进集采落地', {}, ['990200 alias']],
    ['我县杏花开了', { source: '990222' }, ['990222 alias']],
    ['我市推进集采落地', { source: '990222' }, ['990200 alias']],
    ['望云山索道检修公告', {}, ['990221 landmark']],
    ['望云山一日', { source: '' }, []],
    ['云溪县与白羊县共建水渠', {}, ['990221 name', '990222 name']],
    ['青石市云溪县办起夜校', {}, ['990221 name']],
    ['门口的菜篮', { body: '河东区某小区门口每周都有菜车。' }, ['990202 name']],
    ['三县一区联动', { body: '河东区、云溪县、白羊县、长亭县同时开工。' }, ['990200 name']],
    [
      '青石市总工会慰问职工',
      { body: `${'春节前夕，慰问组走访多家企业。'.repeat(10)}最后一站是白羊县。` },
      ['990200 name'],
    ],
    ['白羊县学生游望云山', {}, ['990222 name']],
    ['河东路改造', {}, ['990200 source']],
    ['天气转凉', {}, ['990200 source']],
    ['天气转凉', { type: 'feature' }, []],
    ['天气转凉', { source: '' }, []],
  ])('%s %o', (title, given, want) => {
    expect(regions(title, given)).toEqual(want)
  })
})

describe('a name that means something else', () => {
  it.each<[string, Given]>([
    ['白羊座本周运势', { type: 'feature' }],
    ['赴海州市云溪公司考察', {}],
    ['云溪酒店开业', { source: '' }],
    ['某城河东高新企业过千', { source: '' }],
    ['海州市河东路改造', { source: '' }],
    ['海州市长亭街道开会', { source: '' }],
    ['海州市白羊区成立', { source: '' }],
  ])('%s is no region', (title, given) => {
    expect(regions(title, given)).toEqual([])
  })

  it('does not take the source’s region when the headline names another city', () => {
    expect(regions('代表团赴海州市考察')).toEqual([])
  })

  it('keeps the delegation’s own county and drops the district of another city', () => {
    expect(regions('云溪县代表团赴海州市白羊区考察')).toEqual(['990221 name'])
  })
})

describe('a former name', () => {
  it.each<[string, Given, string[]]>([
    ['长亭堡县今年大旱', { published: '2017-01-01' }, ['990223 alias']],
    ['长亭堡县今年大旱', { published: '2020-01-01' }, ['990200 alias']],
    ['原长亭堡县（今长亭县）的老戏台', { published: '2020-01-01' }, ['990223 name']],
    ['一九四三年的长亭堡县', { type: 'feature' }, ['990223 alias']],
    ['东岭地区往事', { type: 'feature' }, ['990200 alias']],
  ])('%s %o', (title, given, want) => {
    expect(regions(title, given)).toEqual(want)
  })
})

it('finds names of a town in Latin script as whole words only', () => {
  const town = {
    ...testTown,
    script: 'latin' as const,
    regions: testTown.regions.map((region) => ({
      ...region,
      names: { en: region.code === '990221' ? 'Ham' : 'Riverton' },
    })),
  }
  const read = (title: string) =>
    findRegions({ title, body: '', type: 'feature', sourceRegion: '', published: '2026-01-01' }, town)
  expect(read('Fair in Ham tomorrow')).toEqual([{ code: '990221', by: 'name' }])
  expect(read('Shameful hamster')).toEqual([])
  expect(read('Eggs and ham for breakfast')).toEqual([])
})
