/** How Chinese titles of work are built, beyond the words of the trades themselves. */

/** What ends the name of a trade without changing it: 家电维修 is as long as 家电维修工. */
export const TRADE_END = /(?:技术|服务|管理|操作)?(?:工程师|工人|人员|师傅|专员|技[工师]|学徒|岗位|[工员师岗人])/uy

/** The house that a Chinese title begins with; what one does there follows: 火锅店领班, 家具厂木工. */
export const HOUSE =
  /^[\p{Script=Han}\d]{1,6}(?:[店馆厂站社]|公司|集团|酒楼|医院|银行|学校)(?=[\p{Script=Han}A-Za-z]{2})/u

type Refinement = [words: RegExp, id: string][]

/** What the rest of a title adds to its head: where a teacher teaches decides more than what (高中体育教师), whom a doctor heals. */
export const REFINEMENTS: Record<string, Refinement> = {
  '2341-teacher': [
    [/保育|托育|托班|早教|生活老师/u, '5311-childcare'],
    [/幼儿|幼教|学前/u, '2342-kindergarten-teacher'],
    [/特殊教育|特教/u, '2352-special-teacher'],
    [/小学/u, '2341-teacher'],
    [/初中|高中|中学/u, '2330-secondary-teacher'],
    [/职校|中职|职业|技校|技工|实训/u, '2320-vocational-teacher'],
    [/高校|大学|学院/u, '2310-lecturer'],
    [/舞|钢琴|声乐|书法|古筝|乐器|绘画|吉他/u, '2355-arts-teacher'],
  ],
  '2211-doctor': [
    [/口腔|牙|正畸/u, '2261-dentist'],
    [/中医|针灸|推拿/u, '2230-chinese-medicine'],
    [/宠物|动物|畜/u, '2250-vet'],
  ],
}

/** 焊接工程师 designs what a welder welds: by the ISCO major and sub-major group of the trade. */
export const ENGINEERS: [trade: RegExp, id: string][] = [
  [/^74/u, '2151-electrical-engineer'],
  [/^71/u, '2142-civil-engineer'],
  [/^[89]|^7/u, '2144-engineer'],
]
export const ENGINEER = /(?<!售后)工程师/u

/** Who mends what others drive. */
export const DRIVING_GROUP = /^83/u
export const MENDING = /维修|修理|检修/u
