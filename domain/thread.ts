/**
 * Recruitment threads: what a call, its amendments, exams, interviews and results have in common is employer, year and
 * programme (DOMAIN section 9). Their headlines say all three, in any order and with a step's words between.
 */
import { parseNumeral } from './numerals.ts'
import { foldScript } from './script.ts'

export interface ThreadInput {
  title: string
  /** Who hires, where the notice says so outside its headline. */
  employer?: string
  /** ISO instant or day. */
  publishedAt: string
  /** Slug-free name of the publisher: stands in where nothing names an employer. */
  publisher: string
  /** Asked where the headline says no year or no round: a later notice quotes the call's, 《…2026年第二次公开招聘公告》. */
  body?: string
}

/** One name per programme, in the order in which they are asked: the narrower first. */
const PROGRAMMES: readonly [id: string, words: RegExp][] = [
  ['fair', /招聘会|双选会|招聘专场|专场招聘/u],
  ['police-aid', /警务辅助|辅警|协警/u],
  ['three-supports', /三支一扶/u],
  ['special-teachers', /特岗/u],
  ['select-graduates', /选调/u],
  ['civil-service', /公务员|参照公务员/u],
  ['army-civilian', /文职/u],
  ['community', /社区(?:专职)?工作者|社区专职|网格员/u],
  ['welfare-posts', /公益性?岗位/u],
  ['trainees', /见习/u],
  ['teachers', /教师|幼儿园|幼师|中小学|学校|中学|小学|教育/u],
  ['medical', /医院|卫生|医疗|医务|护士|护理|医师|医生|疾控|卫健/u],
  ['talents', /人才引进|引进[^，。]{0,12}(?:人才|博士|硕士|毕业生)|高层次/u],
  ['public-institution', /事业单位/u],
  ['bank', /银行|农商行|信用社/u],
]

/** What says the step, the form or the number of a notice, and not whose it is. */
const NOT_WHOSE =
  /再次|[【[（(][^】\]）)]*[】\]）)]|[第]?[〇零一二三四五六七八九十\d]+[号批轮次]|关于|(?:公布|发布|公示|做好|开展|组织|参加|举行|领取|打印)+|20\d\d年?度?|\d+月\d+日|[\d一二三四五六七八九十]+[名人]|面向(?:社会|全国|全省|全市|高校)?|统一|部分|有关|相关|事项|工作人员|警务辅助人员|辅警|协警|教师|护士|工作者|专职|工作|进入|入围|拟?[聘录]用?|[的及暨和与等]|[\p{P}\p{S}\s]/gu
/** The words at which the employer's name ends. */
const HIRES =
  /(?:公开|统一|自主|择优|补充|校园)*(?:招聘|招录|招考|选聘|招募|引进|招收|招工|诚聘|急聘|选调|考试录用|录用|遴选)|招(?=\d|[\p{Script=Han}]{0,6}(?:员|工|师))|笔试|面试|体检|考察|政审|资格[初复]?审|资格确认|成绩|拟聘|准考证|递补|体能测|试讲|岗位核减|取消/u
/** 关于取消X公开招聘: the step stands before the name. */
const FIRST_WORDS = /^(?:关于)?(?:取消|终止|中止|暂停|停止|撤销|延长|延期|推迟|调整|变更|更正)+/u
const YEAR = /(20\d\d)\s*年/u

const HIRING = '(?:招聘|招录|招考|选聘|招募|引进|招收|招工|选调|遴选|录用|(?:招|考)公告)'
const STEP =
  '(?:笔试|面试|试讲|体检|考察|政审|资格|成绩|拟聘|拟录|拟引进|公示|名单|递补|补充|更正|变更|延期|选岗|调剂|准考证|体能测|核减|取消)'
/** 第二次公开招聘, 二次招聘, 再次招聘: of what is hired, not 第二批 of those who were. */
const ROUND = /第([一二三四五六七八九十\d]{1,2})[次批轮期]|(?<!第)([二三四五六七八九])次|再次/gu
const ROUND_OF_HIRING = new RegExp(`^(?:(?!${STEP}).){0,24}?${HIRING}`, 'u')
/** 公开招聘（第二批）教师拟聘用公示 */
const BEHIND_HIRING = new RegExp(`${HIRING}[（(]$`, 'u')
const ANY_STEP = new RegExp(STEP, 'u')

/** 1 and up; undefined where the headline says none. */
function roundOf(title: string): number | undefined {
  const stepless = !ANY_STEP.test(title)
  for (const match of title.matchAll(ROUND)) {
    const [said, one, other] = match
    const [before, behind] = [title.slice(0, match.index), title.slice(match.index + said.length)]
    if (!stepless && !ROUND_OF_HIRING.test(behind) && !BEHIND_HIRING.test(before)) continue
    const number = one ?? other
    return number === undefined ? 2 : /^\d/u.test(number) ? Number(number) : parseNumeral(number)
  }
  return undefined
}

const QUOTED = /《([^《》\n]{6,80})》/gu
const CALLS = new RegExp(HIRING, 'u')
/** A notice names its call in its first words. */
const BODY_REACH = 1_500

/** The headline of the call, as a later notice quotes it; one of another programme is a rule or another call. */
function quotedCall(body: string, programme: string): string | undefined {
  for (const [, title = ''] of foldScript(body.slice(0, BODY_REACH)).matchAll(QUOTED))
    if (CALLS.test(title) && YEAR.test(title) && programmeOf(title) === programme) return title
  return undefined
}

const programmeOf = (title: string) => PROGRAMMES.find(([, words]) => words.test(title))?.[0] ?? 'other'

/**
 * The same string for every notice of one recruitment: `employer|year|programme`, readable and stable; `2026-2` is its
 * second round. What names no round is the first one's.
 */
export function threadKey({ title, employer, publishedAt, publisher, body = '' }: ThreadInput): string {
  const plain = foldScript(title)
  const programme = programmeOf(plain)
  const quoted = quotedCall(body, programme) ?? ''
  const year = (YEAR.exec(plain) ?? YEAR.exec(quoted))?.[1] ?? publishedAt.slice(0, 4)
  const round = roundOf(plain) ?? roundOf(quoted) ?? 1
  const named = plain.replace(FIRST_WORDS, '')
  const head = named.slice(0, HIRES.exec(named)?.index ?? named.length).replace(NOT_WHOSE, '')
  const whose = head.length >= SHORTEST_NAME ? head : foldScript(employer ?? publisher).replace(NOT_WHOSE, '')
  return `${whose}|${year}${round > 1 ? `-${round}` : ''}|${programme}`
}

/** Two characters name nobody: 我市, 全县. */
const SHORTEST_NAME = 3
