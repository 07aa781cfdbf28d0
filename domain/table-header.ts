/** Header words of position tables (DOMAIN section 9): which column holds which field. */
import { squash, toNarrow } from './text.ts'

const FIELDS = [
  'employer',
  'department',
  'title',
  'code',
  'headcount',
  'education',
  'degree',
  'majors',
  'age',
  'sex',
  'conditions',
  'place',
  'pay',
  'opens',
  'apply',
  'contact',
  'number',
  'person',
] as const
export type Field = (typeof FIELDS)[number]

/**
 * Tried in order on a header without blanks and brackets; the earlier a pattern
 * stands in its list, the better the column. `number` and `person` are no fields
 * of a job: a running number, and the mark of a list of people.
 */
const SYNONYMS: [Field, RegExp[]][] = [
  [
    'person',
    [
      /^(?:姓名|考生姓名|考生|准考证号?码?|身份证号?码?|成绩|笔试成绩|面试成绩|总成绩|综合成绩|总分|名次|排名|考号|得分|是否进入.*|体检结果|考察结果)$/u,
    ],
  ],
  ['number', [/^(?:序号|编号|序|no|#)$/iu]],
  ['code', [/^(?:岗位|职位|招考职位|招录职位|专业|招聘岗位)(?:代码|编码|编号|代号)$/u, /^(?:代码|编码)$/u]],
  [
    'headcount',
    [
      /^(?:拟)?(?:招聘|招录|录用|需求|招考|选调|引进|计划|岗位|用人|拟招|拟聘|计划招聘|计划招录|招收|选聘|拟引进|招募|现)?(?:计划)?(?:人数|名额|数量|计划数?|指标|需求数|员额)(?:合计)?$/u,
      /^(?:需求人数|人数.*|招聘数|岗位数|录用计划|名额)$/u,
    ],
  ],
  [
    'department',
    [
      /^(?:主管|用人|内设|所属|所在|隶属|上级)?(?:主管)?(?:部门|科室|机构|司局|处室)(?:名称)?$/u,
      /^(?:主管单位|用人司局|用人部门|内设机构|举办单位)$/u,
    ],
  ],
  [
    'employer',
    [
      /^(?:招聘|用人|招考|招录|选调|事业|聘用|引进|需求|拟聘|录用)(?:主体)?(?:单位|机关|企业|公司|机构)(?:全称|名称)?$/u,
      /^(?:单位|企业|公司|公司名稱|机构|学校|医院)(?:名称)?$/u,
      /^(?:employer|company)$/iu,
    ],
  ],
  [
    'title',
    [
      /^(?:招聘|招考|招录|选调|引进|需求|拟聘|报考|录用|应聘|投递)?(?:岗位|职位|工种|职务)(?:\/?工种)?名称$/u,
      /^(?:招聘|招录|招考|选调|引进|需求|拟任|投递|应聘|见习)(?:岗位|职位|职务|工种|专业岗位)$/u,
      /^(?:岗位|职位|工种|职务|职缺|職缺|職稱|职称岗位|職缺名稱|职缺名称|职务名称|需求)(?:內容|内容)?$/u,
      /^(?:岗位|职位)(?:及|\/)(?:专业|学科|代码)$/u,
      /^(?:学科|名称|title|position)$/iu,
    ],
  ],
  ['degree', [/^(?:学位|学位要求|最低学位)$/u]],
  [
    'education',
    [/^(?:最低)?学历(?:要求|层次|条件)?$/u, /^学历(?:\/|及|和|、)?学位(?:要求)?$/u, /^(?:文化程度|education)$/iu],
  ],
  [
    'majors',
    [
      /^(?:所学|招聘|需求|招考)?专业(?:要求|条件|名称|类别|及代码|或专业方向)?$/u,
      /^(?:本科|研究生|大专|专科|硕士)(?:研究生)?专业(?:要求|名称.*)?$/u,
      /^专业.{0,6}$/u,
    ],
  ],
  ['age', [/^年龄(?:要求|条件|上限)?$/u]],
  ['sex', [/^性别(?:要求)?$/u]],
  [
    'pay',
    [
      /^(?:薪资|工资|月薪|薪酬|年薪|薪水|待遇|收入)(?:待遇|标准|范围|福利|水平)?.{0,4}$/u,
      /^(?:福利待遇|薪酬福利|岗位薪酬|岗位待遇|(?:见习|岗位|生活)?补贴(?:标准)?|salary)$/iu,
    ],
  ],
  [
    'place',
    [/^(?:工作|岗位|上班|服务|就业|岗位所在)(?:地点|地址|地|地区|区域)$/u, /^(?:地点|地区|工作地点.*|location)$/iu],
  ],
  ['opens', [/^(?:报名|招聘|应聘)(?:时间|日期|起止时间)$/u]],
  ['apply', [/^(?:报名|应聘)(?:方式|地点|网址|邮箱|办法)$/u, /^(?:投递邮箱|邮箱|电子邮箱|招聘网址|网址|简历投递.*)$/u]],
  ['contact', [/^(?:咨询|联系|报名|监督)(?:电话|方式|人及电话|人及联系方式|人)$/u, /^(?:电话|联系人.*)$/u]],
  [
    'conditions',
    [
      /^(?:其他|其它|资格|应聘|报考|招聘|任职|岗位|聘用|录用|与岗位有关的其他)(?:资格)?(?:条件|要求|资格|说明)(?:及其他)?$/u,
      /^(?:备注|说明|职责|岗位职责|工作内容|岗位描述|岗位说明|其他|要求|所需技能|职位简介|工作经历|基层工作.*|政治面貌|职称.*|资格证书?|服务年限|所需资格.*|其他.{0,10})$/u,
    ],
  ],
]

/** A header cell without blanks, brackets and what they hold, lower case. */
export function headerKey(cell: string): string {
  return squash(toNarrow(cell))
    .replace(/[（(【[].*?[）)】\]]/gu, '')
    .replace(/[\s:：*＊]/gu, '')
    .toLowerCase()
}

interface HeaderMatch {
  field: Field
  /** 0 is the best pattern of its field. */
  rank: number
}

/** Cells of data are looked up too, so the memory of keys is emptied when it grows. */
const MOST_KNOWN = 2_000
const known = new Map<string, HeaderMatch | undefined>()

/** The field that a header cell names; absent for text that is no header. */
export function findField(cell: string): HeaderMatch | undefined {
  if (cell.length > 40) return undefined
  const key = headerKey(cell)
  if (!key || key.length > 16) return undefined
  if (known.size > MOST_KNOWN) known.clear()
  if (!known.has(key)) known.set(key, lookUp(key))
  return known.get(key)
}

function lookUp(key: string): HeaderMatch | undefined {
  for (const [field, patterns] of SYNONYMS) {
    const rank = patterns.findIndex((pattern) => pattern.test(key))
    if (rank >= 0) return { field, rank }
  }
  return undefined
}
