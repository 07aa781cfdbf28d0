/** Jobs out of a notice that has no table: one per position that its text names. */
import type { Job } from './item.ts'
import { findLabelled } from './labelled.ts'
import { findPay } from './pay.ts'
import { findPosition, OTHER_POSITION } from './positions.ts'
import { findAge, findEducation, parseHeadcount, parseMajors } from './requirements.ts'
import { squash } from './text.ts'

interface JobTextInput {
  title: string
  body: string
  currency: string
}

const POSITION_LABEL =
  '(?:招聘|招录|招募|需求|应聘)?(?:岗位|职位|工种)(?:名称|及待遇|及人数|与人数|、人数|及要求|信息|需求)?(?:[（(][^）)]{1,8}[）)])?|招聘(?:对象|人员)'
const LABELLED_POSITION = new RegExp(
  `(?:^|[\\n。；;，,\\s\\d.、．（(）)])(?:${POSITION_LABEL})\\s*[:：]\\s*([^\\n]{2,160})`,
  'gu',
)
/** `保安3名`, `会计（女）1人`, `两名电工`. */
const COUNTED =
  /([\p{Script=Han}A-Za-z0-9/]{0,16}?[\p{Script=Han}A-Za-z])(?:[（(]([^）)]{1,20})[）)])?\s*[:：，,]?\s*(?:共计?|各)?(\d{1,4}|[一二两三四五六七八九十百零]{1,4})\s*(?:名|人|位)(?!以|工|员|次|民|才|力|社|员|口)/gu
const COUNTED_BEFORE =
  /(\d{1,4}|[一二两三四五六七八九十]{1,2})\s*(?:名|位)\s*([\p{Script=Han}A-Za-z]{2,12}?)(?=[、，,。；;\n！!]|$|和|及|若干)/gu
const NUMBERED_LINE = /(?:^|\n)\s*(?:\d{1,2}[、.．)）]|[（(][一二三四五六七八九十\d]+[）)]|[①-⑳])\s*([^\n]{2,160})/gu
const HIRING = /(?:公开)?(?:招聘|诚聘|急聘|招录|招收|聘请|选聘|招募|招)(?![标商生牌])/gu

/** What a match carries at its head that is no part of the name of a position. */
const NOT_TITLE_HEAD =
  /^(?:.*(?:招聘|诚聘|急聘|招录|招收|聘请|选聘|招募|引进|其中|需要|以下|面向社会|公开|现|拟|向社会|以及|和|及|急招|招))(?=[\p{Script=Han}A-Za-z])|^(?:岗位|职位|名称|若干|合同制|聘用制|男|女|各|共|为|是)+/u
const NOT_TITLE_TAIL =
  /(?:等?岗位?若干|若干名?|数名|多名|一名|岗位|职位|共计?|各|约|啦|了|的?(?:公告|启事|简章|信息|通知|通告|海报|广告))+[！!～~]*$/u
/** Counts of something else. */
const NO_POSITION =
  /(?:报名|考生|参加|入围|录取|毕业|户籍|年龄|符合|已有|服务|受益|市民|群众|代表|现有|员工(?:共|总)|在职|前|每|第|比例|进入|社会|按|超过|达|不少于|通过|专家|联系人|每组|每岗|计划|合计|总计|人数|名额)$/u

function cleanTitle(raw: string): string | undefined {
  const title = squash(raw)
    .replace(/^[【[][^】\]]*[】\]]/u, '')
    .replace(NOT_TITLE_HEAD, '')
    .replace(NOT_TITLE_TAIL, '')
    .replace(/^[\s:：、，,。·｜|—-]+|[\s:：、，,。·｜|—-]+$/gu, '')
  return title.length >= 2 && title.length <= 24 && !NO_POSITION.test(title) ? title : undefined
}

/** How names of occupations end; a word with a number beside it that ends otherwise, and is in no group, is no position. */
const OCCUPATION_END =
  /(?:员|师|工|手|士|匠|嫂|长|官|助理|主管|经理|顾问|编辑|记者|教练|主播|学徒|会计|出纳|保安|司机|厨|护|岗)$/u

/** Outside a label, only an occupation is taken for one. */
function isOccupation(title: string): boolean {
  return findPosition(title) !== OTHER_POSITION || OCCUPATION_END.test(title)
}

interface Named {
  title: string
  headcount?: number
  /** The words around it, where its own conditions stand. */
  context: string
}

/** Every position with a number beside it. */
function findCounted(text: string): Named[] {
  const named: Named[] = []
  for (const [whole, title = '', , count = ''] of text.matchAll(COUNTED)) {
    const clean = cleanTitle(title)
    if (clean) named.push({ title: clean, headcount: parseHeadcount(`${count}名`), context: whole })
  }
  if (named.length > 0) return named
  for (const [whole, count = '', title = ''] of text.matchAll(COUNTED_BEFORE)) {
    const clean = cleanTitle(title)
    if (clean) named.push({ title: clean, headcount: parseHeadcount(`${count}名`), context: whole })
  }
  return named
}

/** The text of one position reaches to the next label. */
function findLabelledPositions(body: string): Named[] {
  const matches = [...body.matchAll(LABELLED_POSITION)]
  return matches.flatMap((match, at) => {
    const value = match[1] ?? ''
    const block = body.slice(match.index, matches[at + 1]?.index ?? body.length)
    const counted = findCounted(value)
    if (counted.length > 0) return counted.map((named) => (counted.length === 1 ? { ...named, context: block } : named))
    const titles = value.split(/[，,。；;]/u)[0]?.split('、') ?? []
    const clean = titles.flatMap((title) => cleanTitle(title) ?? [])
    return clean.map((title) => ({ title, context: clean.length === 1 ? block : value }))
  })
}

/** Lines with a number at their head and an occupation or a headcount in them. */
function findListed(body: string): Named[] {
  return [...body.matchAll(NUMBERED_LINE)].flatMap(([, line = '']) => {
    const counted = findCounted(line.slice(0, 40)).slice(0, 1)
    if (counted.length > 0 && counted.every(({ title }) => findPosition(title) !== OTHER_POSITION)) {
      return counted.map((named) => ({ ...named, context: line }))
    }
    return []
  })
}

/** A hostile text could name thousands; a notice without a table names few. */
const MOST_JOBS = 50

/** 招聘保安3名、保洁2名 in a sentence. */
function findInSentences(text: string): Named[] {
  return [...text.matchAll(HIRING)].slice(0, MOST_JOBS).flatMap((match) => {
    const rest = /^[^。；;\n！!]{0,120}/u.exec(text.slice(match.index + match[0].length))?.[0] ?? ''
    return findCounted(rest)
  })
}

/** Everybody and nobody: no position is named. */
const GENERIC =
  /^(?:合同制|编外|聘用制|劳务派遣|急需紧缺|急需|紧缺|高层次|专业技术|管理|部分|所属|下属|[\p{Script=Han}]{0,4}单位)*(?:工作)?(?:人员|人才|员工|英才|精英|职工|启事|公告|信息|简章|毕业生|博士|硕士)*$/u

/** 招聘凉菜师傅: what the title wants, where it names an occupation. */
function findInTitle(title: string): Named[] {
  const hiring = [...title.matchAll(HIRING)].at(-1)
  const wanted = hiring ? title.slice(hiring.index + hiring[0].length) : ''
  const clean = cleanTitle(wanted.replace(/\d+\s*(?:名|人|位)/u, ''))
  if (!clean || GENERIC.test(clean)) return []
  return [{ title: clean, headcount: parseHeadcount(/(\d+)\s*(?:名|人|位)/u.exec(wanted)?.[0] ?? ''), context: wanted }]
}

function sameOnce(named: Named[]): Named[] {
  const seen = new Map<string, Named>()
  for (const each of named) if (!seen.has(each.title)) seen.set(each.title, each)
  return [...seen.values()]
}

const EMPLOYER_END =
  /(?:局|院|校|学|幼儿园|所|站|厅|公司|集团|中心|委员会|办公室|政府|街道|馆|队|银行|厂|报社|酒店|宾馆|超市|店|合作社|协会|基金会)$/u

/** The employer that a title leads with: 某县人民医院2026年公开招聘…. */
export function findEmployer(title: string, body: string): string | undefined {
  const labelled = findLabelled(body, '招聘单位|用人单位|单位名称|企业名称|公司名称|招聘企业', '\\n。；;，,')
  if (labelled) return labelled
  const lead =
    /^(?:关于)?(?:20\d\d年(?:度)?)?([\p{Script=Han}A-Za-z（）()·]{3,30}?)(?:关于)?(?:20\d\d年|第[一二三四五六\d]|面向|公开|急聘|诚聘|高薪|招聘|招录|选聘|引进|招(?![商标生]))/u.exec(
      title.replace(/^[【[][^】\]]*[】\]]/u, '').trim(),
    )?.[1]
  return lead && EMPLOYER_END.test(lead) ? lead : undefined
}

function fieldsOf(text: string, currency: string): Partial<Job> {
  const majors = findLabelled(text, '专业(?:要求)?|所学专业', '\\n。')
  return {
    education: findEducation(text),
    ...(majors && { majors: parseMajors(majors) }),
    age: findAge(text),
    pay: findPay(text, currency),
    place: findLabelled(text, '工作地点|工作地址|上班地点|岗位所在地|工作地', '\\n。；;'),
  }
}

const defined = (fields: Partial<Job>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Job>

/** What the whole notice says; with several positions only the place is common to all. */
interface Shared {
  employer?: string
  fields: Partial<Job>
}

function toJob(named: Named, input: JobTextInput, { employer, fields: shared }: Shared, alone: boolean): Job {
  const own = defined(fieldsOf(named.context, input.currency))
  const headcount = named.headcount ?? findHeadcount(alone ? input.body : named.context)
  return {
    title: named.title,
    position: findPosition(named.title),
    ...defined({ employer, headcount }),
    ...(alone ? shared : defined({ place: shared.place })),
    ...own,
  }
}

function findHeadcount(body: string): number | undefined {
  const labelled = findLabelled(body, '(?:招聘|招录|需求)?(?:人数|名额)', '\\n。；;，,')
  return labelled ? parseHeadcount(labelled) : undefined
}

/** Empty when the text names no position. The first way of naming that finds one is taken, so that nothing counts twice. */
export function readJobText(input: JobTextInput): Job[] {
  const { title, body } = input
  const ways = [
    () => findLabelledPositions(body),
    () => findListed(body),
    () => findInSentences(body).filter((named) => isOccupation(named.title)),
    () => findInTitle(title).filter((named) => isOccupation(named.title)),
  ]
  for (const way of ways) {
    const named = sameOnce(way()).slice(0, MOST_JOBS)
    if (named.length === 0) continue
    const shared: Shared = { employer: findEmployer(title, body), fields: defined(fieldsOf(body, input.currency)) }
    return named.map((each) => toJob(each, input, shared, named.length === 1))
  }
  return []
}
