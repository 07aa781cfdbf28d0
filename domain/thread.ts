/**
 * Recruitment threads: what a call, its amendments, exams, interviews and results have in common is employer, year and
 * programme (DOMAIN section 9). Their headlines say all three, in any order and with a step's words between.
 */
import { foldScript } from './script.ts'

export interface ThreadInput {
  title: string
  /** Who hires, where the notice says so outside its headline. */
  employer?: string
  /** ISO instant or day. */
  publishedAt: string
  /** Slug-free name of the publisher: stands in where nothing names an employer. */
  publisher: string
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
  /[【[（(][^】\]）)]*[】\]）)]|[第]?[〇零一二三四五六七八九十\d]+[号批轮次]|关于|(?:公布|发布|公示|做好|开展|组织|参加|举行|领取|打印)+|20\d\d年?度?|\d+月\d+日|[\d一二三四五六七八九十]+[名人]|面向(?:社会|全国|全省|全市|高校)?|统一|部分|有关|相关|事项|工作人员|警务辅助人员|辅警|协警|教师|护士|工作者|专职|工作|进入|入围|拟?[聘录]用?|[的及暨和与等]|[\p{P}\p{S}\s]/gu
/** The words at which the employer's name ends. */
const HIRES =
  /(?:公开|统一|自主|择优|补充|校园)*(?:招聘|招录|招考|选聘|招募|引进|招收|招工|诚聘|急聘|选调|考试录用|录用|遴选)|招(?=\d|[\p{Script=Han}]{0,6}(?:员|工|师))|笔试|面试|体检|考察|政审|资格[初复]?审|资格确认|成绩|拟聘|准考证|递补|体能测|试讲|岗位核减|取消/u
/** 关于取消X公开招聘: the step stands before the name. */
const FIRST_WORDS = /^(?:关于)?(?:取消|终止|中止|暂停|停止|撤销|延长|延期|推迟|调整|变更|更正)+/u
const YEAR = /(20\d\d)\s*年/u

/** The same string for every notice of one recruitment: `employer|year|programme`, readable and stable. */
export function threadKey({ title, employer, publishedAt, publisher }: ThreadInput): string {
  const plain = foldScript(title)
  const year = YEAR.exec(plain)?.[1] ?? publishedAt.slice(0, 4)
  const named = plain.replace(FIRST_WORDS, '')
  const head = named.slice(0, HIRES.exec(named)?.index ?? named.length).replace(NOT_WHOSE, '')
  const whose = head.length >= SHORTEST_NAME ? head : foldScript(employer ?? publisher).replace(NOT_WHOSE, '')
  const programme = PROGRAMMES.find(([, words]) => words.test(plain))?.[0] ?? 'other'
  return `${whose}|${year}|${programme}`
}

/** Two characters name nobody: 我市, 全县. */
const SHORTEST_NAME = 3
