/**
 * Signals in a posting or call, each with the words that raised it (DOMAIN
 * sections 9 and 17). Neutral: a flag hides nothing by itself. A denial
 * (不收取任何费用, 男女不限) raises none.
 */
import type { Flag, Job } from './item.ts'
import { sentencesOf } from './text.ts'

interface FlagInput {
  title: string
  body: string
  jobs: Job[]
  /** A public body's own call: its exam fee is no fee of an agent. */
  official: boolean
}

interface FlagRule {
  id: string
  words: RegExp
  /** Words around the signal that take it away. */
  unless?: RegExp
  /** `unless` is asked of the whole sentence. */
  wide?: boolean
  /** What a worker does with other people's money raises none: 负责收取停车费. */
  duty?: boolean
  /** True when the rule does not hold for a public body's call. */
  notOfficial?: boolean
}

const DENIES_FEE =
  /不(?:收|收取|得收取|需|用|会收|向)[^，,。]{0,14}(?:费|钱|押金|保证金)|无(?:需|任何|须)[^，,。]{0,10}(?:费|押金|保证金)|(?:^|[、，,绝均])无[^，,。、需须先交]{0,4}费|免(?:收|费|交)|(?:费|押金|保证金)[^，,。]{0,6}(?:免收|全免|不收|由[^，,。]{0,12}承担|报销)|由[^，,。]{0,12}承担|报销|零(?:收费|押金)|拒绝|报警|举报|不以任何|一律不|均不|没有(?:任何)?(?:费|押金)|学费[^，,。]{0,6}(?:分期|贷|分\d|从工资|工资[里中])|从[未不][^，,。]{0,14}(?:收|费)|(?:公司|单位|企业|我[司方]|院方|校方|由)[^，,。]{0,8}(?:承担|支付|报销)/u
const EXAM_FEE = /考务费|报名考试费|笔试费|考试费|面试费|报名费[^，,。]{0,10}(?:\d+元\/(?:人|科)|每[人科])/u
/** A warning speaks of others, all through its sentence. */
const WARNS = /谨防|警惕|骗局|诈骗|被骗|骗子|防骗|反诈|上当|谨慎辨别/u
const DUTY = /负责|协助|岗位职责|工作内容|专员|核算|催缴|收银/u

/** In the order in which they are told. */
const RULES: FlagRule[] = [
  {
    id: 'fee',
    words:
      /(?:中介|介绍|服务|服装|工装|工服|体检|报名|资料|培训(?!费[^。]{0,16}(?:贷|分期|抵扣))|建档|手续|办卡|工本|证件|材料|保险|岗前|面试|入职|信息|名额|定位|制作|学|会员|加盟|代理|押证|档案|管理|推荐|内推|保录|活动|参与|住宿|午餐|物料|证书)费[^，,。]{0,24}|(?:先|需|须|应|预|提前)(?:交|缴|缴纳|交纳|垫付|支付|付|转账)(?![^，,。]{0,8}(?:押金|保证金|抵押|风险金))[^，,。]{0,12}(?:\d+|费|元|款)|收取[^，,。]{0,16}(?:费|\d+元)|垫付|费用自理[^，,。]{0,6}交|(?:培训|体检|办证|服装|入职|考证)[^。]{0,10}费用[^，,。\d]{0,4}\d+|(?:自费|须|需|先|应)[^，,。]{0,6}购买[^。]{0,14}(?:\d+元|资料|工服|服装|产品)|收费\s*\d+/gu,
    unless: DENIES_FEE,
    duty: true,
    notOfficial: true,
  },
  {
    id: 'deposit',
    words:
      /押金|保证金|抵押金|风险金|风险抵押|诚意金|(?:入职|岗位|上岗)定金|[交付][^，,。]{0,4}定金|工资[^，,。]{0,2}押|(?:扣|压|押)[^，,。]{0,8}工资/gu,
    unless:
      /(?:不|无|免|零|没有)[^，,。]{0,10}(?:押金|保证金|抵押|扣|压|押)|不得?收取?[^，,。]{0,8}(?:费用|钱)|一律不|均不|拒绝|农民工工资保证金|(?:押金|保证金)[^，,。]{0,4}(?:账户|会计|管理|登记|退还)|履约|投标|质量保证金|(?:押金|保证金)[^，,。]{0,6}(?:全免|免收|不收)/u,
    duty: true,
  },
  {
    id: 'training-loan',
    words:
      /培训贷|(?:培训|学费|学习)[^。]{0,24}(?:贷款|分期|贷)|(?:贷款|分期)[^。]{0,16}(?:培训|学费|学习)|先学后付|学费[^，,。]{0,6}(?:分\d+期|从工资|工资[里中])|招转培|(?:培训|学)[^。]{0,16}包(?:就业|分配|上岗)|包就业/gu,
    unless: /免费|不[^，,。]{0,6}贷|处理[^，,。]{0,6}贷|房贷|车贷/u,
  },
  {
    id: 'impersonation',
    words:
      /内部(?:渠道|名额|指标|关系|推荐(?=[^。]{0,16}(?:保|包|费|指标|名额))|招聘名额|消息|有人)|内招|保录|保过|包过|免试录用|内推费|走后门|(?:保证|包)(?:录用|入编|入职|进编|分配|上岸|通过)|有关系|托关系|直接入编|安排(?:进入?|到)[^，,。]{0,8}(?:国企|央企|铁路|银行|电网|国网|烟草|机关|事业单位|医院|学校)|花钱[^，,。]{0,6}(?:编|岗)|代替?考|(?:代办|代理)[^，,。]{0,4}(?:入编|编制|入职)|(?:电网|国企|央企|银行|烟草|编制)[^，,。]{0,4}直签|(?:缴费|付费|交钱|交费)[^。]{0,8}(?:绿色通道|名额|指标)/gu,
    unless:
      /不(?:存在|委托|举办|指定)|严禁|严防|防止|杜绝|奖励|举报|虚假|均为|声称|冒充|未委托|严格|公平|内部(?:渠道|推荐)?(?:晋升|竞聘)/u,
  },
  {
    id: 'rebate',
    words:
      /刷单|代刷|刷好?评|刷量|返利|返佣|刷信誉|点赞[^，,。]{0,8}(?:赚|佣金|\d+元)|(?:做任务|充值|垫资|做单)[^。]{0,16}(?:佣金|赚|返)|先垫后返|点赞[^。]{0,14}(?:一单|返)|垫付本金|抢单/gu,
    unless: /反诈|非刷单|不刷单|拒绝|返利(?:商城|网|平台|系统)/u,
  },
  {
    id: 'overseas',
    words:
      /(?:境外|海外|国外|出国|缅甸|缅北|柬埔寨|菲律宾|迪拜|老挝|泰国|越南|东南亚|马来西亚|西港)[^。]{0,24}(?:高薪|客服|机票|月薪|打字|推广|淘金|万|包吃住|护照)|高薪[^。]{0,16}(?:境外|海外|国外|出国|缅甸|柬埔寨|菲律宾|迪拜|老挝)|包(?:机票|签证|护照)|(?:出国|赴外|日本|韩国|新加坡|澳大利亚|非洲|中东|阿联酋|以色列)[^，,。]{0,8}(?:务工|劳务|打工)/gu,
    unless: /贸易|外贸|留学|境外游客|海外(?:工程|项目|业务)部|出口|海外(?:市场|华文|高层次|人才|引才|仓)|归国/u,
  },
  {
    id: 'id-held',
    words:
      /(?:扣押?|扣留|统一保管|代(?:为)?保管|抵押|押|暂存|上交|收走|交由|质押)[^，,。]{0,12}(?:身份证|毕业证|学历证|学位证|证件|驾驶证|户口本|原件)|(?:身份证|毕业证|学历证|学位证|证件|驾驶证|户口本)(?:、[^，,。、]{2,8})*(?:等)?(?:原件)?[^，,。]{0,14}(?:扣押|扣留|保管|抵押|暂存|上交|押在|质押|交由|由公司收|统一收)/gu,
    unless:
      /不(?:得|会|扣|收|押)[^，,。]{0,8}(?:扣|押|身份证|证件|保管)?|复印件即可|妥善保管(?:好)?(?:个人|自己|本人|准考证)|核验后(?:归还|退还)|当场退还|自行保管/u,
  },
  {
    id: 'chat-only',
    words:
      /(?:只|仅|仅限|一律)[^，,。]{0,8}(?:微信|QQ|qq|V信|vx|VX|飞机|Telegram|telegram|蝙蝠|私信)|(?:不接|勿打|不要打|拒接|不留|无)[^，,。]{0,2}电话|(?:加|添加|\+)\s*(?:我|客服|老师|经理|人事|主管|HR)?(?:的)?(?:个人)?(?:微信|V信|vx|VX|QQ|qq|薇信|威信|V)[^。]{0,24}(?:详聊|详谈|私聊|咨询|了解|聊|领取|发送|面试|报名|入职|安排)|纸飞机|[Tt]elegram|蝙蝠/gu,
    unless: /微信公众号|不[^，,。]{0,6}(?:通过|使用)/u,
  },
  {
    id: 'too-good',
    words:
      /(?:日赚|日入|月入|轻松|躺赚|躺着|日薪|月薪|日结|收入|时薪)[^。]{0,16}(?:过万|上万|[2-9]万|[1-9]\d万|[5-9]\d{2}|[1-9]\d{3,}|[五六七八九]百|[一二两三四五六七八九]千|[二两三四五六七八九十]万)[^。]{0,30}(?:无需经验|无经验|零经验|零基础|零门槛|无门槛|不限经验|在家|动动手指|轻松|手机|小白|当天结|稳赚|无责任)|(?:无需经验|无经验|不要经验|零经验|零基础|零门槛|无门槛|在家|动动手指|轻松|小白|手机操作|学历不限|不看学历|无学历)[^。]{0,40}(?:日赚|日入|日结|月入|月薪|轻松赚|日薪)[^。]{0,10}(?:过[千万]|上万|[2-9]万|[1-9]\d万|[3-9]\d{2}|[1-9]\d{3,}|[三四五六七八九]百|[一二两三四五六七八九]千|[二两三四五六七八九十]万)|躺赚|稳赚不赔|月入(?:过|上|数)?万[^。]{0,12}(?:不是梦|轻松|随便)/gu,
  },
  {
    id: 'sex',
    words:
      /(?:限|仅限|只限|只招|只要|仅招|要求|必须|须为|需|宜|适合|欢迎|建议|倾向|面向|招|聘)\s*[:：]?(?:\d+名)?(?:男|女)(?:性|生|士|孩|青年|工|员工|职工|司机|保安|文员|店员|销售|客服|服务员|业务员|同志|兵|嘉宾|名|(?=[，,、。\d\s]|$))|(?:男|女)(?:性|生|士|孩)?(?:应聘者|求职者|员工)?(?:优先|佳|为佳|均可优先|者优先)|限(?:男|女)|性别\s*(?:要求)?\s*[:：为]?\s*(?:男|女)(?![/、和女男]|.{0,3}不限)|(?:男|女)(?:性|生|士)\s*\d*(?:名|人)|(?:男|女)\s*\d+\s*(?:名|人)|[（(](?:男|女)[)）]|(?:不招|不要|谢绝|不考虑)(?:男|女)(?:性|生|士)?|(?:^|[，,；;：:。])\s*(?:男|女)(?:性|士|生)?(?=[，,；;。]|$)|(?:男|女)(?:性|生|士)?(?:勿扰|免谈|请绕行)/gu,
    unless:
      /男女不限|性别不限|不限男女|不限性别|男女均可|男、?女(?:均可|不限|各)|男女(?:都|皆|平等)|(?:女|男)(?:装|鞋|厕|包|子监狱|子篮球)|女职工|妇女/u,
  },
  {
    id: 'birth',
    words:
      /已婚|未婚|(?:已|有)生育|已育|未育|婚育|生育(?:计划|情况|状况|意愿|打算)|婚姻(?:状况|情况)|怀孕|孕(?:期|妇|检)|备孕|[一二三]胎|不(?:得|准|能|许)?(?:结婚|生育|恋爱|怀孕)|结婚|生小孩|生孩子|[有无]小?孩(?:子|者)?|有娃/gu,
    unless:
      /不限婚|无[^，,。]{0,4}(?:婚|孕|生育)[^，,。]{0,4}(?:限制|要求)|婚[^，,。]{0,6}(?:均可|不限|皆可|都可)|不论|无论|婚(?:育|姻)(?:状况|情况)?不限|不(?:问|询问|限制|得询问|考虑|涉及)[^，,。]{0,6}(?:婚|孕|生育)|生育保险|产假|婚假|违反计划生育|生育津贴|孕产妇(?:服务|护理|保健|健康)|母婴|婚礼|婚庆|未婚青年|相亲|联谊|婚姻登记/u,
  },
  {
    id: 'ethnicity',
    words:
      /(?:限|只招|仅限|必须|须为|要求)[^，,。]{0,4}(?:汉|回|满|蒙古|藏|维吾尔|壮)族|(?:汉|回|满|蒙古|藏|维吾尔|壮|少数民)族[^，,。]{0,6}(?:优先|除外|勿|不[^限]|谢绝|免)|非(?:少数民|[汉回藏满维])族|(?:不招|不要|谢绝|不收|不接[收受]|不考虑)[^，,。]{0,6}(?:民族|[汉回满藏]族|回民|维族|新疆人|少数民族)|民族\s*(?:要求)?\s*[:：]\s*(?:汉|回|满)/gu,
    unless: /各民族|民族不限|不限民族|各族/u,
  },
  {
    id: 'religion',
    words:
      /(?:无|不得有|不能有|没有|不信|须无|不招|不要|谢绝|不接[收受]|不录用|不考虑)[^，,。]{0,6}(?:宗教信仰|信教|宗教|教徒|信徒)|(?:信|信仰|信奉)(?:教|佛教?|道教|伊斯兰教?|基督教?|天主教?|宗教)[^，,。]{0,8}(?:优先|勿|不[^限]|除外|谢绝|免)|宗教信仰[^，,。]{0,4}(?:优先|勿|除外)|(?:教徒|信徒|居士)[^，,。]{0,4}(?:优先|勿|除外)/gu,
    unless: /尊重|不限|邪教|信仰自由/u,
  },
  {
    id: 'residence',
    words:
      /(?:限|仅限|只招|只限|须|需|具有|必须|要求|面向|为)[^，,。]{0,16}(?:户籍|户口|常住户)|(?:户籍|户口|籍贯|生源(?:地)?)[^，,。]{0,12}(?:优先|限|为|须|需|要求|[:：])|(?:本地|当地|本市|本县|本区|本村|[\p{Script=Han}]{2}籍)(?:人|户籍|户口|居民|村民)?(?:员工)?(?:优先|为主)|(?:限|仅|只招|只要|须|要求|必须)[^，,。]{0,8}(?:(?:本地|本市|本县|当地)人|居民|村民)|(?:外地|外省|外来|外市)(?:人|户口|户籍|人员)?[^，,。]{0,6}(?:勿|不|除外|免|谢绝)|(?:不招|不要|谢绝|拒绝|不收|不接[收受]|不考虑|不用)[^，,。]{0,10}(?:外地|外省|[\p{Script=Han}]{2,3}(?:人(?!员|才|士)|籍))|(?:外地|外省|[\p{Script=Han}]{2}籍)人?勿扰/gu,
    unless:
      /户籍不限|不限户籍|户口不限|不限户口|不限地域|户籍(?:和|、)?(?:地域|身份)?不限|(?:户口本|户口簿|户籍所在地|户籍证明|户口迁移|落户)(?![^，,。]*(?:限|优先))|不得[^，,。]{0,10}户籍|户籍(?:民警|科|窗口|岗|业务|管理|室|警)/u,
  },
  {
    id: 'hepatitis-b',
    words: /乙肝|两对半|HBsAg|HBV|大三阳|小三阳|肝功五项/giu,
    unless:
      /疫苗|无需|不需|禁止|取消|不(?:得|检|查|要求|含|做|进行|检测|检查|作为)[^，,。]{0,12}(?:乙肝|两对半)?|科普|防治|门诊|传染病科|医师|医生|携带者[^，,。]{0,8}(?:可|权|同等|不受)|歧视|知识|宣传|义诊|筛查活动|专家/u,
    wide: true,
  },
  {
    id: 'age',
    words:
      /(?:年龄[^，,。]{0,8})?\d{2}\s*周?岁(?:[（(][^）)]{0,10}[）)])?(?:及?以下|以内|及以内)|(?:年龄[^，,。]{0,8})?1[68]\s*(?:周?岁)?\s*[-~～—–至到]\s*\d{2}\s*周?岁|不超过\d{2}\s*周?岁|\d{4}年\d{1,2}月[^，,。]{0,10}(?:以后|之后|后)出生|(?:超|过)\d{2}岁/gu,
  },
]

/** Long clauses are quoted around the words found. */
const LONGEST_QUOTE = 80

/** Sentences, and cells of one row beside each other: what stands in one says nothing about the next. */
const piecesOf = (text: string) =>
  sentencesOf(text).flatMap((sentence) => sentence.split('\t').flatMap((cell) => cell.trim() || []))

function quote(piece: string, at: number, length: number): string {
  if (piece.length <= LONGEST_QUOTE) return piece
  const from = Math.max(0, at - Math.floor((LONGEST_QUOTE - length) / 2))
  return piece.slice(from, from + LONGEST_QUOTE)
}

const CLAUSE_END = /[，,（）()]/gu
/** A clause that begins so belongs to the one before it: 不收取任何费用，包括押金. */
const GOES_ON = /^\s*(?:包括|如|例如|含|也|更|亦|及|和|或|等)/u
/** One that begins so speaks of the one before: 押金、服装费，一律不收. */
const SPEAKS_BACK = /^\s*(?:一律|均|全部|都|概|全)?(?:不|免|无|由|为零|男女|性别|可)/u

/** The words around a match that may take it away: its own clause, and neighbours that belong to it. */
function scopeOf(piece: string, start: number, end: number): string {
  const bounds = [0, ...[...piece.matchAll(CLAUSE_END)].map((stop) => stop.index + 1), piece.length]
  let first = bounds.findLastIndex((bound) => bound <= start)
  let last = bounds.findIndex((bound) => bound >= end && bound > 0)
  if (first > 0 && GOES_ON.test(piece.slice(bounds[first]))) first -= 1
  if (last < bounds.length - 1 && SPEAKS_BACK.test(piece.slice(bounds[last]))) last += 1
  return piece.slice(bounds[first], bounds[last])
}

/** Pieces in one string, so that a rule walks it once; no rule reaches over the stop between them. */
interface Told {
  text: string
  pieces: { text: string; start: number }[]
}

const STOP = '。'

function tell(pieces: string[]): Told {
  let start = 0
  const placed = pieces.map((text) => {
    const piece = { text, start }
    start += text.length + STOP.length
    return piece
  })
  return { text: pieces.join(STOP), pieces: placed }
}

/** The first words that raise the signal and are not taken back. */
function findSignal({ text, pieces }: Told, rule: FlagRule, official: boolean): string | undefined {
  let at = 0
  for (const match of text.matchAll(rule.words)) {
    while ((pieces[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= match.index + 1) at += 1
    const { text: piece, start } = pieces[at] ?? { text, start: 0 }
    const from = Math.max(0, match.index - start)
    if (!WARNS.test(piece) && holds(piece, from, match[0].length, rule, official))
      return quote(piece, from, match[0].length)
  }
  return undefined
}

function holds(piece: string, from: number, length: number, rule: FlagRule, official: boolean): boolean {
  const scope = scopeOf(piece, from, from + length)
  if (rule.unless?.test(rule.wide ? piece : scope) || (rule.duty && DUTY.test(scope))) return false
  return !(rule.notOfficial && (official || EXAM_FEE.test(scope)))
}

/** Columns that say it by their header: 户籍 | 大同市. */
const COLUMNS: [string, RegExp][] = [
  ['sex', /^性别(?:要求)?$/u],
  ['birth', /婚[育姻]|生育/u],
  ['ethnicity', /^民族(?:要求)?$/u],
  ['religion', /宗教/u],
  ['residence', /户籍|户口|生源|籍贯/u],
]
const NO_DEMAND = /不限|均可|不作要求|无要求|不要求|^\s*(?:无|[-—–/\\]*)\s*$/u
/** One sex alone; 男、女 are both. */
const BOTH = /男.{0,4}女|女.{0,4}男/u
/** Cells that name things and people rather than ask for them. */
const NAMING_COLUMN = /单位|部门|名称|职责|内容|专业|简介|地址|地点|电话|联系|代码|序号|人数|学历|学位/u

function flagsOfCell(header: string, cell: string): Flag[] {
  if (NO_DEMAND.test(cell) || (/男|女/u.test(cell) && BOTH.test(cell))) return []
  return COLUMNS.filter(([, name]) => name.test(header)).map(([id]) => ({ id, raw: cell }))
}

/** Most rows of a table say the same; each saying is read once. */
function cellsOf(jobs: Job[]): [string, string][] {
  const cells = new Map<string, [string, string]>()
  for (const { raw = {} } of jobs) {
    for (const [header, cell] of Object.entries(raw)) cells.set(`${header}\t${cell}`, [header, cell])
  }
  return [...cells.values()]
}

const AGE_SAID = /\d{2}\s*周?岁|出生/u
/** What a table asks without a sentence, and what stands in its free columns. */
function flagsOfJobs(jobs: Job[], official: boolean): Flag[] {
  const cells = cellsOf(jobs)
  const sex = jobs.find((job) => job.sex && /^(?:限)?(?:男|女)(?:性|生)?$/u.test(job.sex))?.sex
  const age = jobs.find((job) => job.age && AGE_SAID.test(job.age) && !NO_DEMAND.test(job.age))?.age
  const asked = tell(cells.flatMap(([header, cell]) => (NAMING_COLUMN.test(header) ? [] : piecesOf(cell))))
  return [
    ...(sex ? [{ id: 'sex', raw: sex }] : []),
    ...(age ? [{ id: 'age', raw: age }] : []),
    ...cells.flatMap(([header, cell]) => flagsOfCell(header, cell)),
    ...RULES.flatMap((rule) => {
      const raw = findSignal(asked, rule, official)
      return raw === undefined ? [] : [{ id: rule.id, raw }]
    }),
  ]
}

/** One flag per id, with the first words that raise it. */
export function findFlags({ title, body, jobs, official }: FlagInput): Flag[] {
  const told = tell(piecesOf(`${title}\n${body}`))
  const fromText = RULES.flatMap((rule) => {
    const raw = findSignal(told, rule, official)
    return raw === undefined ? [] : [{ id: rule.id, raw }]
  })
  const flags = new Map(fromText.map((flag) => [flag.id, flag]))
  for (const flag of flagsOfJobs(jobs, official)) if (!flags.has(flag.id)) flags.set(flag.id, flag)
  return [...flags.values()]
}
