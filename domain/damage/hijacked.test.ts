import { expect, it } from 'vitest'
import { findHijack } from './hijacked.ts'

const BODY = '会议指出,,要抓好落实,。各地各部门要高度重视，，切实加强组织领导。'.repeat(12)

it('tells a page whose text is another and full of doubled stops', () => {
  expect(findHijack({ title: '浑源交警保障旅游旺季道路畅通', body: BODY })).toBe(',, ,。 ，，')
})

it('tells a page that opens with the words of a trade', () => {
  expect(findHijack({ title: '灵丘县召开表彰大会', body: `国产精品一区二区在线播放\n${BODY}` })).toBe('国产精品')
})

it.each([
  ['doubled stops in a text of its title', '各地加强组织领导抓好落实工作', BODY],
  ['a body that never repeats its title', '浑源交警保障旅游旺季道路畅通', BODY.replaceAll(/,,|,。|，，/gu, '，')],
  ['a report on vice', '公安机关通报一起案件', '警方捣毁一个传播色情网站的团伙。案件正在办理。'],
  ['an empty page', '', ''],
])('trusts %s', (_name, title, body) => {
  expect(findHijack({ title, body })).toBeUndefined()
})
