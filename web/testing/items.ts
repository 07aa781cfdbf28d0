/** Items of the made-up town: enough of them, and different enough, to look like a real week. */
import type { ItemSummary } from '../../domain/api.ts'
import type { Job, Volunteer } from '../../domain/item.ts'

const HOSTS: Record<string, [string, string]> = {
  'city-government': ['www.luming.localhost', '鹿鸣市融媒体中心'],
  'labour-bureau': ['rsj.luming.localhost', '鹿鸣市人力资源和社会保障局'],
  'culture-bureau': ['wlj.luming.localhost', '鹿鸣市文化和旅游局'],
  hospital: ['yy.luming.localhost', '鹿鸣市人民医院'],
  'job-portal': ['job.luming.localhost', '鹿鸣人才网'],
  volunteers: ['zyz.luming.localhost', '鹿鸣志愿服务网'],
}

export function item(source: string, number: number, changes: Partial<ItemSummary>): ItemSummary {
  const [host, publisher] = HOSTS[source] ?? ['example.localhost', source]
  return {
    id: `${source}-${number.toString(36).padStart(6, 'k3')}`,
    kind: 'news',
    type: 'report',
    title: '',
    excerpt: '',
    url: `http://${host}:8788/${number}.html`,
    source,
    publisher,
    publishedAt: '2026-11-22T09:05:00+08:00',
    regions: [{ code: '990181', by: 'alias' }],
    categories: [],
    positions: [],
    flags: [],
    ...changes,
  }
}

type NewsRow = [source: string, at: string, region: string, category: string, title: string, excerpt: string]
// biome-ignore format: one item a line
const NEWS_ROWS: NewsRow[] = [
  ['city-government', '2026-11-22T09:05:00+08:00', '990181001', 'culture', '鼓楼扶正工程进入第二阶段，倾角由四度减至三度六', '施工方说，脚手架将于下周加高两层。市民投票是否保留“半度”的事，截止到月底。'],
  ['culture-bureau', '2026-11-22T08:40:00+08:00', '990181101', 'environment', '白鹭镇湿地秋季数鹭：林业部门报三十七只，退休教师报四十一只', '两边都用望远镜，差在芦苇后面那一群。镇里决定下周日再数一遍，欢迎带望远镜来。'],
  ['city-government', '2026-11-22T07:50:00+08:00', '990181002', 'traffic', '3路公交恢复经过河湾菜市场', '改线三周收到意见二百一十七条，其中二百一十六条要求改回来，另一条夸司机态度好。'],
  ['city-government', '2026-11-21T17:20:00+08:00', '990181102', 'tourism', '石桥豆腐节长豆皮离纪录差十一厘米', '长三百零二米的豆皮沿石桥铺开，过到第七个桥孔时风起。组织方表示明年从背风的一头铺起。'],
  ['hospital', '2026-11-21T16:00:00+08:00', '990181002', 'health', '市人民医院新楼十二月一日起接诊，老电梯光荣退休', '门诊、急诊、住院部分三天搬迁，搬迁期间急诊不停。老电梯服务三十八年，准确停层约九成。'],
  ['city-government', '2026-11-21T11:30:00+08:00', '990181200', 'education', '茶坞小学铜管乐队获全省三等奖', '全省共三支铜管乐队参赛。乐队由二十三名学生组成，也就是全校学生。'],
  ['culture-bureau', '2026-11-21T10:10:00+08:00', '990181001', 'culture', '图书馆的猫“铜锣”上岗一周年，逾期图书少了三分之一', '读者说是来还书，其实是来看猫。馆方提醒：铜锣中午十二点到两点午休，请勿打扰。'],
  ['city-government', '2026-11-21', '990181100', 'tourism', '松岭滑雪场造雪机“小冰”试机', '夜间气温降到零下四度后开始造雪，预计十二月中旬开放一条初级道。'],
  ['city-government', '2026-11-20T18:05:00+08:00', '990181', 'livelihood', '全市供热管网完成注水，十一月二十五日起升温', '住户家中请留人试水，漏水请拨打供热公司电话。老城几条巷子的管道今年换了新的。'],
  ['labour-bureau', '2026-11-20T15:00:00+08:00', '990181', 'economy', '前三季度城镇新增就业一千八百四十人', '其中家门口的零工市场帮助四百一十二人找到活计。'],
  ['city-government', '2026-11-20T09:00:00+08:00', '990181', 'politics', '市政府常务会议研究冬季民生保障', '会议听取了供热、菜价、校车三项汇报，要求把电话打到人家里去问。'],
  ['city-government', '2026-11-19T19:40:00+08:00', '990181001', 'history', '梁上发现的一九三七年家书，找到了收信人的孙女', '信写给“鼓楼东巷第三家”，巷子还在，第三家改成了面馆，面馆老板娘正是孙女。'],
  ['city-government', '2026-11-19T14:25:00+08:00', '990181102', 'safety', '石桥镇开展冬季用煤安全入户检查', '共走访六百一十三户，发放报警器一百九十个，劝换烟管四十二根。'],
  ['culture-bureau', '2026-11-19T10:00:00+08:00', '990181101', 'volunteer', '八名观鸟志愿者救起一只受伤白鹭', '白鹭翅膀被渔线缠住，经兽医处理后在湿地站休养，能吃，脾气不太好。'],
  ['hospital', '2026-11-18T16:30:00+08:00', '990181', 'health', '流感疫苗到货，六十岁以上老人免费接种', '带身份证到户口或居住地卫生院接种，社区可安排车接送。'],
  ['city-government', '2026-11-18T11:00:00+08:00', '990181002', 'environment', '滨河公园新种柳树三百棵，选的都是不飞絮的', '去年市民提意见的柳絮问题，今年换了雄株。'],
  ['city-government', '2026-11-18T08:20:00+08:00', '990181', 'notice', '关于呦呦河老桥夜间封闭检修的通告', '十一月二十四日至二十八日每晚十一时至次日五时封闭，请绕行新桥。'],
  ['labour-bureau', '2026-11-17T15:45:00+08:00', '990181', 'livelihood', '失业保险待遇十一月起可在家门口网点申领', '全市十一个街镇便民网点都能办，带社会保障卡即可。'],
  ['city-government', '2026-11-17T09:30:00+08:00', '990181200', 'economy', '茶坞乡秋茶收完，亩产持平，价格略升', '乡里把晒青的场地加了顶棚，今年没有一锅茶淋雨。'],
  ['culture-bureau', '2026-11-16T20:00:00+08:00', '990181001', 'culture', '老城皮影戏周末加演，看戏请早到', '演出在鼓楼下的戏棚，小板凳七十张，来晚了站着看。'],
]
export const NEWS: ItemSummary[] = NEWS_ROWS.map(([source, publishedAt, region, category, title, excerpt], index) =>
  item(source, 1042 - index, {
    title,
    excerpt,
    publishedAt,
    regions:
      region === '990181'
        ? [{ code: region, by: 'alias' }]
        : [
            { code: region, by: 'name' },
            { code: '990181', by: 'alias' },
          ],
    categories: [category],
    ...(index === 9 && { estimated: true as const }),
  }),
)

type JobRow = [
  source: string,
  position: string,
  region: string,
  title: string,
  job: Omit<Job, 'title'>,
  closesAt?: string,
]
// biome-ignore format: one item a line
const JOB_ROWS: JobRow[] = [
  ['hospital', '2221-nurse', '990181002', '护士', { employer: '鹿鸣市人民医院', headcount: 12, education: 'college', place: '河湾街道滨河路 9 号新院', age: '35 周岁以下', pay: { min: 4500, max: 6500, period: 'month', raw: '4500-6500元/月' }, majors: ['护理学', '助产'] }, '2026-11-30T17:00:00+08:00'],
  ['labour-bureau', '8322-driver', '990181002', '3路公交车驾驶员', { employer: '鹿鸣市公共交通公司', headcount: 4, education: 'junior', place: '河湾公交场站', pay: { min: 5000, max: 6800, period: 'month', monthsPerYear: 13, raw: '5000-6800元/月·13薪' }, conditions: '持 A1 或 A3 驾驶证，三年以上驾龄' }, '2026-11-24T18:00:00+08:00'],
  ['hospital', '5414-guard', '990181002', '夜班保安', { employer: '鹿鸣市人民医院', headcount: 3, education: 'none', pay: { min: 2800, period: 'month', raw: '2800元起' }, sex: '男' }, '2026-11-30T17:00:00+08:00'],
  ['job-portal', '3313-accountant', '990181001', '会计', { employer: '老城豆制品有限公司', headcount: 1, education: 'college', pay: { min: 3800, max: 5000, period: 'month', raw: '3800-5000元/月' }, place: '鼓楼东巷' }],
  ['job-portal', '5223-sales', '990181100', '滑雪场季节工（雪具、售票、看雪道）', { employer: '松岭滑雪场', headcount: 20, pay: { min: 150, max: 180, period: 'day', raw: '150-180元/天，包住' } }, '2026-12-10'],
  ['labour-bureau', '2341-teacher', '990181200', '茶坞小学音乐教师', { employer: '茶坞乡中心学校', headcount: 1, education: 'bachelor', conditions: '会一样铜管乐器', pay: { negotiable: true, raw: '按规定执行' } }, '2026-12-05T17:30:00+08:00'],
  ['hospital', '5120-cook', '990181002', '食堂厨师', { employer: '鹿鸣市人民医院', headcount: 2, education: 'none', pay: { min: 4000, max: 4000, period: 'month', raw: '4000元/月' } }, '2026-11-30T17:00:00+08:00'],
  ['job-portal', '9112-cleaner', '990181001', '图书馆保洁员（不怕猫）', { employer: '鹿鸣市图书馆', headcount: 1, pay: { min: 18, period: 'hour', raw: '18元/小时起' } }, '2026-11-23'],
  ['labour-bureau', '3359-community', '990181102', '社区工作者', { employer: '石桥镇人民政府', headcount: 6, education: 'college', age: '18 至 40 周岁' }, '2026-12-02T18:00:00+08:00'],
]
const FLAGGED: Record<number, ItemSummary['flags']> = { 2: [{ id: 'sex', raw: '限男性' }] }
export const JOBS: ItemSummary[] = JOB_ROWS.map(([source, position, region, title, job, closesAt], index) =>
  item(source, 700 - index, {
    kind: 'job',
    type: 'position',
    title: `${title}`,
    publishedAt: index === 4 ? '2026-11-20' : `2026-11-${21 - index}T10:${10 + index}:00+08:00`,
    regions: [{ code: region, by: 'name' }],
    positions: [position],
    job: { ...job, title, position },
    open: true,
    flags: FLAGGED[index] ?? [],
    ...(closesAt !== undefined && { closesAt }),
  }),
)

const call = (number: number, title: string, region: string, excerpt: string, volunteer: Volunteer): ItemSummary =>
  item('volunteers', number, {
    kind: 'volunteer',
    type: 'call',
    title,
    excerpt,
    regions: [{ code: region, by: 'name' }],
    categories: ['volunteer'],
    publishedAt: `2026-11-2${number % 2}T14:00:00+08:00`,
    volunteer,
    open: true,
    ...(volunteer.closes !== undefined && { closesAt: volunteer.closes }),
  })
export const CALLS: ItemSummary[] = [
  call(320, '给孩子读书：铜锣陪读岗', '990181001', '每周六上午在图书馆给学前儿童读绘本，猫可能会坐在书上。', {
    organizer: '鹿鸣市图书馆',
    place: '图书馆一楼童书区',
    starts: '2026-11-28T09:30:00+08:00',
    ends: '2026-11-28T11:00:00+08:00',
    closes: '2026-11-26',
    seats: 6,
    taken: 4,
    age: '16 周岁以上',
    status: 'recruiting',
    signup: '到服务台登记',
  }),
  call(321, '湿地再数一遍白鹭', '990181101', '分四组沿堤步行三公里，最好自带望远镜。', {
    organizer: '白鹭镇观鸟会',
    place: '白鹭湿地东门',
    starts: '2026-11-29',
    seats: 24,
    taken: 11,
    status: 'recruiting',
    skills: ['认得白鹭和苍鹭'],
  }),
  call(322, '冬至给独居老人包饺子', '990181102', '食材由镇里备好，请带围裙。', {
    organizer: '石桥镇志愿者协会',
    place: '石桥镇敬老院',
    starts: '2026-12-21T14:00:00+08:00',
    closes: '2026-12-15T18:00:00+08:00',
    seats: 30,
    status: 'recruiting',
  }),
  call(323, '鼓楼扶正工地义务讲解员', '990181001', '周末给来看脚手架的人讲讲斗拱，培训两次，讲稿自备。', {
    organizer: '鹿鸣市文化馆',
    place: '鼓楼南广场',
    starts: '2026-12-05T10:00:00+08:00',
    ends: '2026-12-05T16:00:00+08:00',
    closes: '2026-11-25T12:00:00+08:00',
    seats: 8,
    taken: 8,
    status: 'full',
  }),
  call(324, '松岭滑雪场安全引导', '990181100', '站在缓坡边上，提醒大家慢一点，有热姜茶。', {
    organizer: '松岭镇团委',
    place: '松岭滑雪场初级道',
    starts: '2026-12-19',
    closes: '2026-12-12',
    seats: 15,
    age: '18 至 50 周岁',
    status: 'upcoming',
  }),
  call(325, '帮老人学手机挂号', '990181002', '新院区启用头两周，在门诊大厅一对一帮忙，会本地话更好。', {
    organizer: '鹿鸣市人民医院社工部',
    place: '市人民医院新院区门诊大厅',
    starts: '2026-12-01T08:00:00+08:00',
    seats: 20,
    taken: 3,
    status: 'recruiting',
  }),
]

export const PIN: ItemSummary = {
  ...item('city-government', 1050, {
    title: '“半度”投票：鼓楼扶正后要不要留一点斜？',
    excerpt: '投票到十一月三十日二十四时，市民可在各街镇便民网点投纸质票，也可以打电话。',
    publishedAt: '2026-11-16T08:00:00+08:00',
    regions: [{ code: '990181001', by: 'landmark' }],
    categories: ['culture'],
  }),
  pinned: { until: '2026-11-30T16:00:00.000Z', reason: '投票进行中' },
}
