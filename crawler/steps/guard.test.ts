import { describe, expect, it } from 'vitest'
import type { Item } from '../../domain/item.ts'
import type { Article } from '../../domain/page.ts'
import { findLoss, findStranger } from './guard.ts'

const BODY =
  '本市供水管网将于今夜检修，城东各街道水压可能偏低，请居民提前储水，检修预计明晨六时结束，届时恢复正常供水。'.repeat(3)
const item = (more: Partial<Item>) =>
  ({ title: '城东供水管网今夜检修', body: BODY, type: 'report', dateOrigin: 'meta', flags: [], ...more }) as Item
const article = (more: Partial<Article>) =>
  ({ title: '城东供水管网今夜检修', body: BODY, tables: [], attachments: [], images: [], ...more }) as Article
const loss = (after: Partial<Item>, entry: string | null = null, positions: [number, number] = [0, 0]) =>
  findLoss({ item: item({}), positions: positions[0] }, { item: item(after), positions: positions[1] }, entry)

describe('F10 a known page', () => {
  it.each<[string, Partial<Item>, string | undefined]>([
    ['that was corrected is believed', { body: `${BODY}（更正：明晨七时）` }, undefined],
    ['whose title was corrected is believed', { title: '城东供水管网今夜检修（延期）' }, undefined],
    ['that lost its text is not', { body: '' }, 'lost its text'],
    ['of which a sentence is left is not', { body: '网站导航 首页 联系我们' }, 'lost its text'],
    ['that lost its date is not', { dateOrigin: 'estimated' }, 'lost its date'],
    ['whose title became that of the site is not', { title: '欢迎访问人民政府门户网站' }, 'lost its title'],
    [
      'that greets whoever comes, in a word, is not',
      { title: 'Welcome', body: 'This is the default page of the web server. '.repeat(9) },
      'something else',
    ],
    [
      'that says something else altogether is not',
      { title: '最新棋牌游戏下载', body: '注册即送体验金，百家乐电子游艺平台上线，天天返现。'.repeat(9) },
      'something else',
    ],
  ])('%s', (_, after, why) => {
    if (why === undefined) expect(loss(after)).toBeUndefined()
    else expect(loss(after)).toContain(why)
  })

  it('with a new title that its list says too is believed', () => {
    expect(loss({ title: '明晨恢复正常' }, '明晨恢复正常')).toBeUndefined()
  })

  it('that lost most of its positions is not believed, one that lost some is', () => {
    expect(loss({}, null, [10, 2])).toContain('positions')
    expect(loss({}, null, [10, 4])).toBeUndefined()
    expect(loss({}, null, [2, 1])).toBeUndefined()
    expect(loss({}, null, [2, 0])).toContain('positions')
  })
})

describe('F6 a new page', () => {
  it.each<[string, string | null, Partial<Article>, boolean]>([
    ['of its entry is believed', '城东供水管网今夜检修', {}, true],
    ['whose entry is cut or worded otherwise is believed', '城东今夜检修供水…', {}, true],
    [
      'whose title stands only in a file is believed',
      '招聘岗位一览',
      { title: '公告', body: '', attachments: [{ name: '招聘岗位一览表', url: 'x', type: 'xls' }] },
      true,
    ],
    ['without an entry is believed', null, {}, true],
    [
      'of a site under maintenance is not',
      '关于公开招聘教师的公告',
      { title: '网站维护', body: '系统升级，暂停服务，敬请谅解。' },
      false,
    ],
    [
      'in Latin script is judged by its words',
      'Council agrees library budget',
      { title: 'Parking', body: 'Permits are sold online.' },
      false,
    ],
  ])('%s', (_, entry, read, believed) => {
    expect(findStranger(entry, article(read)) === undefined).toBe(believed)
  })
})
