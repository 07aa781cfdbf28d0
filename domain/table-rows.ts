/** Rows of a position table that are no positions: notes, sums, and the section rows whose words hold for what follows. */
import { squash } from './text.ts'

/** Words before the colon of a note; 附属医院 and 注册会计师 begin like notes and are none. */
const NOTE =
  /^(?:注|备\s*注|说\s*明|附\s*注|附|附件|注意事项|温馨提示|提示|填表说明|填表人|填报人|审核人?|制表人?|联系人|联系电话|咨询电话)\s*\d*\s*[:：.、]|^(?:注|备\s*注|说\s*明)$|^(?:联系|咨询|监督)电话\s*\d|^[*※★☆▲△]|^(?:以上|本表|表中|上述)/u
const SUM = /^(?:合计|总计|小计|共计|总人数|合计人数|总数|本页小计|汇总)(?:$|[:：\d（(])|(?:合计|小计|总计)$/u
/** What is told or asked in a line under the table; the name of a body has none of it. */
const SENTENCE =
  /[。；;！!？?]|须|必须|(?<!供)应(?:当|届|聘|在|提|由|为)|不[得予再]|请|携带|参加|具有|符合|服从|办理|前往|负责|以(?:上|下|内)|本次|报[名考]|考生|另行|为准|(?:时间|地点|电话|方式|网址|邮箱|材料|要求)(?:[:：为是]|$)/u
/** A numbered line that is longer than this and names no body is a note. */
const LONGEST_NUMBERED = 14

const closed = (text: string) => text.replace(/\s/gu, '')

/** Of the first cell of a row, or of its title. */
export function isNote(text: string): boolean {
  return NOTE.test(text) || SUM.test(closed(text))
}

/** One text over the whole row, or alone in it. */
export interface Banner {
  text: string
  column: number
  /** In how many cells it stands. */
  cells: number
}

export function findBanner(row: string[]): Banner | undefined {
  const texts = row.map(squash)
  const column = texts.findIndex(Boolean)
  const text = texts[column]
  if (text === undefined || texts.some((other) => other && other !== text)) return undefined
  return { text, column, cells: texts.filter(Boolean).length }
}

/** What a section row says about the rows under it. */
export interface Section {
  employer?: string
  department?: string
  place?: string
}

const SECTION_NUMBER = /^(?:第?[一二三四五六七八九十]+[、.．部分]+|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．])\s*/u
const EMPLOYER_LABEL =
  /^(?:招聘|用人|招录|主管|填报)?(?:单位|部门|机关|企业|公司)(?:名称)?(?:[（(](?:盖章|公章|章)[）)])?\s*[:：]\s*(\S{2,40})/u
const EMPLOYER_END =
  /(?:局|院|校|学|园|所|站|厅|公司|集团|中心|委员会|办公室|政府|街道|办事处|馆|队|银行|厂|社|会|企业|部|处|酒店|超市|店|委|法院|检察院)$/u
/** 儿科, 财务部, 总务处; 市委组织部 and 公园管理处 are bodies of their own. */
const PART =
  /^(?!.*[省市县区委局院])(?:\p{Script=Han}{1,8}(?:科|室|车间|班组|病区)|\p{Script=Han}{1,4}(?<!管理|办事|服务)[部处])$/u
const PLACE = /^\p{Script=Han}{2,10}(?:省|市|区|县|旗|州|盟|镇|乡)$/u
const LONGEST_SECTION = 40
/** What a banner says beside the name: 恒岳酒店 地址：云州区 电话：…, 恒岳酒店（地址：云州区）. */
const DETAILS = /[\s,，;；、（(]+\p{Script=Han}{2,8}\s*[:：].*$/u
/** 恒岳酒店有限公司，主营住宿; 恒岳酒店有限公司因业务发展现招聘: the body leads its own line. */
const LEADING_BODY =
  /^([^\s,，。；;]{2,30}?(?:公司|集团|局|医院|学校|学院|中学|小学|幼儿园|中心|委员会|政府|银行|酒店|厂))(?:[\s,，—-]|因|现|拟|诚聘|急聘|招聘)/u
/** 青石市中医医院2026年公开招聘岗位表: whose table it is. */
const TABLE_OF =
  /(?:\d{4}年度?)?(?:(?:面向社会|公开|招聘|招录|选聘|引进|需求|工作人员|人才|拟|用人)*)(?:岗位|职位)(?:信息|计划|一览|需求|设置|情况|及要求|和?条件|汇总)*表?$/u

/** The body that a line names: its whole name, or the name that leads it. */
function employerOf(name: string): string | undefined {
  const [leading] = LEADING_BODY.exec(name)?.slice(1) ?? []
  return [name, leading ?? ''].find((each) => EMPLOYER_END.test(each) && !/[\s,，]/u.test(each) && !SENTENCE.test(each))
}

/** Undefined for a note, a sum, or a sentence; empty for a line that names neither an employer nor a place. */
export function sectionOf(banner: string): Section | undefined {
  if (isNote(banner)) return undefined
  const line = banner.replace(SECTION_NUMBER, '')
  const labelled = EMPLOYER_LABEL.exec(line)?.[1]
  if (labelled) return { employer: labelled }
  const name = line
    .replace(DETAILS, '')
    .replace(TABLE_OF, '')
    .replace(/[:：]$|(?:共|计)?\s*\d+\s*[名人个]$|(?<=.)[（(][^（(）)]*[）)]$/gu, '')
    .trim()
  if (PART.test(name)) return { department: name }
  const employer = employerOf(name)
  if (employer && employer.length <= LONGEST_SECTION) return { employer }
  if (banner.length > LONGEST_SECTION || SENTENCE.test(name) || isLongNumbered(banner)) return undefined
  return PLACE.test(name) ? { place: name } : {}
}

const isLongNumbered = (banner: string) => /^\d+[.、．]/u.test(banner) && banner.length > LONGEST_NUMBERED
