import { describe, expect, it } from 'vitest'
import { findKind } from './kind.ts'

const shown = (title: string, body = '') => {
  const { kind, type, stage } = findKind({ title, body })
  return [kind, type, stage].filter(Boolean).join(' ')
}

describe('a title alone says what a text is', () => {
  it.each([
    ['云溪县人民医院2026年公开招聘护士公告', 'job notice open'],
    ['诚聘｜数据中心值班员', 'job notice open'],
    ['【招聘】古城剧院招讲解员啦', 'job notice open'],
    ['白羊县2026年补充招聘教师公告', 'job notice open'],
    ['补充招聘教师公告（增加两个岗位）', 'job notice open'],
    ['面试同步进行的说明及招聘公告', 'job notice open'],
    ['2026年春季大型招聘会公告', 'job fair open'],
    ['关于公开招聘辅警公告的更正', 'job notice amendment'],
    ['关于核减部分招聘岗位的公告', 'job notice amendment'],
    ['关于延长教师招聘报名时间的公告', 'job notice amendment'],
    ['事业单位招聘资格复审公告', 'job notice review'],
    ['事业单位招聘笔试公告', 'job notice exam'],
    ['事业单位招聘笔试成绩公布及面试公告', 'job names interview'],
    ['公安局招聘辅警体检公告', 'job notice medical'],
    ['社区工作者拟聘用公示', 'job names publication'],
    ['事业单位招聘入围体检人员名单', 'job names medical'],
    ['关于终止本次招聘的公告', 'job notice cancelled'],
    ['事业单位招聘报名统计', 'news report'],
    ['体检中心招聘护士公告', 'job notice open'],
    ['教师资格面试公告', 'news report'],
    ['职称评审结果公示', 'news names'],
    ['道路施工延期公告', 'news report'],
    ['警惕招聘诈骗', 'news report'],
    ['千名妇女实现就业', 'news report'],
    ['春风行动招聘会现场达成意向八百人', 'news report'],
    ['招商推介会签约十个项目', 'news report'],
    ['图书馆志愿者招募公告', 'volunteer call'],
    ['周末陪伴志愿者长期招募', 'volunteer call'],
    ['老兵志愿者一日救助三辆外地车', 'news story'],
    ['义务理发十年', 'news story'],
    ['注册志愿者突破五十万人', 'news report'],
    ['低保对象公示', 'news names'],
    ['先进个人拟表彰对象名单公示', 'news names'],
    ['重点企业名单公布', 'news report'],
    ['关于调整最低工资标准的通知', 'news policy'],
    ['垃圾分类管理办法解读', 'news policy'],
    ['我市出台垃圾分类管理办法', 'news report'],
    ['环评公示（征求意见稿）', 'news report'],
    ['抗日英雄的故事', 'news feature'],
    ['古戏台旧址修缮开工', 'news report'],
    ['关于取消五月招聘会的公告', 'job fair cancelled'],
    ['招聘会延期至下周六举行的通知', 'job fair amendment'],
    ['招聘会会场变身茶话会 企业和人才双向奔赴', 'news report'],
    ['今晚7点 直播带岗等你来', 'job fair open'],
    ['招聘会计一名', 'job notice open'],
    ['志愿者协助，时薪20元', 'job notice open'],
    ['招募品牌加盟商', 'news report'],
    ['救助站招募送温暖志愿者', 'volunteer call'],
    ['2026年度享受高龄津贴人员名册', 'news names'],
  ])('%s → %s', (title, want) => {
    expect(shown(title)).toBe(want)
  })
})

describe('the body decides where the title hides it', () => {
  it.each([
    ['关于公开招聘协管员的通知', '经研究决定，本次招聘不再进行。', 'job notice cancelled'],
    ['周日，来做一天管理员', '图书馆招募志愿者二十名，报名请扫码。', 'volunteer call'],
    ['志愿者招募公告', '服务期间每天补贴，日薪200元。', 'job notice open'],
    ['曙光应急队招募新队员', '面向社会招募志愿队员，自愿无偿，报名截止6月30日。', 'volunteer call'],
    ['曙光应急队招募新队员', '招募专职队员，签订劳动合同，报名截止6月30日。', 'job notice open'],
    ['热馒头送到手上', '清晨五点，爱心早餐志愿服务队已经在厨房忙碌。', 'news story'],
    ['浅谈乡贤文化', '乡贤文化是乡村治理的重要资源。', 'news feature'],
  ])('%s', (title, body, want) => {
    expect(shown(title, body)).toBe(want)
  })
})

it('an accountant who is wanted is no fair', () => {
  expect(shown('招聘会计一名')).toBe('job notice open')
  expect(shown('上一场招聘会回访：四成求职者找到了工作')).toMatch(/^news/)
})

it('a song at the end of a title is no rule, and neither is a meeting without agreement', () => {
  expect(shown('年度大会结束，乡亲合唱《呦呦鹿鸣》')).toBe('news report')
  expect(shown('复核会议没有形成一致意见')).toBe('news report')
  expect(shown('《城市养犬管理办法（试行）》')).toBe('news policy')
})

it('a list of people who were chosen is no open call', () => {
  expect(shown('2026年上半年公益性岗位拟安置人员名单公示')).toBe('job names publication')
  expect(shown('事业单位公开招聘体检人员名单公告')).toBe('job names medical')
})

describe('the list it stood on', () => {
  it.each([
    ['商场夜班保安', 'job' as const, true, 'job'],
    ['商场夜班保安', 'job' as const, false, 'news'],
    ['求职陷阱谨防上当的岗位', 'job' as const, true, 'news'],
    ['整理旧书', 'volunteer' as const, true, 'volunteer'],
    ['安全引导员招募', 'volunteer' as const, true, 'volunteer'],
    ['滑雪场招募季节工，造雪机先上岗', 'news' as const, true, 'news'],
    ['滑雪场招聘季节工公告', 'news' as const, true, 'job'],
  ])('%s on a list of %s, said of the list: %s', (title, listKind, listed, kind) => {
    expect(findKind({ title, body: '报名请到前台', listKind, listed }).kind).toBe(kind)
  })
})

it.each([
  ['公开招聘教师方案', 'job notice open'],
  ['关于招聘启事中电话的更正', 'job notice amendment'],
  ['招聘启事（面试合格即上岗）', 'job notice open'],
  ['招聘公告（更正）', 'job notice amendment'],
  ['“青年人才”引进公告', 'job notice open'],
  ['新招聘的教师今日上岗', 'news report'],
  ['合唱团招募新成员', 'news report'],
  ['某店招夜班保安', 'job notice open'],
  ['招聘月嫂', 'job notice open'],
])('tells an announcement from news about it: %s', (title, want) => {
  expect(shown(title)).toBe(want)
})

it('asks the lead of what recruitment a bare step is', () => {
  const title = '关于领取准考证的公告'
  expect(shown(title)).toBe('news report')
  expect(shown(title, '2026年公开招聘')).toBe('job notice exam')
})

it('names the rule that decided', () => {
  expect(findKind({ title: '图书馆志愿者招募公告', body: '' }).reason).toBe('rule:call')
})
