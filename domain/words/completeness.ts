/** How a posting says what the notice on postings asks of it (DOMAIN section 9, 人社厅发〔2025〕60号), per language. */
import { wordsFor } from './languages.ts'
import { anyOf } from './words.ts'

export interface CompletenessWords {
  /** Names of bodies, also where no sentence says that they hire: to leave one out that is named would be unfair. */
  employer: RegExp
  /** In a name that names nobody. */
  unnamed: RegExp
  headcount: RegExp
  conditions: RegExp
  /** What the work consists of: also asked of the headers of a table. */
  work: RegExp
  place: RegExp
  pay: RegExp
  /** Pay that is put off to a talk: named, and not stated. */
  putOff: RegExp
  validity: RegExp
  /** The text says that it was taken over from elsewhere, and from where. */
  reposted: RegExp
  credited: RegExp
}

const zh: CompletenessWords = {
  unnamed: /某/u,
  employer: anyOf(
    {
      named:
        '(?<!(?:某|我|本|该|一家|知名|大型)[\\p{Script=Han}]{0,6})[\\p{Script=Han}]{2,20}(?<![某我本该])(?:公司|集团|医院|卫生院|诊所|药房|学校|大学|学院|中学|小学|幼儿园|中心|局|委员会|政府|街道办|厂|煤矿|店|酒店|餐厅|饭店|宾馆|超市|商场|银行|物业|物流|合作社|工作室|事务所|协会|景区|大队|支队)(?![\\p{Script=Han}]{0,2}(?:[保收导]|员|工作人员待遇))',
      labelled: '(?:招聘|用人|用工)单位\\s{0,2}[:：]\\s{0,2}[\\p{Script=Han}]{2}',
    },
    'u',
  ),
  headcount: anyOf({
    labelled: '(?:招聘|招录|招募|需求|计划|拟招|用工)(?:人数|名额|数量|规模)',
    counted: '[\\d一二两三四五六七八九十百若干数多]{1,5}\\s{0,2}(?:余|多)?(?:名|人|位)|若干',
  }),
  conditions: anyOf({
    labelled:
      '(?:招聘|招录|报名|报考|应聘|任职|岗位|录用|基本|资格)(?:的)?(?:资格)?(?:条件|要求)|资格条件|任职资格|条件[:：]|要求[:：]',
    said: '学历|周?岁(?:以下|以上|及)|专业(?:不限|毕业)|工作经验|(?:资格|驾驶|执业)证|经验|(?:大专|本科|高中|初中|中专|硕士)(?:及?以上|学历|毕业)|吃苦耐劳|身体健康|(?:性别|男女|年龄|学历|专业|经验)不限|形象|应届',
  }),
  work: anyOf({
    labelled:
      '(?:岗位|工作|主要|职位|任职)(?:工作)?(?:职责|内容|描述|说明|任务|简介)|职责(?:描述|[:：])|主要工作|从事(?:的)?工作',
    said: '(?<!活动|组织)(?:主要)?(?:负责|从事)[^，,。；;\\n]{2,40}',
  }),
  place: anyOf({
    labelled:
      '(?:工作|上班|用工|服务|岗位|办公|任职|就业|项目|门店|单位|公司|厂|店)(?:所在)?(?:地点|地址|区域|地区|地)|工作地|(?<!报名|面试|笔试|考试|邮寄|联系|网|集合|邮箱|体检)地址\\s{0,2}[:：]',
    said: '(?:在|到|赴)[^，,。；;\\n]{2,20}(?:上班|工作|任教|任职|服务)|位于[^，,。；;\\n]{2,24}',
  }),
  pay: anyOf({
    labelled: '薪酬|薪资|工资|月薪|年薪|时薪|日薪|底薪|待遇|报酬|补贴标准|生活补贴|劳务费',
    figures: '\\d{1,6}\\s{0,2}元\\s{0,2}(?:[/每一]\\s{0,2})?(?:个?月|天|小时|年|班|件|单)',
  }),
  putOff: anyOf({
    said: '(?:薪酬|薪资|工资|月薪|待遇|报酬)[^，,。；;\\n]{0,6}(?:面议|面谈|详谈|电议|从优|优厚)|(?:面议|面谈|详谈|电议)$',
  }),
  validity: anyOf({
    dated: '截止|截至|有效期|报名时间|招聘时间|\\d{1,2}日[^，,。；;\\n]{0,12}(?:前|止)',
    open: '招满(?:为止|即止)|额满(?:为止|即止)|长期(?:有效|招聘|招)|(?:公告|发布)之?日起',
  }),
  reposted: anyOf({ said: '转载|转发|转自|转播' }),
  credited: anyOf(
    { said: '(?:来源|转载自|转自|出处|原文(?:链接)?|摘自)\\s{0,2}[:：]?\\s{0,2}[\\p{Script=Han}A-Za-z“"《【h]{2,}' },
    'u',
  ),
}

const en: CompletenessWords = {
  unnamed: /(?!)/u,
  employer: anyOf({
    named: '\\b(?:inc|llc|ltd|corp|company|department|agency|hospital|school|university|office) ?\\b',
  }),
  headcount: anyOf({
    counted:
      '\\b\\d{1,4}\\s(?:positions?|openings?|vacanc(?:y|ies)|posts?)\\b|number of (?:positions|openings)|# of positions',
  }),
  conditions: anyOf({ said: 'requirements?|qualifications?|must (?:have|be)|experience|degree|diploma|licen[cs]e' }),
  work: anyOf({ said: 'job description|duties|responsibilit|responsible for|you will|the role|tasks include' }),
  place: anyOf({ said: '(?:work )?location|work site|(?:based|located) (?:in|at)|address:' }),
  pay: anyOf({ said: 'salary|wage|\\bpay\\b|per (?:hour|annum|year|month)|an hour|compensation|[$£€]\\s?\\d' }),
  putOff: anyOf({
    said: '(?:salary|pay|wage|compensation)[^.\\n]{0,12}(?:negotiable|doe|competitive|to be discussed)',
  }),
  validity: anyOf({ said: 'deadline|closing date|post(?:ing)? until|apply by|until filled|open until|closes' }),
  reposted: anyOf({ said: 'reposted|republished|originally (?:posted|published)' }),
  credited: anyOf({ said: 'source:|originally (?:posted|published) (?:on|by|at)|republished from' }),
}

const TABLES: Record<string, CompletenessWords> = { zh, en }

/** So much of a text tells its language. */
const LOOKED_AT = 300

export const completenessWordsFor = (text: string): CompletenessWords =>
  TABLES[wordsFor(text.slice(0, LOOKED_AT)).tag] ?? zh
