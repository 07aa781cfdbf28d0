import { expect, it } from 'vitest'
import { withoutNoise } from './noise.ts'

it.each([
  ['浏览次数：12 正文', '浏览次数：13 正文'],
  ['点击: 5次', '点击: 1,205次'],
  ['阅读（12）', '阅读（40）'],
  ['Views: 3', 'Views: 44'],
  ['打印日期：2026-11-22 字号', '打印日期：2026-11-23 字号'],
  ['今天是2026年11月22日 星期日', '今天是2026年11月23日 星期一'],
  ['Page last printed on 22 November 2026', 'Page last printed on 23 November 2026'],
])('%s says the same as %s', (one, other) => expect(withoutNoise(one)).toBe(withoutNoise(other)))

it.each([
  ['招聘3人', '招聘4人'],
  ['报名截止2026-11-22', '报名截止2026-11-23'],
  ['阅读活动于11月22日举行', '阅读活动于11月23日举行'],
  ['2026年11月22日印发', '2026年11月23日印发'],
])('%s says something else than %s', (one, other) => expect(withoutNoise(one)).not.toBe(withoutNoise(other)))
