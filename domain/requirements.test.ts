import { describe, expect, it } from 'vitest'
import { findAge, findEducation, parseEducation, parseHeadcount, parseMajors } from './requirements.ts'

describe('parseHeadcount', () => {
  it.each([
    ['100名', 100],
    ['2', 2],
    ['2.0', 2],
    ['２人', 2],
    ['两名', 2],
    ['2-3人', 3],
    ['若干', undefined],
    ['', undefined],
    ['2026年', undefined],
  ])('%s → %s', (text, n) => {
    expect(parseHeadcount(text)).toBe(n)
  })
})

describe('parseEducation takes the lowest that is named', () => {
  it.each([
    ['不限', 'none'],
    ['初中及以上', 'junior'],
    ['高中/中专', 'senior'],
    ['大专及以上', 'college'],
    ['本科（学士）及以上', 'bachelor'],
    ['全日制本科或硕士研究生', 'bachelor'],
    ['硕士研究生', 'master'],
    ['博士研究生', 'doctor'],
    ['健康', undefined],
  ])('%s → %s', (text, level) => {
    expect(parseEducation(text)).toBe(level)
  })
})

it.each([
  ['要求大专及以上学历，身体健康', 'college'],
  ['学历不限，能吃苦', 'none'],
  ['在大学城附近上班，带小学生', undefined],
])('running text %s names %s', (text, level) => {
  expect(findEducation(text)).toBe(level)
})

it('keeps brackets whole in a list of majors', () => {
  expect(parseMajors('会计学（0812，0813）、审计；财务管理。')).toEqual(['会计学（0812，0813）', '审计', '财务管理'])
})

it.each([
  ['35周岁以下，身体健康', '35周岁以下'],
  ['年龄18-45周岁', '18-45周岁'],
  ['1991年5月1日（含）以后出生', '1991年5月1日（含）以后出生'],
  ['工作5年以上', undefined],
])('the age in %s is %s', (text, age) => {
  expect(findAge(text)).toBe(age)
})
