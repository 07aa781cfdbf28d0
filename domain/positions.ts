/**
 * Groups of occupations, the same in every town. Ids are led by an ISCO-08 code
 * and never change. Words are those of postings, in simplified script and lower
 * case; a word that ends later in a title is nearer to its head (学校食堂厨师 cooks).
 */
import type { Names } from './town.ts'

export interface Position {
  /** `5414-guard`; `other` for what no word fits. */
  id: string
  /** ISCO-08 code, '' for `other`. */
  isco: string
  names: Names
  words: string[]
  /** Words that decide only where no word of any group stands. */
  weak?: string[]
}

function group(id: string, hans: string, hant: string, en: string, words: string, weak = ''): Position {
  const list = (text: string) => text.split(' ').filter(Boolean)
  const names = { 'zh-Hans': hans, 'zh-Hant': hant, en }
  return { id, isco: /^\d+/.exec(id)?.[0] ?? '', names, words: list(words), ...(weak && { weak: list(weak) }) }
}

/** Blue-collar first, since that is what most postings of a town want. */
export const POSITIONS: Position[] = [
  group(
    '5414-guard',
    '保安',
    '保全',
    'Guard',
    '保安 保安员 保安队长 安保 安保员 安检员 安检 门卫 门岗 秩序维护 秩序维护员 秩维员 秩序员 保卫 保卫干事 护卫 护校队员 押运员 押运 守护员 巡逻员 巡防 监控员 监控室 消控 消控员 消防监控 消防中控 中控员 看守 值守 security guard',
    '巡查员',
  ),
  group(
    '5412-police-auxiliary',
    '辅警',
    '輔警',
    'Police auxiliary',
    '辅警 警务辅助 协警 勤务 警辅 治安员 特勤 交通协管 交通协管员 警察 民警',
  ),
  group(
    '5411-firefighter',
    '消防',
    '消防',
    'Firefighter',
    '消防员 专职消防 消防文员 消防队员 森防 扑火 护林防火 救援队员 应急救援',
  ),
  group(
    '8322-driver',
    '司机',
    '司機',
    'Driver',
    '司机 驾驶员 驾驶 代驾 专车 网约车 出租车 小车 送货司机 商务车 代驾员 driver',
    '车手',
  ),
  group(
    '8331-bus-driver',
    '客车司机',
    '公車司機',
    'Bus driver',
    '公交司机 公交车司机 公交驾驶员 公交车驾驶员 客车司机 客车驾驶员 大巴司机 大巴驾驶员 大客司机 a1司机 校车司机 校车驾驶员 班车司机',
  ),
  group(
    '8332-truck-driver',
    '货车司机',
    '貨車司機',
    'Truck driver',
    '货车司机 货运司机 a2司机 b2司机 半挂司机 重卡司机 卡车司机 罐车司机 渣土车司机 大车司机 拖挂 水泥罐车 货车驾驶员 箱货司机 自卸车司机 牵引车 冷链司机 洒水车司机 环卫车司机 运输司机',
  ),
  group(
    '8342-plant-operator',
    '工程机械',
    '工程機械',
    'Machinery operator',
    '挖机 挖掘机 铲车 装载机 推土机 压路机 铲车司机 挖掘机司机 挖机司机 装载机司机 吊车司机 吊车 塔吊 塔吊司机 塔机 起重机 起重工 天车工 天车 行车工 叉车 叉车工 叉车司机 压路机手',
  ),
  group(
    '9621-courier',
    '快递外卖',
    '快遞外送',
    'Courier',
    '快递 快递员 外卖 外卖员 骑手 配送 配送员 送餐 送餐员 投递员 揽收 派件 派件员 跑腿 送水工 送货员 送货 送奶员 抄表员 同城配送',
  ),
  group(
    '4321-storekeeper',
    '仓管',
    '倉管',
    'Storekeeper',
    '仓管 仓管员 仓库 仓库管理 仓库管理员 库管 库管员 仓储 保管员 理货 理货员 物料员 物流专员 物流 调度 调度员 采购 采购员 材料员 跟单 跟单员 配货员 收货员 发货员 统计员',
  ),
  group(
    '9333-loader',
    '装卸分拣',
    '裝卸分揀',
    'Loader',
    '装卸 装卸工 搬运 搬运工 分拣 分拣员 分拣工 打包 打包员 拣货 拣货员 装车工 卸货 力工 货物装卸',
  ),
  group(
    '5120-cook',
    '厨师',
    '廚師',
    'Cook',
    '厨师 厨师长 大厨 炒锅 配菜 凉菜 面点 面点师 面点工 炊事员 炊事 主厨 厨工 帮厨 西点 西点师 烘焙 烘焙师 糕点 裱花 切配 打荷 墩子 灶台 烧烤师 烧烤师傅 拉面 刀削面 面食 白案 红案 料理 厨房 砧板 铁板烧 中餐 食堂师傅 蛋糕师 chef cook',
  ),
  group(
    '5131-waiter',
    '服务员',
    '服務員',
    'Waiter',
    '服务员 传菜 传菜员 传菜生 餐厅 餐饮 咖啡师 咖啡 奶茶 奶茶师 调酒师 调酒 茶艺师 茶艺 饮品 跑菜 跑堂 迎宾 礼仪 吧员 包间 划菜员 侍应 waiter waitress',
  ),
  group(
    '9112-cleaner',
    '保洁',
    '清潔',
    'Cleaner',
    '保洁 保洁员 清洁 清洁工 环卫 环卫工 清扫 清扫工 洗碗 洗碗工 客房 客房服务员 客房阿姨 家政 家政服务员 钟点工 保姆 洗衣工 洗衣 垃圾清运 洗消 阿姨 擦玻璃 管道疏通 道路清扫 勤杂 勤杂工 杂工 洗车工 洗车 宿管 宿管员 宿舍管理员 cleaner',
  ),
  group(
    '5311-childcare',
    '育儿',
    '育兒',
    'Childcare',
    '月嫂 育婴 育婴师 育儿嫂 育儿 保育员 保育 托育 托育师 托班 生活老师 看护小孩 早教 早教老师 nanny',
  ),
  group(
    '5322-carer',
    '养老护理',
    '長照護理',
    'Carer',
    '护工 养老护理 养老护理员 护理员 陪护 陪护员 照护 照护员 护老 助浴 陪诊 陪诊员 照料 医疗护理员 病患陪护 carer',
  ),
  group(
    '5223-sales-assistant',
    '店员',
    '店員',
    'Shop assistant',
    '店员 导购 导购员 营业员 促销员 促销 超市 理货营业 售货员 售货 卖场 专柜 柜员机 柜姐 柜台 门店销售 珠宝销售 服装销售 药店店员 药店营业员 加油员 加油站 油站 陈列 便利店 门店 店助',
  ),
  group(
    '5230-cashier',
    '收银',
    '收銀',
    'Cashier',
    '收银 收银员 收款员 收费员 收费 售票 售票员 检票 检票员 票务 票务员 停车场收费 收营员 cashier',
  ),
  group(
    '3322-sales',
    '销售',
    '銷售',
    'Sales',
    '销售 销售员 业务员 业务代表 业务 客户经理 客户代表 售楼 售楼员 置业顾问 房产经纪 房产经纪人 房产中介 经纪人 招商专员 招商 招商经理 地推 推广 渠道 市场专员 商务 商务经理 医药代表 汽车销售 课程顾问 保险 保险代理人 理财经理 电话销售 网销 销售代表 销售顾问 大客户 销售经理 拓展 团购 带货 主播 直播 sales',
  ),
  group(
    '4222-customer-service',
    '客服',
    '客服',
    'Customer service',
    '客服 客服专员 话务 话务员 接线员 客户服务 呼叫中心 坐席 座席 热线 售后客服 催收 客服代表 管家 物业管家 物业客服 大堂经理 大堂引导 大堂助理 引导员 电商客服 网店客服 回访 customer service',
  ),
  group(
    '4226-receptionist',
    '前台',
    '櫃檯',
    'Receptionist',
    '前台 前台接待 接待 接待员 前厅 前厅接待 导医 导诊 导诊员 导医台 预订员 总机 咨询员 receptionist',
  ),
  group(
    '4110-clerk',
    '文员',
    '文員',
    'Clerk',
    '文员 行政 内勤 办公室 文秘 秘书 资料员 档案 档案员 打字 录入 录入员 数据录入 行政专员 综合管理 综合岗 综合文秘 办事员 科员 登记员 办公 文书 文字综合 后勤 信息员 协理员 协管员 窗口 柜面 综合服务 公文 收发员 图书管理员 图书馆员 管理岗 综合 党务 党建 政策研究 clerk secretary',
    '助理 专员 干事 工作人员 管理员 管理人员 辅助 职员',
  ),
  group(
    '3412-community',
    '社区工作',
    '社區工作',
    'Community worker',
    '社区工作者 社区专职 社工 社会工作 网格员 网格 专职网格 社区干事 村务 驻村 调解员 社区矫正 三支一扶 支农 帮扶 社区 就业见习',
  ),
  group(
    '2423-hr',
    '人事',
    '人事',
    'Human resources',
    '人事 人力 人力资源 招聘专员 招聘主管 猎头 薪酬 绩效专员 培训专员 劳资 劳动关系 组训 人事行政 hr hrbp',
  ),
  group(
    '2411-accountant',
    '会计',
    '會計',
    'Accountant',
    '会计 财务 出纳 审计 税务 主办会计 核算 财会 账务 预算会计 成本会计 总账 财务主管 财务经理 财务总监 记账 报账员 会计师 统计 统计岗 结算 资产管理 经济管理 accountant',
  ),
  group(
    '2412-finance',
    '金融',
    '金融',
    'Finance',
    '银行 信贷 信贷员 风控 证券 投资 理财 客户经理岗 金融 融资 精算 风险管理 finance',
  ),
  group('4211-teller', '柜员', '櫃員', 'Teller', '柜员 银行柜员 综合柜员 高柜 低柜 典当'),
  group(
    '2611-lawyer',
    '法律',
    '法律',
    'Law',
    '法务 律师 律师助理 法律 法律顾问 合规 公证 公证员 仲裁 检察官 法官 法官助理 检察官助理 司法 执法 行政执法 知识产权 lawyer',
  ),
  group(
    '3411-court-clerk',
    '书记员',
    '書記員',
    'Court clerk',
    '书记员 速录员 速录 司法辅助 法警 审判辅助 聘用制书记员 庭审',
  ),
  group(
    '2341-teacher',
    '教师',
    '教師',
    'Teacher',
    '教师 老师 教员 班主任 语文 数学 英语 物理 化学 生物 历史 地理 政治 音乐 美术 体育 幼儿 幼师 幼儿园 小学 初中 高中 中学 讲师 辅导员 助教 教练 教务 教研 教学 托管老师 辅导老师 家教 特岗 培训师 舞蹈 跆拳道 健身教练 游泳教练 书法 思政 特殊教育 教官 teacher tutor',
  ),
  group(
    '2211-doctor',
    '医生',
    '醫師',
    'Doctor',
    '医生 医师 大夫 全科 内科 外科 妇产 妇产科 儿科 中医 口腔 眼科 麻醉 影像 放射 临床 超声 急诊 康复医师 公卫医师 公共卫生 精神科 病理 检验医师 预防医学 兽医 校医 村医 执业医师 医学影像 骨科 针灸 皮肤科 疾控 doctor',
  ),
  group(
    '2221-nurse',
    '护士',
    '護理師',
    'Nurse',
    '护士 护师 护理 护理岗 护士长 助产 助产士 主管护师 护理学 手术室 导管室 nurse',
  ),
  group(
    '3212-medical-technician',
    '药剂检验',
    '藥劑檢驗',
    'Pharmacy and laboratory',
    '药剂 药师 药剂师 药士 执业药师 检验 检验师 检验士 检验科 检验员(医学) 技师 医技 影像技师 放射技师 康复 康复师 康复治疗 康复治疗师 理疗师 理疗 视光 验光 验光师 病案 营养师 心理咨询 心理咨询师 中药 中药师 消毒供应 卫生检验 采血 心电',
  ),
  group(
    '7411-electrician',
    '电工',
    '電工',
    'Electrician',
    '电工 水电工 高压电工 低压电工 强电 弱电 弱电工 电气 电仪 配电 配电工 值班电工 维修电工 电力 线路工 电梯 电梯工 电梯维修 变电 运维电工 光伏 光伏运维 充电桩 空调安装 空调维修 电器维修 家电维修 制冷 制冷工 机电工 electrician',
  ),
  group(
    '7212-welder',
    '焊工',
    '銲工',
    'Welder',
    '焊工 电焊 电焊工 氩弧焊 二保焊 气焊 铆工 钣金 钣金工 铆焊 管焊 焊接 welder',
  ),
  group(
    '7231-mechanic',
    '维修',
    '維修',
    'Mechanic',
    '维修 维修工 修理 修理工 汽修 汽修工 机修 机修工 钳工 设备维修 装配 装配工 机修钳工 汽车维修 机电维修 售后维修 设备维护 检修 检修工 钳工维修 轮胎 喷漆 喷漆工 汽车美容 机电 保养 机械师 安装 安装工 水暖工 管道工 暖通 mechanic',
  ),
  group(
    '7223-machinist',
    '机加工',
    '機械加工',
    'Machinist',
    '车工 铣工 磨工 镗工 数控 数控车工 数控操作 加工中心 模具 模具工 机床 cnc 折弯 冲压 冲压工 线切割 铸造 锻造',
  ),
  group(
    '8160-factory-worker',
    '普工',
    '作業員',
    'Factory worker',
    '普工 操作工 生产工 工人 车间 流水线 一线工人 包装 包装工 缝纫 缝纫工 裁剪 制药工 化工 化工操作 投料 灌装 质检 质检员 检验员 品检 品控 质检工 品管 巡检 巡检工 操作员 生产操作 生产员 挤出 注塑 注塑工 印刷 食品加工 屠宰 锅炉 锅炉工 司炉 司炉工 水处理 净水 污水 污水处理 化验 化验员 组装工 产线 作业员 水泥 冶炼 炉前工 生产岗 纺织 operator',
    '员工 技工 学徒 学徒工 工',
  ),
  group(
    '8111-miner',
    '煤矿',
    '礦工',
    'Miner',
    '井下 掘进 掘进工 采煤 采煤工 矿工 综采 综掘 综采工 支护 瓦斯 瓦斯检查 瓦检 瓦检员 通风工 煤矿 煤矿工 皮带司机 皮带工 绞车 绞车司机 采掘 爆破 爆破工 爆破员 选煤 选煤工 洗煤 洗煤工 井筒 安全检查工 钻探 钻探工 打钻 钻工 探放水 采矿 矿山 测风 放炮员 液压支架 电机车 提升机 刮板 miner',
  ),
  group(
    '7119-builder',
    '建筑工',
    '建築工',
    'Builder',
    '瓦工 木工 泥工 泥瓦工 钢筋工 架子工 混凝土 混凝土工 抹灰 油漆工 油漆 粉刷 砌筑 防水 防水工 贴砖 水电安装 建筑工 小工 大工 模板工 工地 装修 装修工 外墙 脚手架 打磨 打磨工 吊顶 保温 石匠 施工工人 路面 铺路 腻子 壮工',
  ),
  group(
    '2142-civil-engineer',
    '工程建筑',
    '工程建築',
    'Construction engineer',
    '施工员 造价 造价员 预算员 预算 监理 监理员 土建 工程师(土建) 项目经理 技术负责人 建造师 一建 二建 工程管理 安全员 安全管理 质量员 桥梁 市政 水利 水利工程 建筑 建筑设计 结构 规划 城乡规划 给排水 暖通设计 招投标 标书 投标 工程造价 总工 道路桥梁 土木 工程技术',
  ),
  group(
    '3112-technician',
    '工程技术',
    '工程技術',
    'Engineering technician',
    '测量 测量员 测绘 试验员 实验员 工艺 制图 制图员 cad 勘察 地质 环评 环保 环境监测 环境 监测 设备技术 研发 质量 仪表 自动化 机械 机械设计 电气工程师 设备工程师 工艺工程师 气象 technician',
    '工程师 技术员 技术 专业技术 engineer',
  ),
  group(
    '2512-it',
    '信息技术',
    '資訊科技',
    'IT',
    '程序员 软件 开发 前端 后端 java python 运维 网络工程师 网络 计算机 算法 数据 数据分析 数据标注 标注员 大数据 信息技术 信息化 信息系统 it 网管 测试 测试工程师 产品经理 程序 数据中心 人工智能 信息安全 系统 ui 网络安全 数据库 运维工程师 弱电工程师 网络管理 信息中心 軟體 developer programmer software',
  ),
  group(
    '2166-designer',
    '设计',
    '設計',
    'Designer',
    '设计 设计师 平面设计 美工 室内设计 ui设计 广告设计 建模 动画 视频剪辑 剪辑 后期 摄影 摄影师 摄像 摄像师 修图 修图师 室内 插画 影视 效果图 designer',
  ),
  group(
    '2642-media',
    '新媒体',
    '新媒體',
    'Media',
    '新媒体 新媒体运营 运营 编辑 记者 文案 策划 公众号 短视频 短视频运营 编导 播音 播音员 主持 主持人 宣传 采编 广告 电商运营 电商 网络编辑 抖音 自媒体 翻译 新闻 融媒体 内容运营 活动策划 直播运营 editor journalist',
  ),
  group(
    '2652-performer',
    '演艺',
    '演藝',
    'Performer',
    '演员 歌手 乐队 乐手 演奏 演奏员 舞蹈演员 戏曲 晋剧 舞台 灯光 音响 化妆造型 群演 模特 武术',
  ),
  group(
    '5113-guide',
    '导游讲解',
    '導遊解說',
    'Guide',
    '导游 讲解 讲解员 解说员 景区 计调 旅游顾问 领队 研学 研学导师 文物讲解 旅游 水上乐园 救生员 guide',
  ),
  group(
    '2621-heritage',
    '文博',
    '文博',
    'Heritage',
    '考古 文物 文物保护 文物修复 博物馆 档案管理 图书馆 古建 壁画 修复师 非遗',
  ),
  group(
    '5141-beauty',
    '美容美发',
    '美容美髮',
    'Hair and beauty',
    '美容 美容师 美发 美发师 发型师 理发 理发师 美甲 美甲师 美睫 化妆师 化妆 纹绣 按摩 按摩师 足疗 足疗师 推拿 推拿师 技师(足疗) 洗头 采耳 养生 搓澡 修脚 宠物美容 足浴',
  ),
  group(
    '6111-farmer',
    '农林种植',
    '農林種植',
    'Farming and forestry',
    '种植 种植工 种植员 大棚 农技 农艺 果树 育苗 苗圃 采摘 农业 农场 林业 护林员 林场 草业 农学 农工 摘菜 黄花采摘 蔬菜 farmer',
  ),
  group(
    '6121-animal',
    '养殖',
    '養殖',
    'Animal husbandry',
    '养殖 养殖员 饲养 饲养员 养猪 养鸡 养牛 养羊 畜牧 挤奶 水产 牛场 猪场 鸡场 放羊 繁育 动物防疫 畜禽',
  ),
  group(
    '6113-gardener',
    '园林绿化',
    '園林綠化',
    'Gardener',
    '园林 绿化 绿化工 绿化养护 园艺 花卉 花艺师 花艺 草坪 养护工 绿化员 园丁 gardener',
  ),
  group(
    '9312-labourer',
    '临时工',
    '臨時工',
    'Labourer',
    '临时工 日结 零工 短工 小时工 兼职 暑假工 寒假工 发传单 传单 充场 搭建 义工餐补',
  ),
  group(
    '1324-logistics-manager',
    '物业管理',
    '物業管理',
    'Property manager',
    '物业经理 物业主管 物业管理 项目主管 物业项目经理 园区管理',
  ),
  group(
    '1420-shop-manager',
    '店长',
    '店長',
    'Shop manager',
    '店长 副店长 储备店长 储备干部 楼层经理 超市经理 餐厅经理 酒店经理 店经理',
    '店',
  ),
  group(
    '1120-manager',
    '管理',
    '管理',
    'Manager',
    '总经理 副总 副总经理 厂长 院长 校长 园长 总监 董事 ceo 所长 管培生 生产经理 车间主任 经理助理',
    '经理 主管 主任 管理 负责人 队长 组长 班长 manager',
  ),
  group('0310-military', '军队文职', '軍隊文職', 'Military civilian', '军队文职 文职人员 军士 定向培养军士'),
  group('other', '其他', '其他', 'Other', ''),
]

export const OTHER_POSITION = 'other'

interface Word {
  word: string
  id: string
  strong: boolean
}

const WORDS: Word[] = POSITIONS.flatMap(({ id, words, weak = [] }) => [
  ...words.map((word) => ({ word, id, strong: true })),
  ...weak.map((word) => ({ word, id, strong: false })),
])

const WORDS_BY_FIRST = new Map<string, Word[]>()
for (const word of WORDS) {
  const first = word.word[0] ?? ''
  WORDS_BY_FIRST.set(first, [...(WORDS_BY_FIRST.get(first) ?? []), word])
}
for (const words of WORDS_BY_FIRST.values()) words.sort((a, b) => b.word.length - a.word.length)

const LATIN = /[a-z]/u

interface Hit extends Word {
  end: number
}

function findHits(text: string): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < text.length; at += 1) {
    for (const word of WORDS_BY_FIRST.get(text[at] ?? '') ?? []) {
      const end = at + word.word.length
      if (!text.startsWith(word.word, at)) continue
      if (LATIN.test(word.word) && (LATIN.test(text[at - 1] ?? '') || LATIN.test(text[end] ?? ''))) continue
      hits.push({ ...word, end })
    }
  }
  return hits
}

/** Latest end first, then the longest word: the head of a Chinese title stands last. */
function bestOf(hits: Hit[]): Hit | undefined {
  return hits.reduce<Hit | undefined>((best, hit) => {
    if (!best) return hit
    if (hit.end !== best.end) return hit.end > best.end ? hit : best
    return hit.word.length > best.word.length ? hit : best
  }, undefined)
}

/** What stands behind a title and names no occupation: pay, numbers, conditions, brackets. */
function headOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[（(【[][^）)】\]]*[）)】\]]/gu, ' ')
    .split(/[，,。；;：:]/u)[0]
  return (
    plain?.replace(/\d+\s*(?:名|人|位|个)|(?:岗位?|职位|人员|若干|数名|多名|急聘|诚聘|高薪)\s*$/gu, '').trim() ||
    title.toLowerCase()
  )
}

/** Id of the group that a job title belongs to; `other` when no word fits. */
export function findPosition(title: string): string {
  for (const text of [headOf(title), title.toLowerCase()]) {
    const hits = findHits(text)
    const best = bestOf(hits.filter((hit) => hit.strong)) ?? bestOf(hits)
    if (best) return best.id
  }
  return OTHER_POSITION
}
