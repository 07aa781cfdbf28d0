/**
 * Groups of occupations, the same in every town. Ids are led by an ISCO-08 code and never change. Words are those of
 * postings, in simplified script and lower case; what ends a trade's name (工 员 师 师傅 岗) need not be said again.
 * Words for titles in English stand in `words/en-positions.ts`.
 */

import type { Names } from './town.ts'
import { ENGLISH_POSITION_WORDS } from './words/en-positions.ts'

export interface Position {
  /** `5414-guard`; `other` for what no word fits. */
  id: string
  /** ISCO-08 code, '' for `other`. */
  isco: string
  names: Names
  words: string[]
  /** Heads of titles that say less than a trade beside them: 水暖维修, 洗碗阿姨. */
  heads: string[]
  /** Where one works; decides only where no trade stands: 景区工作人员. */
  places: string[]
  /** Words that decide only where nothing else does. */
  weak: string[]
}

const list = (text: string) => text.split(' ').filter(Boolean)

/** `^` marks a head that says less than a trade beside it, `@` a place of work. */
const TIER = /^[@^]/u
const marked = (words: string, sign: string) =>
  list(words).flatMap((word) => (word.startsWith(sign) ? [word.slice(1)] : []))

/** Every first part before every last part: 货车 卡车 × 司机 驾驶员. */
function pairs(firsts: string, lasts: string): string {
  return list(firsts)
    .flatMap((first) => list(lasts).map((last) => first + last))
    .join(' ')
}

const DRIVING = '司机 驾驶员 驾驶 师傅'
const MACHINE = '司机 驾驶员 操作 操作手 师傅 手'
const SELLING = '销售 导购 营业 促销 顾问'

function group(id: string, hans: string, hant: string, en: string, words: string, weak = ''): Position {
  const names = { 'zh-Hans': hans, 'zh-Hant': hant, en }
  const english = ENGLISH_POSITION_WORDS[id] ?? ''
  return {
    id,
    isco: /^\d+/.exec(id)?.[0] ?? '',
    names,
    words: [...new Set([...list(words).filter((word) => !TIER.test(word)), ...english.split(', ').filter(Boolean)])],
    heads: marked(words, '^'),
    places: marked(words, '@'),
    weak: list(weak),
  }
}

/** Blue-collar first, since that is what most postings of a town want. */
export const POSITIONS: Position[] = [
  // Protection
  group(
    '5414-guard',
    '保安',
    '保全',
    'Guard',
    '消防设施 消防设施操作 消防控制 巡更 安全巡查 保镖 岗亭 护卫队 防暴 安管员 保安班长 保安 保安队长 安保 安检 门卫 门岗 看门 看门人 秩序维护 秩维 秩序 保卫 保卫干事 护卫 护校队员 押运 守护 巡逻 巡逻队员 巡防 巡防队员 监控员 监控室 消控 消防监控 消防中控 中控员 中控室 看守 值守 防损 内保 形象岗 特保 护院 停车场管理 停车管理 车场管理 巡山 门禁 更夫 守夜',
    '巡查员 巡护 值班',
  ),
  group(
    '5412-police-auxiliary',
    '辅警',
    '輔警',
    'Police auxiliary',
    '辅助警员 巡特警 文职辅警 辅警 警务辅助 协警 勤务 警辅 治安员 治安联防 联防 特勤 交通协管 警察 民警 特警',
  ),
  group(
    '5411-firefighter',
    '消防',
    '消防',
    'Firefighter',
    '消防员 消防队员 专职消防 消防救援 消防文员 消防战斗 森防 森林消防 扑火 护林防火 灭火 救援队员 应急救援',
  ),
  group(
    '5419-rescuer',
    '救生救护',
    '救生救護',
    'Rescue',
    '泳池 泳池安全 救生 滑雪巡逻 雪场巡逻 雪道巡逻 山地救援 水上救援 急救员 救护员',
  ),
  // Driving
  group(
    '8322-driver',
    '司机',
    '司機',
    'Driver',
    `陪驾 试驾 接送 泊车 专职司机 司机 驾驶员 驾驶 代驾 专车 网约车 出租车 小车 商务车 送货司机 ${pairs('出租车 网约车 小车 轿车 商务车 面包车 救护车', DRIVING)}`,
    '车手',
  ),
  group(
    '8331-bus-driver',
    '客车司机',
    '公車司機',
    'Bus driver',
    `a1司机 a1驾驶员 大客司机 客运司机 ${pairs('公交 公交车 客车 大客车 大巴 大巴车 中巴 中巴车 校车 班车 旅游车 通勤车', DRIVING)}`,
  ),
  group(
    '8332-truck-driver',
    '货车司机',
    '貨車司機',
    'Truck driver',
    `a2司机 b2司机 a2驾驶员 b2驾驶员 大车司机 大货司机 货运司机 拖挂 箱货司机 半挂 水泥罐车 罐车 运输司机 配送司机 ${pairs('货车 卡车 重卡 挂车 半挂 半挂车 大货车 罐车 油罐车 渣土车 自卸车 翻斗车 牵引车 冷链 冷链车 冷藏车 洒水车 环卫车 环卫车辆 垃圾车 清扫车 吸污车 搅拌车 混凝土车 泵车 厢货 轻卡 高栏 危险品 拉煤车 运煤车', DRIVING)}`,
  ),
  group(
    '8342-plant-operator',
    '工程机械',
    '工程機械',
    'Machinery operator',
    `^车操作 盾构 高空作业车 摊铺 平地 挖机 挖掘机 铲车 装载机 推土机 压路机 摊铺机 平地机 压雪车 除雪车 ${pairs('挖机 挖掘机 铲车 装载机 推土机 压路机 摊铺机 平地机 压雪车 压雪机 除雪车 钩机', MACHINE)}`,
  ),
  group(
    '8343-crane-operator',
    '吊车索道',
    '吊車索道',
    'Crane and cableway operator',
    `起重装卸 吊车 塔吊 塔机 起重机 起重 天车 行车工 行车司机 缆车 索道 吊篮 升降机 指挥信号 司索 信号工 信号司索 ${pairs('吊车 塔吊 塔机 起重机 天车 升降机 施工电梯 缆车 索道 魔毯 龙门吊', MACHINE)}`,
  ),
  group('8344-forklift-operator', '叉车', '堆高機', 'Forklift operator', `叉车 ${pairs('叉车', MACHINE)} 堆高机`),
  group(
    '8341-farm-machinery-operator',
    '农机手',
    '農機手',
    'Farm machinery operator',
    `农机 农机手 农机驾驶 拖拉机 收割机 ${pairs('收割机 拖拉机 农机 播种机', MACHINE)} 植保无人机`,
  ),
  // Carrying and storing
  group(
    '9621-courier',
    '快递外卖',
    '快遞外送',
    'Courier',
    '派送 投送 送报 揽投 快递站 送件 快递 外卖 骑手 配送 送餐 揽收 派件 跑腿 送水 送货 送奶 抄表 抄收 同城配送 闪送 补货',
  ),
  group('4412-mail-carrier', '邮递', '郵遞', 'Mail carrier', '邮递 投递 邮政投递 乡邮'),
  group(
    '4321-storekeeper',
    '仓管',
    '倉管',
    'Storekeeper',
    '进出库 备货 出库 入库 物资 备件 库存 计划员 收发料 车辆调度 仓管 @仓库 仓库管理 库管 @库房 仓储 保管员 理货 物料员 物流 调度 材料员 跟单 配货 收货员 发货员 发运 盘点',
  ),
  group('3323-buyer', '采购', '採購', 'Buyer', '采购 买手 采买 招采'),
  group(
    '9333-loader',
    '装卸分拣',
    '裝卸分揀',
    'Loader',
    '装车 卸车 码垛 码货 搬货 发货打包 装卸 搬运 搬家 分拣 快递分拣 打包 拣货 装车工 卸货 力工 货物装卸 上架员 跟车 跟车员 押车',
  ),
  group(
    '3331-freight-agent',
    '货代报关',
    '貨代報關',
    'Freight agent',
    '外贸 报关 货代 单证员 外贸跟单 物流专员 国际物流',
  ),
  // Food
  group('3434-chef', '厨师长', '主廚', 'Chef', '厨师长 行政总厨 总厨 后厨主管 后厨经理 主厨'),
  group(
    '5120-cook',
    '厨师',
    '廚師',
    'Cook',
    '冷菜 早点 面点早餐 热菜 小菜 煲汤 凉皮 麻辣烫 煎饼 包子 饺子 早餐 小炒 烤鸭 烤肉 西餐 日料 韩餐 披萨 炸鸡 炸串 串串 干锅 涮羊肉 抻面 切墩 面点炒菜 掌勺 厨工长 蒸锅 烤串 小吃 厨师 大厨 炒锅 炒菜 配菜 凉菜 炊事 炊事员 砧板 墩子 灶台 烧烤师 烧烤 拉面 刀削面 面案 面食 红案 料理 @厨房 铁板烧 中餐厨 食堂师傅 火锅 卤味 头灶 二灶 水案 粤菜 川菜 西厨 做饭',
  ),
  group(
    '7512-baker',
    '面点烘焙',
    '麵點烘焙',
    'Baker',
    '烙饼 烧饼 月饼 烤饼 面点 白案 西点 烘焙 糕点 裱花 面包 蛋糕 中点 馒头',
  ),
  group(
    '9412-kitchen-helper',
    '帮厨',
    '廚工',
    'Kitchen helper',
    '配餐 打杂 粗加工 厨杂 盛饭 洗菜切菜 帮厨 厨工 洗碗 打荷 切配 切菜 洗菜 择菜 后厨帮工 @后厨 厨房帮工 厨房杂工 刷碗 打饭',
  ),
  group(
    '5131-waiter',
    '服务员',
    '服務員',
    'Waiter',
    '看台 领位 酒水 甜品 水吧 餐饮服务 餐厅服务 面馆服务 服务员 服务生 传菜 传菜生 @餐厅 @餐饮 咖啡 奶茶 调酒 茶艺 饮品 跑菜 跑堂 迎宾 礼仪 吧员 包间 包厢 划菜 侍应 点餐 宴会',
  ),
  // Cleaning and houses
  group(
    '9112-cleaner',
    '保洁',
    '清潔',
    'Cleaner',
    '擦窗 家庭保洁 收纳 开荒 室内保洁 保洁 清洁 @客房 客房服务员 客房阿姨 家政 家政服务员 钟点工 保姆 洗消 ^阿姨 管道疏通 勤杂 杂工 住家 做卫生',
  ),
  group(
    '9613-street-cleaner',
    '环卫',
    '環衛',
    'Street cleaner',
    '环卫 清扫 道路清扫 道路保洁 清扫保洁 垃圾清运 垃圾分拣 垃圾分类 清运 @公厕',
  ),
  group(
    '9122-washer',
    '洗车洗涤',
    '洗車洗滌',
    'Washer',
    '汽车美容 汽车美容技师 洗车 擦玻璃 外墙清洗 油烟机清洗 洗衣 洗涤 干洗 布草 清洗',
  ),
  group(
    '5153-caretaker',
    '宿管楼管',
    '宿舍管理',
    'Caretaker',
    '宿管 楼管 宿舍管理 公寓管理 生活管理 物业管理员 管家 客房主管 客房领班 保洁主管 保洁领班 舍管 寝室管理',
  ),
  group(
    '5311-childcare',
    '育儿',
    '育兒',
    'Childcare',
    '月嫂 育婴 育儿嫂 育儿 保育 托育 托管 @托班 生活老师 看护小孩 早教 带娃 带孩子 配班',
  ),
  group(
    '5322-carer',
    '养老护理',
    '長照護理',
    'Carer',
    '失能 居家养老 助餐 护老者 护工 养老护理 养老 护理员 陪护 照护 护老 助浴 陪诊 照料 医疗护理员 病患陪护 导乐 助老',
  ),
  group('5164-pet-care', '宠物', '寵物', 'Pet care', '宠物 宠物美容'),
  group('5163-funeral', '殡葬', '殯葬', 'Funeral services', '殡仪 殡葬 遗体 火化 墓园 入殓'),
  // Selling
  group(
    '5223-sales-assistant',
    '店员',
    '店員',
    'Shop assistant',
    `店面销售 彩票 烟酒 水果 生鲜 称重 试吃 柜组 店面 店员 导购 营业员 促销 @超市 理货营业 售货 卖场 @专柜 柜员机 柜姐 @柜台 门店销售 珠宝销售 服装销售 @药店 加油 @油站 陈列 @便利店 @门店 店助 ${pairs('门店 柜台 手机 服装 珠宝 家电 建材 化妆品 专柜 药店', SELLING)}`,
  ),
  group('5211-stall-seller', '摊贩', '攤販', 'Stall seller', '摊主 摆摊 小吃摊'),
  group('5230-cashier', '收银', '收銀', 'Cashier', '收银 收款 收费 售票 检票 票务 停车场收费 收营'),
  group(
    '3322-sales',
    '销售',
    '銷售',
    'Sales',
    '网络销售 车险 团险 客户开发 会籍 售前 谈单 市场开发 推销 信用卡推广 贷款专员 销售 业务员 业务代表 业务经理 业务 客户经理 客户代表 经纪人 招商 招商经理 地推 推广 渠道 商务 商务经理 医药代表 汽车销售 课程顾问 招生 保险 保险代理 理财顾问 电话销售 电销 电话邀约 邀约 网销 销售代表 销售顾问 大客户 销售经理 拓展 团购 带货 区域经理',
  ),
  group(
    '3334-property-agent',
    '房产中介',
    '房屋仲介',
    'Property agent',
    '售楼 置业顾问 置业 房产经纪 房产中介 房产销售 房地产销售 物业招商 租赁顾问',
  ),
  group(
    '2431-marketing',
    '市场公关',
    '行銷公關',
    'Marketing',
    '市场部专员 企划 投放 seo 市场专员 市场营销 市场推广 市场策划 营销策划 营销 品牌 品牌经理 公关 市场拓展',
  ),
  group(
    '3332-event-planner',
    '会展活动',
    '會展活動',
    'Event planner',
    '活动策划 活动执行 会务 会展 婚礼策划 婚庆 策展',
  ),
  group(
    '4222-customer-service',
    '客服',
    '客服',
    'Customer service',
    '投诉处理 受理员 接警 接警员 客户关系 热线受理 客服 话务 接线 客户服务 呼叫中心 坐席 座席 热线 售后客服 催收 客服代表 物业管家 物业客服 大堂经理 大堂引导 大堂助理 引导员 电商客服 网店客服 回访 客户专员',
  ),
  group(
    '4226-receptionist',
    '前台',
    '櫃檯',
    'Receptionist',
    '前台 前台接待 接待 @前厅 前厅接待 导医 导诊 导医台 预订 总机 咨询员 问询 礼宾',
  ),
  // Offices
  group(
    '4110-clerk',
    '文员',
    '文員',
    'Clerk',
    '教务 机要 打印员 单据 学籍 证照 政务服务 综合窗口 办证 审批 文员 行政 内勤 @办公室 行政专员 综合文秘 办事员 科员 主任科员 登记员 办公 文字综合 信息员 协理员 @窗口 柜面 综合服务 公文 收发 党务 党建 综合柜台 值机 前台文员',
    '助理 专员 干事 工作人员 管理员 管理人员 辅助 职员 综合管理 综合岗 综合 后勤 管理岗 干部',
  ),
  group('4120-secretary', '秘书', '秘書', 'Secretary', '秘书 文秘 文书'),
  group('4132-data-entry', '录入', '輸入', 'Data entry', '打字 录入 数据录入 数据标注 标注 输单'),
  group('4411-filing-clerk', '图书档案', '圖書檔案', 'Library and filing', '图书管理 图书馆员 档案 资料员 内业 图书'),
  group(
    '3341-office-supervisor',
    '行政主管',
    '行政主管',
    'Office supervisor',
    '办公室主任 行政主管 行政经理 综合部主任 办公室主管 文员主管',
  ),
  group(
    '2422-policy',
    '政策项目',
    '政策專案',
    'Policy and projects',
    '政策研究 调研 项目专员 项目申报 政研 发展研究 咨询顾问 企业管理咨询',
  ),
  group(
    '3412-community',
    '社区工作',
    '社區工作',
    'Community worker',
    '专职委员 基层治理 扶贫 计生 民政 残联 妇联 党群 村干部 公益岗 公益性岗位 社区工作者 社区专职 网格 专职网格 社区干事 村务 驻村 调解 社区矫正 三支一扶 支农 帮扶 @社区 就业见习 大学生村官 西部计划 乡村振兴',
  ),
  group(
    '2635-social-worker',
    '社工心理',
    '社工心理',
    'Social work and counselling',
    '社工 社会工作 社会工作者 专职社工 心理咨询 心理辅导 心理健康 心理',
  ),
  group(
    '3359-enforcement',
    '执法协管',
    '執法協管',
    'Enforcement',
    '监管 检查员 安监 质监 海关 边检 收税 执法 行政执法 执法辅助 城管 城管协管 协管 市场监管 稽查 监察 运管 路政 综合执法 征管 @税务局',
  ),
  group(
    '3257-health-inspector',
    '卫生安全监督',
    '衛生安全監督',
    'Health and safety inspector',
    '流调 卫生监督 监护人 动火监护 安全监护 消毒员 食品安全 职业卫生 疾控防控',
  ),
  group(
    '2423-hr',
    '人事',
    '人事',
    'Human resources',
    '人事 人力 人力资源 招聘专员 招聘主管 招聘 猎头 薪酬 绩效 劳资 劳动关系 人事行政 hr hrbp',
  ),
  group('2424-trainer', '培训', '培訓', 'Trainer', '培训师 培训讲师 企业培训 组训 培训专员 内训'),
  group(
    '2411-accountant',
    '会计',
    '會計',
    'Accountant',
    '会计 财务 审计 税务 主办会计 财会 预算会计 成本会计 总账 财务主管 财务经理 财务总监 会计师 资产管理 经济管理 财税 成本核算',
  ),
  group(
    '4311-bookkeeper',
    '出纳统计',
    '出納統計',
    'Bookkeeper',
    '会计助理 财务助理 医保结算 出纳 核算 记账 报账 统计 结算 账务 核销 开票 对账',
  ),
  group(
    '2412-finance',
    '金融',
    '金融',
    'Finance',
    '@银行 信贷 风控 证券 投资 理财 理财经理 客户经理岗 金融 融资 精算 风险管理',
  ),
  group('3315-claims', '理赔评估', '理賠評估', 'Claims and valuation', '理赔 定损 核保 查勘 评估师 资产评估 土地评估'),
  group('4211-teller', '柜员', '櫃員', 'Teller', '柜员 银行柜员 综合柜员 高柜 低柜 典当'),
  group(
    '2611-lawyer',
    '法律',
    '法律',
    'Law',
    '法务 律师 律师助理 法律 法律顾问 合规 公证 仲裁 检察官 法官 法官助理 检察官助理 司法 知识产权 法制 法学',
  ),
  group(
    '3411-court-clerk',
    '书记员',
    '書記員',
    'Court clerk',
    '书记员 速录 司法辅助 法警 审判辅助 聘用制书记员 庭审 检务',
  ),
  // Teaching
  group(
    '2341-teacher',
    '教师',
    '教師',
    'Teacher',
    '教师 老师 教员 班主任 语文 数学 英语 物理 化学 生物 历史 地理 政治 音乐 美术 体育 @小学 助教 教研 教学 辅导老师 特岗 思政 科学教师',
  ),
  group('2330-secondary-teacher', '中学教师', '中學教師', 'Secondary teacher', '@初中 @高中 @中学'),
  group('2342-kindergarten-teacher', '幼儿教师', '幼兒教師', 'Kindergarten teacher', '幼师 幼儿 @幼儿园 幼教 学前教育'),
  group(
    '2320-vocational-teacher',
    '职教教师',
    '職教教師',
    'Vocational teacher',
    '@中职 @职校 @技校 职业学校 实训指导 实训教师 职教',
  ),
  group('2310-lecturer', '高校教师', '大學教師', 'Lecturer', '讲师 教授 高校教师 大学教师 专任教师 博士后 科研岗'),
  group('2352-special-teacher', '特教', '特教', 'Special needs teacher', '特殊教育 特教 聋哑 自闭症 康教'),
  group(
    '2355-arts-teacher',
    '艺术培训',
    '藝術培訓',
    'Arts teacher',
    '舞蹈老师 舞蹈教师 舞蹈 钢琴 古筝 声乐 书法 绘画 跆拳道 乐器 艺术培训 吉他 架子鼓 轮滑',
  ),
  group('2359-tutor', '课外辅导', '課後輔導', 'Tutor', '辅导员 家教 课后 学管 作业辅导 研学导师 学习规划'),
  group(
    '3423-coach',
    '教练',
    '教練',
    'Coach',
    '瑜伽老师 健身老师 舞蹈教练 教练 体育教练 健身教练 健身 私教 游泳教练 滑雪教练 瑜伽 篮球教练 足球教练 羽毛球教练',
  ),
  group('5165-driving-instructor', '驾校教练', '駕校教練', 'Driving instructor', '驾校教练 驾驶教练 驾培'),
  // Health
  group(
    '2211-doctor',
    '医生',
    '醫師',
    'Doctor',
    '保健医 医疗 内镜 乡村医生 保健 医生 医师 大夫 全科 内科 外科 妇产 儿科 眼科 麻醉 影像 放射 临床 超声 急诊 康复医师 公卫 公共卫生 精神科 病理 检验医师 预防医学 校医 村医 乡医 执业医师 医学影像 骨科 皮肤科 @疾控 医疗岗 住院医',
  ),
  group('2261-dentist', '口腔医生', '牙醫', 'Dentist', '@口腔 牙医 牙科 口腔医师 口腔医生 正畸'),
  group('2230-chinese-medicine', '中医', '中醫', 'Chinese medicine', '中医 中医师 针灸 中医医师 中医医生'),
  group('2250-vet', '兽医', '獸醫', 'Veterinarian', '检疫 宠物医生 宠物医师 兽医 执业兽医 动物防疫 动物医学'),
  group(
    '2264-rehabilitation',
    '康复治疗',
    '復健',
    'Rehabilitation',
    '康复治疗 康复 理疗 视光 验光 物理治疗 言语治疗 听力',
  ),
  group(
    '2221-nurse',
    '护士',
    '護理師',
    'Nurse',
    '护士 护师 护理 护士长 助产 主管护师 护理学 @手术室 导管室 护理部 洗婴 口腔护士',
  ),
  group(
    '3212-medical-technician',
    '药剂检验',
    '藥劑檢驗',
    'Pharmacy and laboratory',
    '^技师 药房 调剂 放射科技师 影像科技师 检验科技师 医学影像技师 药剂 药师 药士 执业药师 检验师 检验士 检验科 医学检验 医技 影像技师 放射技师 营养师 中药 消毒供应 卫生检验 采血 心电 驻店药师',
  ),
  group('3252-medical-records', '病案', '病歷管理', 'Medical records', '病案 病案编码 编码员 病历'),
  // Trades
  group(
    '7411-electrician',
    '电工',
    '電工',
    'Electrician',
    `绕线 电缆 高低压 光缆 通信 防雷 消防维保 手机维修 电脑维修 宽带 风机检修 电工 高压电工 低压电工 强电 弱电 电仪 配电 值班电工 维修电工 电力 电力线路 线路工 线路 外线 电梯 电梯维修 变电 运维电工 充电桩 电器维修 家电维修 机电工 监控安装 弱电安装 安防安装 通信线路 宽带装维 装维 光伏安装 太阳能安装`,
  ),
  group(
    '7126-plumber',
    '水暖管道',
    '水電管道',
    'Plumber',
    '物业工程 工程维修 综合维修 水暖 管道 水电 水管 管工 暖气 水电安装 燃气安装 暖通安装 水电维修',
  ),
  group('7127-refrigeration', '空调制冷', '空調製冷', 'Refrigeration', '空调安装 空调维修 空调 制冷 冷库'),
  group(
    '7212-welder',
    '焊工',
    '銲工',
    'Welder',
    '焊工 电焊 电焊工 电气焊 氩弧焊 二保焊 气焊 铆工 钣金 铆焊 管焊 焊接 电气焊工 电焊',
  ),
  group(
    '7231-mechanic',
    '维修',
    '維修',
    'Mechanic',
    '机电技师 汽修技师 工程机械维修 叉车维修 摩托 机床维修 发动机 ^维修 ^修理 汽修 机修 钳工 设备维修 机修钳工 汽车维修 汽车钣喷 钣喷 机电维修 售后维修 设备维护 ^检修 轮胎 机电 ^保养 机械师 矿山设备维修 修车 售后工程师 电动车维修',
    '售后',
  ),
  group(
    '7223-machinist',
    '机加工',
    '機械加工',
    'Machinist',
    `压铸 铣床 压铸工 车铣 车工 车床 铣工 磨工 镗工 刨工 锻工 冲床 数控 数控车工 数控操作 加工中心 模具 机床 cnc cnc操机 折弯 冲压 线切割 铸造 锻造 激光切割 打孔`,
  ),
  group('7115-carpenter', '木工家具', '木工家具', 'Carpenter', '木工 家具 橱柜安装 门窗安装 门窗 模板工'),
  group('7131-painter', '油漆喷涂', '油漆噴塗', 'Painter', '喷塑 油漆 喷漆 粉刷 腻子 刮大白 喷涂 涂装 乳胶漆'),
  group(
    '7123-finisher',
    '装修',
    '裝修',
    'Building finisher',
    '抹灰 玻璃安装 玻璃幕墙 幕墙 防水 保温 吊顶 贴砖 瓷砖 铺贴 地板',
  ),
  group(
    '7119-builder',
    '建筑工',
    '建築工',
    'Builder',
    '瓦工 瓦匠 泥工 泥瓦 钢筋 架子工 混凝土 砌筑 建筑工 大工 装修 外墙 脚手架 打磨 石匠 修缮 古建修缮 拆除 水泥工 路面 铺路 彩钢',
  ),
  group(
    '9313-construction-labourer',
    '小工',
    '小工',
    'Construction labourer',
    '小工 壮工 @工地 工地杂工 筑路 市政养护 道路养护 公路养护 施工工人 养路 养护工人 土方',
  ),
  group('7511-butcher', '屠宰分割', '屠宰', 'Butcher', '肉类切割 切肉 屠宰 分割 剔骨 肉类加工 猪肉 杀鱼'),
  group('7531-tailor', '裁缝', '裁縫', 'Tailor', '裁床 裁缝 裁剪 制版 改衣 打版 制衣'),
  group(
    '8153-textile-operator',
    '缝纫纺织',
    '縫紉紡織',
    'Textile operator',
    '缝纫 车位 挡车 纺织 平车 锁边 针织 纺纱 绣花',
  ),
  group('7314-craftsman', '工艺制作', '工藝製作', 'Craft', '陶瓷 首饰 珠宝加工 工艺品 雕刻 木雕 玉雕 剪纸'),
  group('7322-printer', '印刷', '印刷', 'Printer', '印刷 装订 覆膜 制卡 图文制作'),
  // Plants
  group(
    '9329-factory-labourer',
    '普工',
    '作業員',
    'Factory labourer',
    '^学徒 普工 包装 流水线 手工 力工杂工 生产普工 暑期工厂 辅助工 上下料',
  ),
  group(
    '8160-factory-worker',
    '操作工',
    '操作員',
    'Factory worker',
    '生产工 @车间 一线工人 投料 灌装 生产操作 生产员 食品加工 @食品厂 产线 作业员 生产岗 酿酒 乳品 饮料 机器操作',
    '操作 操作工 操作员 工人 员工 技工 工 生产',
  ),
  group('8211-assembler', '装配', '裝配', 'Assembler', '装配 组装 电子装配 总装 插件 电子厂'),
  group(
    '7543-inspector',
    '质检',
    '品檢',
    'Quality inspector',
    '质检 检验员 品检 品控 品管 质量检验 qc 验货 质量检查 iqc 巡检质检',
  ),
  group(
    '3111-laboratory',
    '化验检测',
    '化驗檢測',
    'Laboratory technician',
    '计量 检定 化验室 检测岗 化验 试验员 实验员 检测员 检测 水质检测 实验室 取样',
  ),
  group(
    '8131-chemical-operator',
    '化工制药',
    '化工製藥',
    'Chemical operator',
    '化工 化工操作 制药 化工生产 @药厂 合成 炼焦 焦化 煤化工',
  ),
  group(
    '8121-metal-operator',
    '冶炼',
    '冶煉',
    'Metal plant operator',
    '电镀 铸轧 冶炼 炉前 高炉 轧钢 炼钢 烧结 电解 热处理 镀锌 酸洗',
  ),
  group('8142-plastics-operator', '注塑橡胶', '塑膠橡膠', 'Plastics operator', '注塑 挤出 吹塑 橡胶 吹膜 压延'),
  group('8182-boiler-operator', '锅炉', '鍋爐', 'Boiler operator', '锅炉 司炉 烧锅炉 供热运行 @换热站'),
  group(
    '8189-machine-operator',
    '设备操作',
    '設備操作',
    'Machine operator',
    '^机司机 ^机操作 ^机械操作 ^机械司机 压风机 空压机 造雪 游乐设备 ^设备操作 制砖 打印机操作 水泥生产 @搅拌站 游乐',
  ),
  group(
    '3132-water-operator',
    '水处理',
    '水處理',
    'Water plant operator',
    '水泵 水处理 净水 污水 @泵站 供水 @水厂 排水 水质 垃圾焚烧',
  ),
  group(
    '3131-power-operator',
    '电厂运行',
    '電廠運行',
    'Power plant operator',
    '@电厂 集控 发电 运行值班 风电 光伏 光伏运维 新能源运维 巡检 变电运行 运行工 储能',
  ),
  group(
    '8111-miner',
    '煤矿',
    '礦工',
    'Miner',
    `放炮 皮带机 破碎 筛分 矿车 @井下 掘进 掘进机 采煤 矿工 综采 综掘 支护 瓦斯 瓦斯检查 瓦检 通风工 @煤矿 皮带司机 皮带工 绞车 采掘 爆破 选煤 洗煤 井筒 安全检查工 钻探 打钻 钻工 探放水 采矿 @矿山 矿山救护 测风 放炮员 液压支架 电机车 提升机 刮板 煤矿电工 井下电工 井下电钳 综采维修 ${pairs('掘进机 采煤机 矿车 矿卡 皮带 绞车 电机车 综掘机', '司机 操作')}`,
  ),
  // Engineering and IT
  group(
    '2142-civil-engineer',
    '工程建筑',
    '工程建築',
    'Construction engineer',
    'bim 房建 预结算 安全生产 勘察设计 幕墙设计 造价 预算 监理 土建 项目经理 技术负责人 建造师 一建 二建 工程管理 安全员 安全管理 安全主管 质量员 桥梁 @市政 水利 水利工程 @建筑 建筑设计 @结构 规划 城乡规划 给排水 招投标 标书 投标 工程造价 总工 道路桥梁 土木 工程技术 项目管理 岩土',
  ),
  group(
    '3123-site-supervisor',
    '施工管理',
    '工地管理',
    'Site supervisor',
    '施工 施工员 施工队长 工长 施工管理 现场管理 带班',
  ),
  group(
    '2151-electrical-engineer',
    '电气工程',
    '電氣工程',
    'Electrical engineer',
    '电气 电气工程 弱电工程 强电工程 电力工程 硬件 硬件工程 电子工程 自动化 嵌入式 通信工程 单片机',
  ),
  group(
    '2144-engineer',
    '机械工艺工程',
    '機械工藝工程',
    'Mechanical engineer',
    '机械 机械工程 机械设计 工艺工程 质量工程 设备工程 暖通 暖通设计 暖通工程 制冷工程 结构工程师 汽车工程',
  ),
  group(
    '2143-environment-engineer',
    '环境工程',
    '環境工程',
    'Environmental engineer',
    '环评 环保 环境工程 环境监测 @环境 水土保持 碳排放',
  ),
  group(
    '3112-technician',
    '工程技术',
    '工程技術',
    'Engineering technician',
    '@工程部 放线 水文 观测 地震 无损检测 探伤 测量 测绘 工艺 制图 cad 勘察 地质 监测 设备技术 研发 质量 仪表 气象 现场技术',
    '工程师 技术员 技术 技术岗 专业技术 专技岗 专技',
  ),
  group(
    '2512-it',
    '软件开发',
    '軟體開發',
    'Software',
    'php .net android ios 小程序 全栈 etl sql 程序员 软件 软件开发 软件实施 实施工程师 开发 前端 后端 java python c++ 算法 数据 数据分析 大数据 测试工程师 软件测试 产品经理 程序 人工智能 ui 数据库 软體 爬虫 架构师',
  ),
  group(
    '3512-it-support',
    '网络运维',
    '網路維運',
    'IT support',
    '数据库管理 @网络 网络管理 网络工程 网管 运维 运维工程 系统管理 it it支持 信息技术 信息化 信息系统 信息安全 网络安全 计算机 @系统 @数据中心 @信息中心 @机房 桌面支持',
  ),
  group(
    '2166-designer',
    '设计',
    '設計',
    'Designer',
    '设计 设计师 平面设计 美工 室内设计 ui设计 广告设计 建模 动画 视频剪辑 剪辑 后期 修图 室内 插画 影视后期 效果图 广告制作',
  ),
  group('3431-photographer', '摄影', '攝影', 'Photographer', '摄影 摄像 跟拍 航拍 无人机'),
  group(
    '2642-media',
    '新媒体',
    '新媒體',
    'Media',
    '场控 新媒体 新媒体运营 运营 编辑 记者 文案 策划 公众号 短视频 短视频运营 编导 宣传 采编 广告 电商运营 电商 网络编辑 抖音 自媒体 翻译 新闻 融媒体 内容运营 直播运营 文案策划',
  ),
  group('2656-presenter', '主播主持', '主播主持', 'Presenter', '广播 主播 带货主播 直播 播音 主持 主持人 播音主持'),
  group(
    '2652-performer',
    '演艺',
    '演藝',
    'Performer',
    '群众文化 文化馆 文化站 灯光师 音响师 舞美 演员 歌手 乐队 乐手 演奏 舞蹈演员 戏曲 晋剧 @舞台 灯光 音响 化妆造型 群演 群众演员 模特 武术 舞蹈干部 文艺',
  ),
  // Visitors, looks
  group('5113-guide', '导游讲解', '導遊解說', 'Guide', '导游 讲解 解说 @景区 计调 旅游顾问 领队 研学 文物讲解 @旅游'),
  group('5111-attendant', '乘务', '乘務', 'Attendant', '乘务 列车员 空乘 高铁乘务 公交乘务 地勤 站务 船员'),
  group(
    '2621-heritage',
    '文博',
    '文博',
    'Heritage',
    '考古 文物 文物保护 文物修复 @博物馆 档案管理 @图书馆 古建 壁画 修复师 非遗',
  ),
  group(
    '5141-beauty',
    '美容美发',
    '美容美髮',
    'Hair and beauty',
    '足浴技师 美容技师 按摩技师 采耳师 美发助理 洗剪吹 美容 美发 发型 理发 美甲 美睫 化妆 纹绣 按摩 足疗 足疗技师 推拿 采耳 养生 搓澡 修脚 足浴 洗头 spa 美容导师 皮肤管理',
  ),
  // Land
  group(
    '6111-farmer',
    '农业种植',
    '農業種植',
    'Farming',
    '@果园 @菜园 种植 @大棚 农技 农艺 果树 采摘 @农业 @农场 农学 农工 摘菜 黄花采摘 蔬菜 农场工 灌溉',
  ),
  group('6210-forester', '林业', '林業', 'Forestry', '护林 @林业 @林场 造林 生态护林 草业 草原管护 管护员'),
  group(
    '6121-animal',
    '养殖',
    '養殖',
    'Animal husbandry',
    '养殖 饲养 养猪 养鸡 养牛 养羊 畜牧 挤奶 水产 @牛场 @猪场 @鸡场 放羊 繁育 畜禽',
  ),
  group(
    '6113-gardener',
    '园林绿化',
    '園林綠化',
    'Gardener',
    '园林 绿化 绿化养护 园艺 花卉 花艺 草坪 养护工 园丁 苗木 苗圃 育苗 修剪',
  ),
  group(
    '9312-labourer',
    '临时工',
    '臨時工',
    'Labourer',
    '临时工 日结 零工 短工 小时工 兼职 暑假工 寒假工 发传单 传单 充场 搭建 义工餐补',
  ),
  // Managing
  group(
    '1324-logistics-manager',
    '物业管理',
    '物業管理',
    'Property manager',
    '物业经理 物业主管 物业管理 项目主管 物业项目经理 园区管理',
  ),
  group(
    '1412-restaurant-manager',
    '餐饮酒店经理',
    '餐飲旅館經理',
    'Restaurant and hotel manager',
    '餐厅经理 酒店经理 餐饮经理 前厅经理 民宿管家 酒店店长',
  ),
  group(
    '1431-venue-manager',
    '场馆经理',
    '場館經理',
    'Venue manager',
    '滑雪场经理 雪场经理 场馆经理 健身房店长 影院经理 景区经理',
  ),
  group(
    '1321-production-manager',
    '生产管理',
    '生產管理',
    'Production manager',
    '质量部经理 质量经理 厂长 车间主任 生产经理 生产厂长 生产主管 矿长',
  ),
  group(
    '1420-shop-manager',
    '店长',
    '店長',
    'Shop manager',
    '店长 副店长 储备店长 储备干部 楼层经理 超市经理 店经理 门店经理',
    '店',
  ),
  group('1219-director', '总监', '總監', 'Director', '总监 运营总监 人力总监 行政总监 市场总监'),
  group(
    '1120-manager',
    '管理',
    '管理',
    'Manager',
    '总经理 副总 副总经理 院长 校长 园长 董事 ceo 所长 管培生 经理助理 总裁 董事长',
    '经理 主管 主任 管理 负责人 队长 组长 班长',
  ),
  group('0310-military', '军队文职', '軍隊文職', 'Military civilian', '军队文职 文职人员 军士 定向培养军士'),
  group('other', '其他', '其他', 'Other', ''),
]

export const OTHER_POSITION = 'other'
