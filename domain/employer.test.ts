import { expect, it } from 'vitest'
import { findEmployer } from './employer.ts'

it.each([
  ['松岭滑雪场招聘季节性工作人员', '', '松岭滑雪场'],
  ['云溪县人民医院就业见习岗位招募公告', '', '云溪县人民医院'],
  ['【急聘】青石市宏达商贸有限公司招聘会计', '', '青石市宏达商贸有限公司'],
  ['招聘启事', '白羊书院因延长开放时间，现招聘管理员两名。', '白羊书院'],
  ['招聘启事', '为陪护住院病人，护工队招聘护工10名。', undefined],
  ['招聘启事', '我公司因业务发展需要，现招聘会计1名。\n青石市某商贸有限公司\n2026年5月1日', '青石市某商贸有限公司'],
  ['青石市2026年春季大型招聘会公告', '', undefined],
  ['2026年青石市社区工作者招聘公告', '', undefined],
  ['Library is hiring', 'The City Library is hiring 3 clerks.', 'Library'],
  ['Hiring: cooks', 'Employer: Harvest Kitchen\nPosition: Cook', 'Harvest Kitchen'],
])('who hires in %s: %s', (title, body, want) => {
  expect(findEmployer(title, body)).toBe(want)
})

it('takes a label first, then the title, then the lead, then the signature', () => {
  const signed = '河东区体育馆\n2026年5月1日'
  const lead = `云溪县供热公司因工作需要招聘司炉工。\n${signed}`
  expect(findEmployer('招聘', signed)).toBe(undefined)
  expect(findEmployer('招聘', `欢迎应聘。\n${signed}`)).toBe('河东区体育馆')
  expect(findEmployer('招聘', lead)).toBe('云溪县供热公司')
  expect(findEmployer('白羊县医院招聘', lead)).toBe('白羊县医院')
  expect(findEmployer('白羊县医院招聘', `用人单位：白羊县卫生院\n${lead}`)).toBe('白羊县卫生院')
})
