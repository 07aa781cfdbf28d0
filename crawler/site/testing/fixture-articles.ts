/** Two or more small articles per host, enough for every list to have a second page where a test needs one. */
const LONG =
  '公交公司计划招聘三路车驾驶员六人。应聘人员须热爱公交事业，责任心强，身体健康，持有驾驶证，报名时间为{day:+5}以前。\n\n' +
  '公司为录用人员办理社会保险，试用期为两个月，驾驶员岗位实行轮班制，线路调整后车辆更新，环境优美，欢迎报名应聘，公司对优秀员工给予奖励。'

const article = (id: number, at: string, title: string, body: string, more = '') =>
  `---\nid: ${id}\nat: ${at}\ntitle: ${title}\n${more}---\n${body}\n`

const many = (place: string, firstId: number, count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${place}/many-${index}`,
      article(firstId + index, `-${10 + index} 08:00`, `旧闻第${index + 1}条`, `正文第${index + 1}条。`),
    ]),
  )

export const ARTICLES: Record<string, string | Uint8Array> = {
  'www/yw/tower': article(
    1,
    '-3 09:05',
    '鼓楼扶正{md:+5}验收',
    '第一段。\n\n第二段，{day:+5}。',
    'source: 融媒体中心\nauthor: 某记者\n',
  ),
  'www/yw/soon': article(2, '+1 10:00', '明天才有的新闻', '明天的正文。'),
  'www/bm/edited': article(3, '-2 08:00', '会改的消息', '旧正文。\n\n=== edited ===\n新正文。', 'edited: +1 10:00\n'),
  'www/xz/removed': article(4, '-2 08:00', '会撤的消息', '要撤下的正文。', 'removed: +2 08:00\n'),
  'www/gg/moved': article(5, '-2 08:00', '搬了家的通知', '搬家后的正文。', 'moved: true\n'),
  'www/gg/broken': article(6, '-2 09:00', '打不开的通知', '看不到的正文。', 'broken: true\n'),
  'www/zc/signs': article(7, '-2 09:00', `'关于"A"与<b>的办法 & 解读'`, '正文。'),
  ...many('www/bm', 100, 11),
  'rsj/zp/call': article(
    11,
    '-3 09:05',
    '事业单位公开招聘公告',
    '| 岗位 | 人数 |\n|---|---|\n| 会计 | 1 |',
    'files: [{name: 岗位表.xls, file: posts.xls}]\n',
  ),
  'rsj/dt/fair': article(12, '-4 09:05', '招聘会在鼓楼下举行', '人来了不少。'),
  'rsj/files/posts.xls': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
  ...many('rsj/zp', 200, 9),
  'wlj/dt/opera': article(21, '-3 09:05', '村里唱戏', '![戏台](files/stage.png)\n\n唱了三天。'),
  'wlj/hd/walk': article(22, '-4 09:05', '活动预告', '走一走。'),
  'wlj/files/stage.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47]),
  ...many('wlj/dt', 300, 9),
  'yy/xw/lift': article(31, '-3 09:05', '老电梯光荣退休', '老电梯运行三十年，镕与堃都来送行，😀。'),
  'yy/zp/nurse': article(32, '-4 09:05', '招聘护士', '招护士两名。', 'files: [{name: 报名表.doc, file: form.doc}]\n'),
  'yy/files/form.doc': new Uint8Array([1, 2, 3]),
  ...many('yy/xw', 400, 6),
  'job/news/bus': article(41, '-3 09:05', '公交公司招聘驾驶员', LONG, 'source: 鹿鸣公交\n'),
  'job/zp/guard': article(42, '-4 09:05', '物业公司招聘保安', LONG),
  ...many('job/news', 500, 11),
  'zyz/zm/herons': article(51, '-3 09:05', '招募数鸟志愿者', '数鸟。'),
  'zyz/gs/reader': article(52, '-4 09:05', '给孩子读书的人', '读书。'),
  ...many('zyz/zm', 600, 9),
  'xianghui/xx/meeting': article(61, '-3 09:05', '本會年度大會圓滿結束', '鄉親合唱《呦呦鹿鳴》，峯羣臺，龘。'),
  'xianghui/xx/letter': article(62, '-4 09:05', '樑上家書', '一封信。'),
  ...many('xianghui/xx', 700, 9),
}
