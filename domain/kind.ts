/**
 * What a text is: kind, type and stage (DOMAIN sections 9, 10 and 17). Rules in
 * order, the first that holds decides and its name is the evidence.
 */
import type { ItemType, Kind, Stage } from './item.ts'
import { findPosition, OTHER_POSITION } from './positions.ts'
import { findStage, isAboutHiring, isFair, isRecruitment } from './stage.ts'

interface KindInput {
  title: string
  body: string
  /** What its source or list mostly holds. */
  listKind?: Kind
  /** True when that was said of the very list: then an occupation alone is a posting. */
  listed?: boolean
}

export interface Verdict {
  kind: Kind
  type: ItemType
  stage?: Stage
  /** `rule:<name>` */
  reason: string
}

const VOLUNTEER = /志愿|义工|志工|義工|volunteer/iu
const WANTED =
  /招募|招收|征集|邀你|邀您|等你|等您|加入我们|诚邀|寻找|寻[^找]?[人集]|急需|还缺|缺[^，。]{0,4}[名位个人]|召集|集结令|报名|期待你|需要你|等着你|诚招|招\d*[名位]?[^商生标]{0,8}志愿|wanted|needed|join us|sign up/iu
const WANTED_IN_BODY =
  /招募[^。\n]{0,24}(?:志愿|义工|志工|名|人)|(?:志愿者|义工|志工)[^。\n]{0,12}(?:招募|报名)|报名(?:方式|时间|电话|截止|参加|成为)[^。\n]{0,30}(?:志愿|义工)/u
/** What has already happened is a story or news, however it was filled. */
const HAPPENED =
  /圆满|落幕|结束|开展|举行|举办|走进|慰问|完成招募|招募完成|突破|表彰|培训|上岗|出征|累计|感动|讲述|获评|荣获|授旗|启动仪式|总结|纪实|启用|现身|忙碌|暖心|点赞/u
const PAID =
  /(?:工资|月薪|薪资|日薪|时薪|薪酬)[^。，]{0,8}\d|\d+元\/?(?:[天日月]|小时)|有偿|劳务费|每[天日月]\d+元|带薪/u

const NAMES =
  /(?:名单(?:$|[（(）)，,！!]|[的]?(?:公示|公布|公告|通知)|揭晓|出炉)|拟聘用?人员|拟录用人员|拟录取|成绩(?:公示|公布|公告|表|查询结果|单)?(?:$|[（(，,及])|摇号结果|中签(?:结果|号)|人选公示|对象公示|(?:拟|推荐)[^，。]{0,16}(?:人选|对象|候选人|个人)[^，。]{0,6}公示|拟任职?公示|任前公示|拟聘用?公示|拟录用公示|拟引进[^，。]{0,10}公示)/u
/** Whose list it is stands right before the word, whatever bodies the title names further ahead. */
const PERSONS_LISTED =
  /(?:人员|人选|考生|对象|个人|学员|选手|学生|教师|干部|员工|拟聘用?|拟录用|入围|递补|党员|工作者|代表)[^，。]{0,4}名单/u
/** Lists of things. */
const NOT_NAMES =
  /(?:企业|单位|机构|项目|产品|景区|医院|药店|学校|基地|村|社区|店铺|品牌|目录|车辆|商户|培训机构|集体|组织|网点)[^，。]{0,8}名单|黑名单|负面清单|成绩(?:斐然|喜人|突出|优异|亮眼|显著|单上)|(?:好|佳|优异|骄人|新)成绩|取得[^，。]{0,10}成绩/u

const RULE_TEXT =
  /(?:管理|实施|暂行|试行|奖励|考核|补贴|认定)?办法|规定|细则|条例|(?<!一致|统一|不同|听取|征求)意见(?!征|反馈|箱|建议)|(?:实施|工作|行动)方案|印发|解读|一图读懂|行动计划|(?:十四五|十五五|专项|发展)规划|政策(?:问答|汇编|清单|措施|包)|若干措施|的?措施[》」]?(?:$|[（(])|标准的通知|关于[^，。]{2,40}(?:标准|政策|待遇|费率|基数|补贴|津贴|价格)的?(?:通知|公告)|申领指南|办事指南|[《][^》]{0,36}(?:办法|规定|条例|意见|方案|通知|目录|规划|措施|细则|标准|制度|章程|公约|纲要|指引|清单|法)(?:[（(][^）)]{1,8}[）)])?[》](?:$|[（(]|政策|解读|全文)/u
const RULE_NEWS =
  /(?:我市|我县|我区|全市|市|县|区)[^，。]{0,8}(?:出台|发布|公布|推出)|征求意见|意见稿|环评|宣传|学习|贯彻|落实|开始施行|施行[^，。]{0,6}周年|听证|座谈|培训|征集意见|推进|检查|审议|讲座/u

const DEED =
  /志愿|义工|志工|义务(?!教育|兵)|学雷锋|雷锋|爱心(?!企业融资)|救助|好心|献爱心|伸援手|义诊|义剪|公益行|助人为乐|见义勇为|好人|献血|救起|热心/u
/** Volunteering spoken of by meetings, rules and figures is news. */
const NOT_STORY =
  /会议|部署|推进会|条例|办法|规定|注册志愿者(?:突破|达)|法院|义务(?:植树节|教育|兵)|志愿(?:填报|录取)|公布|公益(?:诉讼|性岗位|广告|林)|评选|名单|系统|平台上线|项目大赛|救助(?:金|标准|政策|站|管理|保障)|社会救助|医疗救助|开放|基金|(?:通知|公告|方案|倡议书?|公示|通告)$/u
/** Farther down, volunteers only keep order at somebody else's news. */
const DEED_REACH = 60
const DEED_IN_BODY = /志愿(?:者|服务队|服务|队)|义工|志工|爱心(?:车队|人士|妈妈|早餐|团队)|雷锋/u

const EVERGREEN =
  /抗日|抗战|旧址|烈士|传说|的故事|往事|记忆(?:里|中|深处)?|回忆|史话|溯源|源流|探源|寻踪|考略|(?<!准)考证|纪略|轶事|漫谈|浅[谈议析]|随笔|散文|诗歌|小说|如何[^，。]*[？?]?$|思考$|之我见|感悟|古代|北魏|明清|辽金|清末|民国|革命|事变|大捷|[战会]役|一九[一二三四五六]\d?|19[1-5]\d年|年代|历史(?:上|的)|由来|典故|[之]?谜|研究(?:$|——)|论[^坛文证]/u
/** What makes a piece with such words today's news after all. */
const TODAY =
  /开展|举行|举办|召开|恢复|开放|开馆|启动|公告|通知|通告|首演|上演|活动|开工|维修|今日|近日|揭牌|接待|发布|新增|入选|调研|会议|祭扫|修缮|征集|开讲|巡展|公示|人次/u

const ESSAY_OPENING = /^(?:.{0,60}(?:是[^。]{2,24}的重要|具有(?:十分)?重要(?:的)?意义|随着(?:社会|经济|时代)))/u
const TODAY_IN_LEAD = /近日|日前|今天|昨日|昨天|今日|连日来|\d{1,2}月\d{1,2}日|本报讯|讯|记者|今年|日上午|日下午/u

interface Rule {
  name: string
  holds: (input: KindInput) => boolean
  verdict: (input: KindInput) => Omit<Verdict, 'reason'>
}

const news = (type: ItemType) => () => ({ kind: 'news' as const, type })
const job = (type: ItemType) => (input: KindInput) => {
  const stage = findStage(input)
  return { kind: 'job' as const, type, ...(stage && { stage }) }
}
/** A list of people ends a recruitment, whatever else its title says. */
const namesOfRecruitment = (input: KindInput) => {
  const stage = findStage(input)
  return {
    kind: 'job' as const,
    type: 'names' as const,
    stage: stage === undefined || stage === 'open' ? ('publication' as const) : stage,
  }
}
const isNames = ({ title }: KindInput) => NAMES.test(title) && (PERSONS_LISTED.test(title) || !NOT_NAMES.test(title))
const isPolicy = ({ title }: KindInput) => RULE_TEXT.test(title) && !RULE_NEWS.test(title)
const isPaid = ({ title, body }: KindInput) => PAID.test(title) || PAID.test(body)

function isCall({ title, body }: KindInput): boolean {
  if (!VOLUNTEER.test(title) || /志愿填报|第一志愿/u.test(title)) return callsInBody({ title, body })
  if (WANTED.test(title)) return !HAPPENED.test(title) || /招募(?:公告|令|启事|书|中|啦)?[！!]?$/u.test(title)
  return callsInBody({ title, body }) && !HAPPENED.test(title)
}

/** A title may hide what it wants; then the text must say both who is wanted and how to come. */
function callsInBody({ title, body }: KindInput): boolean {
  if (HAPPENED.test(title)) return false
  return WANTED_IN_BODY.test(body) && /报名|扫码|联系|咨询/u.test(body) && !/已有[^。]{0,10}报名|圆满|慰问/u.test(body)
}

function isStory({ title, body }: KindInput): boolean {
  if (NOT_STORY.test(title)) return false
  if (DEED.test(title)) return true
  return DEED_IN_BODY.test(body.slice(0, DEED_REACH)) && !/会议|通知|公告|公示/u.test(title)
}

function isFeature({ title, body }: KindInput): boolean {
  if (EVERGREEN.test(title) && !TODAY.test(title)) return true
  return ESSAY_OPENING.test(body) && !TODAY_IN_LEAD.test(body.slice(0, 200))
}

/** On a list of postings a title that only names an occupation is one. */
function isPosting({ title, listKind, listed }: KindInput): boolean {
  if (listKind !== 'job' || isAboutHiring(title)) return false
  return /聘|招[^商标生]|岗位|职位/u.test(title) || (listed === true && findPosition(title) !== OTHER_POSITION)
}

/** A column of news writes about hiring; a notice in it still calls itself one. */
const isNewsOfHiring = ({ title, listKind, listed }: KindInput) =>
  listed === true && listKind === 'news' && !/公告|公示|启事|简章|通告|通知|诚聘|急聘/u.test(title)

const happenedFair = (title: string) =>
  /达成|回访|收到|排队|圆满|火爆|落幕|现场(?:火|人)|吸引|助力|搭建|热度|掠影|侧记|成效|累计/u.test(title)

/** In order: a list of names is one even when it ends a recruitment, a paid volunteer is a job. */
const RULES: Rule[] = [
  {
    name: 'names-of-recruitment',
    holds: (input) => isNames(input) && isRecruitment(input.title),
    verdict: namesOfRecruitment,
  },
  { name: 'names', holds: isNames, verdict: news('names') },
  { name: 'paid-volunteer', holds: (input) => isCall(input) && isPaid(input), verdict: job('notice') },
  { name: 'call', holds: isCall, verdict: () => ({ kind: 'volunteer', type: 'call' }) },
  {
    name: 'volunteer-list-call',
    holds: ({ listKind, listed, title }) =>
      listed === true && listKind === 'volunteer' && !HAPPENED.test(title) && /招募/u.test(title),
    verdict: () => ({ kind: 'volunteer', type: 'call' }),
  },
  {
    name: 'fair',
    holds: ({ title }) => isFair(title) && !happenedFair(title),
    verdict: () => ({ kind: 'job', type: 'fair', stage: 'open' }),
  },
  {
    name: 'recruitment',
    holds: (input) => !isFair(input.title) && isRecruitment(input.title) && !isNewsOfHiring(input),
    verdict: job('notice'),
  },
  { name: 'policy', holds: isPolicy, verdict: news('policy') },
  { name: 'story', holds: isStory, verdict: news('story') },
  { name: 'feature', holds: isFeature, verdict: news('feature') },
  { name: 'job-list', holds: isPosting, verdict: job('notice') },
  {
    name: 'volunteer-list',
    holds: ({ listKind, listed, title, body }) =>
      listed === true && listKind === 'volunteer' && !HAPPENED.test(title) && /招募|报名/u.test(title + body),
    verdict: () => ({ kind: 'volunteer', type: 'call' }),
  },
]

/** No headline is longer; what pretends to be one is a text. */
const LONGEST_TITLE = 200

/** Always answers; what no rule claims is a report of the day. */
export function findKind({ title, body, listKind, listed }: KindInput): Verdict {
  const input: KindInput = { title: title.slice(0, LONGEST_TITLE), body, listKind, listed }
  const rule = RULES.find(({ holds }) => holds(input))
  if (!rule) return { kind: 'news', type: 'report', reason: 'rule:report' }
  return { ...rule.verdict(input), reason: `rule:${rule.name}` }
}
