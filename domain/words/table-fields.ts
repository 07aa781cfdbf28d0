/** Header words of position tables (DOMAIN section 9): the names that publishers give to each column. */

const FIELDS = [
  'employer',
  'department',
  'title',
  'class',
  'code',
  'headcount',
  'education',
  'degree',
  'majors',
  'age',
  'sex',
  'conditions',
  'qualification',
  'remarks',
  'background',
  'duties',
  'place',
  'pay',
  'closes',
  'apply',
  'contact',
  'number',
  'other',
  'tally',
] as const
/**
 * `class` 管理/专业技术, a title only for want of one · `conditions` what is asked · `qualification` certificates and
 * ranks · `remarks` 备注 · `background` 政治面貌, 户籍, 经历: asked in every table, said as conditions only where nothing
 * else is · `duties` what is done · `number` a running number · `other` marks a table of another kind, a list of people; `tally` counts
 * those who applied, or what was cut.
 */
export type Field = (typeof FIELDS)[number]

/** What stands before 岗位, 单位, 人数 and says only that people are wanted. */
const WANTED =
  '(?:公开|计划|拟|现|需|急需|紧缺|在|本次|最终)?(?:招聘|招考|招录|招募|招收|招引|招用|录用|录取|聘用|聘任|选调|选聘|引进|遴选|需求|用人|用工|报考|报名|应聘|投递|投|申请|意向|见习|实习|实训|就业|拟聘|拟招|拟任|所聘|空缺|补充|人才|内推|招|聘)?'
const re = (pattern: string, flags = 'u') => new RegExp(`^(?:${pattern})$`, flags)

/**
 * Tried in order on a header without blanks and brackets, in simplified script; the earlier a pattern stands in its
 * list, the better the column.
 */
export const FIELD_NAMES: [Field, RegExp[]][] = [
  [
    'other',
    [
      re(
        '姓名|名字|考生姓名|员工姓名|考生|准考证号?码?|身份证号?码?|证件号码?|考号|学号|工号|员工编号|学生姓名|拟聘用?人员|拟录用人员|聘用人员',
      ),
      re(
        '(?:笔试|面试|考试|综合|最终|总|专业|平均|公共科目|加试)?(?:总)?(?:成绩|得分|分数|总分)(?:合计)?|名次|排名|总?分|(?:最低|最高)分|.{0,6}分数线|是否(?:进入|入围|合格|通过).*|(?:体检|考察|面试|政审)(?:结果|结论)|加分',
      ),
      re(
        '班次|值班(?:人员|领导|电话|时间)?|排班|出勤.*|考勤.*|应发.*|实发.*|入职(?:时间|日期)|离职(?:时间|日期)|毕业(?:院校|学校|时间)|出生(?:年月|日期)|任课教师|授课教师|课程名称|上课时间',
      ),
      // Rotas of volunteers and lists of what is going on: nobody is hired by them.
      re(
        '志愿.*|.{0,4}志愿者.{0,4}|值守人员?|值守时间|带队(?:人|领导|老师)|小?组长|参加人员|人员(?:名单|安排)|(?:服务|活动|值勤|执勤)(?:时间|时段|日期|名称|内容|项目|主题)|时段|集合(?:时间|地点)|(?:周|星期)[一二三四五六日天]|\\d{1,2}月\\d{1,2}日|\\d{1,2}日',
      ),
      re(
        'volunteers?(?:name)?|firstname|lastname|surname|player|student(?:name|id)?|employee(?:name|id)?|score|rank',
        'iu',
      ),
    ],
  ],
  [
    'tally',
    [
      re(
        '.{0,6}(?:报名|报考|缴费|交费|审核|审查|初审|通过|合格|不合格|参考|应考|弃考|弃权|入闱|递补|核减)(?:成功|通过|总|合格|确认|缴费)?(?:人数|人次)(?:合计)?|(?:应聘|投递|简历)(?:人数|人次|份数)|是否.{0,3}开考|取消原因',
      ),
      re(
        '(?:实际|现场|网上|已)?(?:报名|报考|缴费|审核通过|通过审核|审核|参考|参加面试|进入面试|面试|实考|缺考|入围|核减|取消|核销|开考)(?:岗位)?(?:人数|人次|数)|竞争比.*|现有人数|实有人数|在岗人数|参加.{0,4}人数|候考室|考场号?|考点|座位号|抽签号|面试组别?|核减后.*|调整[前后].*|原计划.*',
      ),
    ],
  ],
  ['number', [re('序号|编号|序|排序|项次|no\\.?|#|id|index', 'iu')]],
  [
    'code',
    [
      re(`${WANTED}(?:岗位|职位|职务|专业岗位|工种)(?:代码|编码|编号|代号|序号|id)`, 'iu'),
      re('(?:岗位|职位)(?:编码|代码)?(?:别名|简码)|代码|编码|jobcode|jobid|postingnumber|vacancynumber', 'iu'),
    ],
  ],
  [
    'headcount',
    [
      re(`${WANTED}(?:岗位|职位|总)?(?:计划)?(?:人数|名额|员额|指标|指标数|人员数量|人员数)(?:合计|小计)?`),
      re(`${WANTED}(?:岗位|职位|计划)?(?:需求)?(?:数量|计划数|计划|需求数|数额|人次|数)|人数.*|(?:需求|招聘|招录)量`),
      re('(?:no\\.?of|numberof|#of)?(?:openings|vacancies|positions|posts)|headcount|quantity', 'iu'),
    ],
  ],
  [
    'department',
    [
      re('用人司局|内设机构|用人部门|用人处室|下属单位|二级单位'),
      re(
        `${WANTED}(?:主管|内设|所属|所在|隶属|上级|用人|具体)?(?:主管)?(?:部门|科室|机构|司局|处室|院系|学院|系部)(?:名称)?`,
      ),
      re('(?:主管|举办|上级|上级主管|归口|所属)(?:单位|机关)(?:名称)?|department|division|team', 'iu'),
    ],
  ],
  [
    'employer',
    [
      re(`${WANTED}(?:主体)?(?:单位|机关|企业|公司|学校|医院|院校)(?:\\/?(?:单位|部门|公司))?(?:全称|名称)`),
      re(`(?:${WANTED}|事业|工作|所属|法人|基层|服务)(?:主体)?(?:单位|机关|企业|公司|学校|医院|院校)`),
      re(
        `(?:机构|学校|医院|厂商|商家|门店|店铺|雇主|求才机关|医疗机构|幼儿园|园所|网点|公司简称|品牌|项目单位|招考部门|招录部门)(?:名称)?|职位所属大单位|${WANTED}主体(?:名称)?`,
      ),
      re(
        'employer|employername|company|companyname|organi[sz]ation|organi[sz]ationname|agency|agencyname|hiringorgani[sz]ation|school',
        'iu',
      ),
    ],
  ],
  [
    'title',
    [
      re(
        `${WANTED}(?:岗位|职位|工种|职务|职缺|工作|职业)(?:[\\/、及或和]?(?:岗位|职位|工种|专业|学科|职务))?(?:名称|全称|标题)(?:及代码|\\/代码)?`,
      ),
      re(
        `${WANTED}(?:岗位|职位|工种|职缺|专业岗位|职称岗位|工作岗位)(?:[\\/、及或和](?:岗位|职位|工种|专业|学科|代码|类别))?`,
      ),
      re(
        '职务|职缺内容|职称|职衔|工作|职业|需求|名称|招聘信息标题|标题|学科|任教学科|招聘学科|学科岗位|岗位学科|招聘工种|需求人才|岗位描述及名称',
      ),
      re('jobtitle|positiontitle|posttitle|title|role|position|job|jobname|vacancy|post|occupation', 'iu'),
    ],
  ],
  [
    'class',
    [
      re(
        '(?:岗位|职位|职务|招聘|人员|引进|人才)(?:类别|类型|大类|性质|属性|层次|等级)(?:及等级|及级别)?|类别|岗位级别',
      ),
    ],
  ],
  ['degree', [re('(?:最低)?学位(?:要求|条件|层次|类型)?|degree', 'iu')]],
  [
    'education',
    [
      re('(?:最低|要求|所需)?学历(?:要求|层次|条件|水平|程度|起点|下限)?'),
      re('学历(?:\\/|及|和|、|与|或|·)?(?:学位|职称|经验|层次|工作经验)(?:要求|条件)?|学位学历(?:要求)?'),
      re(
        '(?:最低)?(?:文化程度|教育程度|教育背景|文化水平|受教育程度)(?:要求)?|education(?:level|requirements?)?|学历.{0,4}',
        'iu',
      ),
    ],
  ],
  [
    'majors',
    [
      re(
        `${WANTED}(?:所学|所需|要求|相关)?专业(?:要求|条件|名称|类别|及代码|或专业方向|方向|范围|名称及代码|需求|限制|\\/学科|及方向|及研究方向|学科)?`,
      ),
      re(
        '(?:本科|研究生|大专|专科|硕士|博士|大学本科|专科层次|本科层次|研究生层次)(?:\\(?学历\\)?)?(?:研究生)?(?:学科)?(?:所学)?专业(?:要求|名称.*|及代码|条件|类别)?',
      ),
      re('专业.{0,6}|学科专业.{0,4}|研究方向|学科方向|major|majors|fieldofstudy', 'iu'),
    ],
  ],
  ['age', [re('(?:最高|最大)?年龄(?:要求|条件|上限|限制|范围|段)?|age(?:limit)?', 'iu')]],
  ['sex', [re('性别(?:要求|条件|限制)?|sex|gender', 'iu')]],
  [
    'pay',
    [
      re(
        '(?:月|年|日|时|周|小时|岗位|综合|基本|税前|税后|参考){0,2}(?:薪资|工资|薪酬|薪水|薪金|薪|收入)(?:待遇|标准|范围|福利|水平|区间|及福利|情况|报酬|结构)?.{0,4}',
      ),
      re('待遇|工作待遇|(?:岗位|见习|生活|就业)?补贴(?:标准)?|福利待遇|岗位待遇|待遇.{0,4}|薪酬福利|月收入|年收入'),
      re('salary|salaryrange|pay|wage|compensation|annualsalary|hourlyrate|rateofpay', 'iu'),
    ],
  ],
  [
    'place',
    [
      re('(?:工作|岗位|上班|服务|就业|岗位所在|职位|用工|任职|实习|见习|招聘)(?:地点|地址|所在地|地|城市)'),
      re(
        '(?:工作|服务|就业|上班)(?:地区|区域|县区|单位所在地)|地点|所在地|工作地.{0,6}|location|joblocation|worklocation|city',
        'iu',
      ),
      re('地区|城市|区域|区县|县区|公司地址|单位地址|企业地址|县市区|市州名称|地址|address', 'iu'),
    ],
  ],
  [
    'closes',
    [re('(?:报名|应聘|招聘|投递|网申|申请)?(?:截止|结束|截至)(?:时间|日期|日)|deadline|closingdate|applyby', 'iu')],
  ],
  [
    'apply',
    [
      re(
        '(?:报名|应聘|投递)(?:方式|地点|网址|邮箱|办法|渠道|链接|入口)|(?:投递|接收|收取)?(?:简历)?(?:投递)?邮箱|电子邮箱|招聘网址|网址|简历投递.*|官网|链接|职缺网址|招聘链接|部门网站|(?:报名|职位|岗位)链接|详情页?链接',
      ),
      re('apply|howtoapply|applyonline|url|link|joburl|email', 'iu'),
    ],
  ],
  [
    'contact',
    [
      re(
        '(?:咨询|联系|报名|监督|公司)?(?:电话|联系方式)(?:号码)?\\d?|(?:咨询|联系)(?:方式|人及电话|人及联系方式)|contact|phone|telephone',
        'iu',
      ),
    ],
  ],
  [
    'conditions',
    [
      re(
        '(?:与?(?:岗位|职位)(?:有关|相关)的?)?(?:其他|其它|其余)(?:报考|招聘|应聘|任职|岗位|资格|招考)?(?:资格)?(?:条件|要求|资格|说明|资格条件|条件要求)?(?:及其他|及备注|\\/备注)?',
      ),
      re(
        '(?:资格|应聘|报考|招聘|任职|岗位|职位|聘用|录用|招录|引进|用人|基本|具体|需求|人员|人才|报名|录取|招考|选聘|专业技术|能力|技能|必备|所需)(?:资格|任职)?(?:条件|要求|资格|技能)(?:及其他|及要求|说明)?',
      ),
      re(
        '条件|要求|条件要求|所需技能|技能|技能要求|擅长工具|(?:学历|学位|专业|年龄)(?:及|、|和|与|\\/)?(?:专业|学历|年龄|其他)(?:等)?(?:要求|条件)?|requirements?|qualifications?|skills?|experience',
        'iu',
      ),
    ],
  ],
  [
    'qualification',
    [
      re(
        '(?:最低)?(?:专业技术|职业|执业|从业|技术)?(?:职业)?(?:资格|职称|职务|技术资格|技能等级|资格证书?|证书)(?:要求|条件|等级|\\/职称|或职称|及职称)?|(?:职称|证书).{0,8}|专业技术(?:资格|职务|职称)(?:要求)?|最低专业技术资格',
      ),
    ],
  ],
  ['remarks', [re('备注.{0,4}|说明|备注说明|其他说明|附注|补充说明|remarks?|notes?', 'iu')]],
  [
    'background',
    [
      re(
        '政治面貌(?:要求)?|(?:考生|招聘)?户籍(?:要求|所在地)?|生源.{0,4}|民族(?:要求)?|(?:工作)?(?:经验|年限|经历|工作经历|工作年限|工作经验)(?:要求|年限)?|(?:工作|基层工作|服务)(?:经验|年限|经历|最低年限|最低经历|基层项目工作经历)(?:要求)?|基层.*|服务(?:年限|基层项目工作经历)|现有身份要求|招聘(?:对象|范围)|报考范围|.{0,4}应届.{0,8}|招聘方式',
      ),
    ],
  ],
  [
    'duties',
    [
      re(
        '(?:岗位|职位|工作|主要|招聘)?(?:职责|工作内容|内容|简介|描述|说明|介绍|岗位职责|任务)(?:简介|描述)?|description|jobdescription|duties|summary',
        'iu',
      ),
    ],
  ],
]

/**
 * Looked for only in columns beside others that are surely named: 岗位补贴标准, 其他条件及要求, 开发岗位. A cell of
 * data, 综合管理岗位 or 第一医院, would look like these too.
 */
export const FIELD_HINTS: [Field, RegExp][] = [
  ['contact', /电话|联系/u],
  ['apply', /网址|邮箱|(?:报名|应聘|投递)(?:方式|地点|办法)/u],
  ['closes', /截止/u],
  ['pay', /工资|薪|月收入|待遇|补贴|报酬/u],
  ['education', /学历|文化程度/u],
  ['degree', /学位/u],
  ['majors', /专业(?!技术|等级|工龄|职)/u],
  ['age', /年龄/u],
  ['sex', /^.{0,2}性别/u],
  ['code', /(?:岗位|职位|岗)(?:代码|编码|编号|代号)/u],
  ['headcount', /(?:岗位|职位|招聘|招录|需求|用工|拟招|拟聘|缺|用人).{0,3}(?:人数|人员数|名额|数量|数)$|^人数|名额/u],
  ['background', /户籍|政治|经验|经历|年限|身份|生源|对象|范围/u],
  ['qualification', /职称|证书|资格证/u],
  ['place', /地点|地址|区域|属地|工作地/u],
  ['class', /(?:岗位|职位|人员|招聘)(?:类|等级|级别|性质|属性)/u],
  ['conditions', /条件|要求|资格/u],
  ['duties', /职责|内容|简介|描述/u],
  ['department', /部门|科室|处室|主管/u],
  ['title', /(?:岗位|职位|工种|职务)(?:名称)?$|^(?:岗位|职位|工种)/u],
  ['employer', /(?:单位|企业|公司|机构|学校|医院)(?:名称|全称)?$/u],
  ['remarks', /备注|说明/u],
]

/** Names of nearly anything: a title only where the table asks something of people. */
export const VAGUE_TITLE = re('名称|工作|职业|职称|职务|需求|标题|学科|title|name|post', 'iu')
