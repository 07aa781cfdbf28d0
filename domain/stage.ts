/**
 * Which step of a recruitment a notice is about (DOMAIN sections 9 and 17). The
 * title decides; the body is asked only whether the whole call has been given up.
 */
import type { Stage } from './item.ts'

interface StageInput {
  title: string
  body: string
}

/** Words of hiring. 招商, 招标, 招生 and the like never match: a person or a post must follow a bare 招. */
const RECRUITMENT =
  /招聘|招录|招考|选聘|招工|诚聘|急聘|直聘|聘请|聘用|特聘|高薪聘|人才引进|引进[^，。]{0,14}(?:人才|博士|硕士|毕业生|人员)|引才|招募[^，。]{0,12}(?:见习|人员|医生|教师)|见习(?:岗位|人员|招募)|公益性岗位|三支一扶|选调生|特岗教师|辅警|拟聘|拟录用|招收[^，。]{0,12}(?:员|工|人员|师|人)|[急]?招(?:人|\d+[名人]|[\p{Script=Han}A-Za-z]{0,8}(?:员|工|师|司机|保安|会计|医生|护士|教师|文员|店长|学徒|主管|经理)(?!资格))|遴选|(?:hiring|vacanc(?:y|ies)|recruitment|job opening)/iu

/** A step of an examination is a recruitment's only beside one of these. */
const HIRING_BODY =
  /事业单位|公务员|警务辅助|教师(?!资格)|幼儿园|社区工作者|协管员|工作人员|专业技术人员|医院|网格员|文职|选调|特岗|银行|国企|集团|公司|见习|消防员|书记员|岗位|公开考试|录用|卫健|医疗/u
const STEP =
  /笔试|面试|体检|考察|政审|资格[复初]审|资格审查|资格确认|拟聘|拟录用|拟引进|试讲|体能测[评试]|选岗|递补|延长[^，。]{0,6}报名|报名[^，。]{0,6}(?:延长|延期)|网上报名/u
/** Examinations that hire nobody. */
const OTHER_EXAM =
  /教师资格(?!初审|复审|审查|确认)|考研|研究生(?:考试|招生|复试|入学)|复试|职称|普通话|中考|高考|自学考试|成人|招生|执业|职业技能等级|驾驶|驾考|学业水平|会考|等级考试|法律职业资格|公租房|志愿填报|征兵|招商|招标|招租/u
/** News about hiring: warnings, statistics, reports of what was done. */
const ABOUT_HIRING =
  /诈骗|骗局|骗术|被骗|防骗|警惕|谨防|陷阱|揭秘|法院|判决|获刑|火爆|破万|助力|搭建|搭起|架起|送岗|现场[^公]{0,6}(?:达成|签约|火热)|达成[^，。]{0,8}意向|圆满|落幕|举行|开班|座谈|调研|推进会|部署|带动|实现就业|走进|持续发力|观察|回暖|升温|侧记|综述|新闻发布会|解读|办法|规定|条例|印发|出台|报名统计|报名人数|报名情况/u

/** Names of employers that hold the word of a step. */
const EMPLOYER_WORDS = /体检(?:中心|医院|科|机构|车)|考试(?:中心|院|测评中心|管理中心)|考察团|人事考试网?/gu
/** Ways of hiring that hold the word of a step: 免笔试, 以面试方式公开招聘. */
const HIRING_WAYS =
  /免(?:于)?(?:笔试|面试|考试|试)|直接面试|随到随面|(?:考核|面试|考察|考试)(?:的)?(?:方式|形式|面谈)?(?:公开)?(?=招聘|选聘|引进|招录)|(?:通过|采取|以)(?:面试|考察|考核)/gu

const CANCELLED =
  /(?:取消|终止|停止|暂停|撤销|中止)(?:本次|此次)?[^，。部个]{0,24}(?:招聘|招录|招考|选聘|引进|招募)(?!部分|[^，。]{0,10}岗位)(?:工作|公告|计划|活动|事宜|考试)?|(?:招聘|招录|招考)(?:工作|公告|活动|考试|计划)?(?:予以|已|被)?(?:取消|终止|停止|作废|暂停|中止)(?!部分|[^，。]{0,8}岗位)/u
const CANCELLED_IN_BODY =
  /(?:本次|此次|该次|原定)[^，。\n]{0,16}(?:招聘|招录|招考|选聘)[^，。\n]{0,8}(?:不再进行|取消|终止|停止|不再组织|不再实施|作废)|(?:决定|现)(?:取消|终止|停止|中止)(?:本次|此次|该次)?[^，。岗\n]{0,16}(?:招聘|招录|招考|选聘)(?!岗位)/u
const AMENDMENT =
  /更正|勘误|变更|延期|延长|延迟|推迟|补充(?:公告|通知|说明|规定|事项)|调整(?!结构)|核减|核销|核增|(?:取消|减少|增加)[^，。]{0,20}(?:岗位|职位|计划|名额|部分)|岗位取消|更改|修改|修订/u
/** A second call, not a change of the first. */
const NEW_CALL =
  /补充(?:招聘|招录|招考|招募|选聘|公开招聘)|(?:及|暨|和)(?:公开)?(?:招聘|招录|招考)(?:工作人员)?(?:公告|简章|启事)$/u
const NO_STAGE = /报名(?:统计|人数|情况)|报考(?:人数|情况|统计)|缴费人数|遴选/u

/** In the order in which a candidate meets them; the last one named is the step still ahead. */
const STEPS: [Stage, RegExp][] = [
  ['review', /资格初审|初审/u],
  ['exam', /笔试|准考证|体能测[评试]|体测|技能测[评试]|实操|操作考[试核]|(?:考试|测试)(?!录用)|成绩|分数线/u],
  ['review', /资格复审|资格审[查核]|资格确认|资格复[核查]|现场确认|复审/u],
  ['interview', /面试|试讲|说课|面谈|试教|答辩|总成绩|综合成绩/u],
  ['medical', /体检|考察|政审|政治考[察核]|入围人员考核/u],
  [
    'publication',
    /拟聘|拟录用|拟录取|拟引进|拟招|拟选聘|拟定?聘|(?:聘用|录用|引进|选聘)(?:人员|对象|人选)?(?:名单|结果)?(?:的)?公示|(?:聘用|录用)(?:人员)?(?:名单|结果|通知|手续)|(?:招聘|招录|引进)(?:结果|人选|人员名单)|选岗|择岗|签约|签订合同|入职|报到|公示(?=.{0,4}聘)/u,
  ],
]
/** 递补 without a word for its step: what most often has free places. */
const DEFAULT_OF_SUCCESSION: Stage = 'medical'

const FAIR =
  /招聘会(?!计)|双选会|洽谈会|招聘专场|专场招聘|招聘周|招聘月|就业援助月|春风行动|直播带岗|招聘大集|人才夜市|招聘夜市|job fair/iu

export const isFair = (title: string) => FAIR.test(title)

/** Warnings, statistics and reports about hiring ask nobody to apply. */
export const isAboutHiring = (title: string) => ABOUT_HIRING.test(title)

/** True when the text is a step of hiring people, in a title's own words. */
export function isRecruitment(title: string): boolean {
  const plain = title.replace(EMPLOYER_WORDS, '')
  const hires = RECRUITMENT.test(plain)
  if (OTHER_EXAM.test(plain) && !/招聘|招录|选聘|招考|诚聘/u.test(plain)) return false
  if (hires) return !ABOUT_HIRING.test(plain) || /(?:公告|启事|简章|公示)(?:[（(].*)?$/u.test(plain)
  return STEP.test(plain) && HIRING_BODY.test(plain) && !ABOUT_HIRING.test(plain)
}

function stepAhead(title: string): Stage | undefined {
  const step = STEPS.findLast(([, words]) => words.test(title))?.[0]
  return step ?? (/递补/u.test(title) ? DEFAULT_OF_SUCCESSION : undefined)
}

/** The stage of a text known to be a recruitment; absent for statistics and internal transfers. */
export function findStage({ title, body }: StageInput): Stage | undefined {
  const plain = title.replace(EMPLOYER_WORDS, '').replace(HIRING_WAYS, '')
  if (NO_STAGE.test(plain)) return undefined
  if (CANCELLED.test(plain) || CANCELLED_IN_BODY.test(body)) return 'cancelled'
  if (NEW_CALL.test(plain)) return 'open'
  if (AMENDMENT.test(plain)) return 'amendment'
  return stepAhead(plain) ?? 'open'
}
