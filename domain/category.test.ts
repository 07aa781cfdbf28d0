import { expect, it } from 'vitest'
import { findCategories } from './category.ts'
import { testTown } from './testing.ts'

const find = (title: string, rest: Partial<Parameters<typeof findCategories>[0]> = {}) =>
  findCategories({ title, body: '', kind: 'news', type: 'report', ...rest }, testTown)

it.each([
  ['推动药品集采落地', {}, ['health']],
  ['优化营商环境专题', {}, ['economy']],
  ['今日天气', { column: '社区民生' }, ['livelihood']],
  ['今日天气', { body: '医院门诊照常。' }, ['health']],
  ['医院扩建', { body: '社区代表到场。' }, ['health']],
  ['今日天气', { listCategory: 'livelihood' }, ['livelihood']],
  ['招聘公告', { kind: 'job' as const }, ['jobs', 'notice']],
  ['诚聘值班员', { kind: 'job' as const }, ['jobs']],
  ['今日天气', {}, []],
])('%s %o → %o', (title, rest, want) => {
  expect(find(title, rest)).toEqual(want)
})

it('finds words of letters whole and in any case', () => {
  const town = { ...testTown, categories: [{ id: 'culture', names: {}, words: ['art', 'Museum'] }] }
  const of = (title: string) => findCategories({ title, body: '', kind: 'news', type: 'report' }, town)
  expect(of('Party at the start')).toEqual([])
  expect(of('ART in the park')).toEqual(['culture'])
  expect(of('museum nights')).toEqual(['culture'])
})

it('asks what is carried to a place, not the place, unless nothing else is said', () => {
  const words = [
    ['culture', '戏曲'],
    ['education', '校园'],
  ] as const
  const categories = words.map(([id, list]) => ({ id, names: {}, words: list.split(' ') }))
  const of = (title: string) =>
    findCategories({ title, body: '', kind: 'news', type: 'report' }, { ...testTown, categories })
  expect(of('戏曲走进校园')).toEqual(['culture'])
  expect(of('他们走进校园')).toEqual(['education'])
})

it('lets one character decide only where nothing longer does', () => {
  const words = [
    ['health', '病 医院'],
    ['history', '古 古城'],
  ] as const
  const categories = words.map(([id, list]) => ({ id, names: {}, words: list.split(' ') }))
  const of = (title: string) =>
    findCategories({ title, body: '', kind: 'news', type: 'report' }, { ...testTown, categories })
  expect(of('治病救人')).toEqual(['health'])
  expect(of('老病房里的古城画')).toEqual(['history', 'health'])
})

it('gives at most three', () => {
  expect(find('市委调研医院绿化社区志愿项目招聘公告')).toHaveLength(3)
})
