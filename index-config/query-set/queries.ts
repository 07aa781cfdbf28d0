/**
 * Questions of readers, and which items answer them by plain reading: those whose words, in small letters, hold one of
 * the strings of every list. Numbers and Latin words count only whole.
 */

export interface Query {
  kind: string
  q: string
  /** Undefined: every item. An empty list: none. */
  meant: readonly (readonly string[])[] | undefined
}

/** `asked`, or `asked > meant`: blanks between what must all stand, `|` between what may stand for the same. */
function table(kind: string, lines: string): Query[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [q = '', rule = q] = line.split(' > ').map((side) => side.trim())
      return {
        kind,
        q,
        meant: rule.split(' ').map((words) => words.split('|').map((word) => word.replaceAll('_', ' '))),
      }
    })
}

const GUARD = '保安|保卫|门卫|秩序维护员'
const BOOKS = '会计|财务|出纳|账务'
const DRIVER = '司机|驾驶'
const COOK = '厨师|炊事员|厨工|面点师|帮厨'
const TEACHER = '教师|老师|教员'
const HELPER = '志愿者|义工|志工'
const BUS = '公交|公共汽车|巴士'
const MARKET = '菜市场|农贸市场|集贸市场'
const HOSPITAL = '医院|卫生院'

export const QUERIES: Query[] = [
  ...table(
    'two characters',
    `志愿
鼓楼
豆腐
白鹭
湿地
招聘
岗位
社区
水库
松岭
茶坞
石桥
面试
笔试
疫苗
铜管
食堂
路灯
会计 > ${BOOKS}
公交 > ${BUS}`,
  ),
  ...table(
    'inside words',
    `愿者
鸣市
腐节
书馆
管乐
务中
融媒
扶正
监管岗
合服务
鹿鸣市人
街道综
洁员
便民服
人民医
务员
游客
聘公告`,
  ),
  ...table(
    'names',
    `郁千樟
常拾安
路长顺
贺望舒
茶坞半山茶业有限公司
书院巷
打铁胡同
钟鼓巷社区
呦呦河
高滩村
铜锣
滨河公园
鹿川县
市融媒体中心
河湾街道实验学校`,
  ),
  ...table(
    'numbers and letters',
    `3号线
13号线
G25
高铁G25次
5G基站
T恤
A4纸
B超
3D打印
2号楼
12号楼
第2届
2026年
第十四届
3路 > 3路|三路
三路 > 3路|三路
1680元
2号食堂
20m2
HPV疫苗`,
  ),
  ...table(
    'scripts, width and case',
    `志願者 > ${HELPER}
豆腐節 > 豆腐节
圖書館 > 图书馆
鹿鳴市 > 鹿鸣市
養老護理員 > 养老护理员
鼓樓 > 鼓楼
白鷺 > 白鹭
醫院 > ${HOSPITAL}
崗位 > 岗位
招聘啟事 > 招聘启事
滨河公園 > 滨河公园
茶塢 > 茶坞
ＷｉＦｉ > wifi
wifi
ｇｄｐ > gdp
CAFÉ > café
２０２６年 > 2026年
JAVASCRIPT > javascript`,
  ),
  ...table(
    'pinyin',
    `gangwei > 岗位
gw > 岗位|gw
zhaopin > 招聘
zp > 招聘
gulou > 鼓楼
gu lou > 鼓楼
bailu > 白鹭
BaiLu > 白鹭
doufu > 豆腐
doufujie > 豆腐节
zhiyuanzhe > 志愿者
tushuguan > 图书馆
songling > 松岭
shiqiao > 石桥
chawu > 茶坞
luming > 鹿鸣
lùmíng > 鹿鸣
kuaiji > 会计
shequ > 社区
baoan > 保安
jiaoshi > 教师
gulou招聘 > 鼓楼 招聘
bailuzhen > 白鹭镇
gulou zhiyuanzhe > 鼓楼 志愿者
gulouzhiyuanzhe > 鼓楼 志愿者
shidi'gongyuan > 湿地 公园
wenwuxiufu > 文物修复`,
  ),
  ...table(
    'synonyms',
    `门卫 > ${GUARD}
保安 > ${GUARD}
义工 > ${HELPER}
巴士 > ${BUS}
农贸市场 > ${MARKET}
出纳 > ${BOOKS}
驾驶员 > ${DRIVER}
炊事员 > ${COOK}
老师 > ${TEACHER}
卫生院 > ${HOSPITAL}
鼓楼 义工 > 鼓楼 ${HELPER}
石桥 老师 > 石桥 ${TEACHER}
joiner > carpenter
cabinet maker > carpenter`,
  ),
  ...table(
    'typing mistakes',
    `acountant > accountant
accuntant > accountant
recepionist > receptionist
receptoinist > receptionist
electrican > electrician
enginere > engineer
libarian > librarian
carpentar > carpenter
volonteer > volunteer
warehous > warehouse
transalter > translator
programer > programmer
harbour > harbor
kubernets > kubernetes
botanicel garden > botanical garden
senor acountant > senior accountant
javasript > javascript`,
  ),
  ...table(
    'Latin words',
    `GDP > gdp
HR > hr
it > it
accountant
part-time engineer > part time engineer
riverside
three`,
  ),
  ...table(
    'punctuation',
    `“志愿者” > ${HELPER}
《鼓楼扶正工程方案》 > 鼓楼扶正工程方案
招聘！！！ > 招聘
(保安) > ${GUARD}
志愿者、讲解员 > ${HELPER} 讲解员
"豆腐节" > 豆腐节
白鹭,湿地 > 白鹭 湿地
志愿* > 志愿
-豆腐 > 豆腐
鼓楼/书院 > 鼓楼 书院
Wi-Fi > wi fi`,
  ),
  { kind: 'empty', q: '', meant: undefined },
  { kind: 'empty', q: ' \t　 ', meant: undefined },
  { kind: 'empty', q: '？！…', meant: [] },
  { kind: 'empty', q: '\u200b\u0000', meant: [] },
  { kind: '10,000 characters', q: '志'.repeat(10_000), meant: [] },
  { kind: '10,000 characters', q: 'a'.repeat(10_000), meant: [] },
  { kind: '10,000 characters', q: '豆腐节 '.repeat(2_500), meant: [['豆腐节']] },
  { kind: '10,000 characters', q: `${' '.repeat(5_000)}鼓楼${'。'.repeat(5_000)}`, meant: [['鼓楼']] },
]
