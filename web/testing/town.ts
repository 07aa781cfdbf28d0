/** The made-up town of `towns/sample`, as pages see it. */
import type { CategoryEntry, PositionEntry, RegionNode } from '../../domain/api.ts'
import type { Frame } from '../../domain/view.ts'

const names = (hans: string, hant: string, en: string) => ({ 'zh-Hans': hans, 'zh-Hant': hant, en })

const ROOT = '990181'
const DISTRICTS: [string, string, string, string, number][] = [
  ['990181001', '鼓楼街道', '鼓樓街道', 'Gulou Subdistrict', 38],
  ['990181002', '河湾街道', '河灣街道', 'Hewan Subdistrict', 27],
  ['990181100', '松岭镇', '松嶺鎮', 'Songling Town', 14],
  ['990181101', '白鹭镇', '白鷺鎮', 'Bailu Town', 19],
  ['990181102', '石桥镇', '石橋鎮', 'Shiqiao Town', 22],
  ['990181200', '茶坞乡', '茶塢鄉', 'Chawu Township', 6],
]
export const REGIONS: RegionNode = {
  code: ROOT,
  names: names('鹿鸣市', '鹿鳴市', 'Luming'),
  level: 'city',
  n: 1204,
  children: DISTRICTS.map(([code, hans, hant, en, n]) => ({
    code,
    names: names(hans, hant, en),
    level: 'township',
    n,
    children: [],
  })),
}

export const CATEGORIES: CategoryEntry[] = [
  ['livelihood', '民生', '民生', 'Livelihood'],
  ['culture', '文化', '文化', 'Culture'],
  ['tourism', '旅游', '旅遊', 'Tourism'],
  ['traffic', '交通', '交通', 'Traffic'],
  ['health', '健康', '健康', 'Health'],
  ['education', '教育', '教育', 'Education'],
  ['economy', '经济', '經濟', 'Economy'],
  ['environment', '生态', '生態', 'Environment'],
  ['politics', '政务', '政務', 'Government'],
  ['history', '历史', '歷史', 'History'],
  ['safety', '安全', '安全', 'Safety'],
  ['volunteer', '志愿', '志願', 'Volunteering'],
  ['notice', '公告', '公告', 'Notices'],
].map(([id = '', hans = '', hant = '', en = '']) => ({ id, names: names(hans, hant, en), n: 40 }))

export const POSITIONS: PositionEntry[] = [
  ['5414-guard', '保安', '保全', 'Security guard'],
  ['8322-driver', '司机', '司機', 'Driver'],
  ['3313-accountant', '会计', '會計', 'Accountant'],
  ['2221-nurse', '护士', '護士', 'Nurse'],
  ['5120-cook', '厨师', '廚師', 'Cook'],
  ['2341-teacher', '教师', '教師', 'Teacher'],
  ['9112-cleaner', '保洁', '清潔', 'Cleaner'],
  ['5223-sales', '店员', '店員', 'Shop assistant'],
  ['4226-reception', '前台', '櫃檯', 'Receptionist'],
  ['7411-electrician', '电工', '電工', 'Electrician'],
  ['5322-care', '护理员', '照護員', 'Care worker'],
  ['6130-farm', '农场工', '農場工', 'Farm worker'],
  ['3359-community', '社区工作者', '社區工作者', 'Community worker'],
  ['other', '其他', '其他', 'Other'],
].map(([id = '', hans = '', hant = '', en = '']) => ({ id, isco: id.slice(0, 4), names: names(hans, hant, en), n: 5 }))

export const SOURCES: Frame['sources'] = {
  'city-government': { names: names('鹿鸣市人民政府', '鹿鳴市人民政府', 'Luming City Government'), official: true },
  'labour-bureau': { names: names('鹿鸣市人社局', '鹿鳴市人社局', 'Luming Labour Bureau'), official: true },
  'culture-bureau': { names: names('鹿鸣市文旅局', '鹿鳴市文旅局', 'Luming Culture Bureau'), official: true },
  hospital: { names: names('鹿鸣市人民医院', '鹿鳴市人民醫院', 'Luming Hospital'), official: true, plainHttp: true },
  'job-portal': { names: names('鹿鸣人才网', '鹿鳴人才網', 'Luming Jobs'), official: false },
  volunteers: { names: names('鹿鸣志愿服务网', '鹿鳴志願服務網', 'Luming Volunteers'), official: false },
}

const NOW = '2026-11-22T02:30:00.000Z'

export const frame = (changes: Partial<Frame> = {}): Frame => ({
  url: '/',
  language: 'zh-Hans',
  elder: false,
  town: {
    slug: 'sample',
    names: names('鹿鸣市', '鹿鳴市', 'Luming'),
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    root: ROOT,
    about: names(
      '鹿鸣在呦呦河出山的地方，市徽是一只回头看的鹿。城里没有什么大事，所以每件小事都有人关心。',
      '鹿鳴在呦呦河出山的地方，市徽是一隻回頭看的鹿。城裡沒有什麼大事，所以每件小事都有人關心。',
      'Luming lies where the Youyou River leaves the hills. Its emblem is a deer looking over its shoulder.',
    ),
  },
  regions: REGIONS,
  categories: CATEGORIES,
  positions: POSITIONS,
  sources: SOURCES,
  at: NOW,
  nonce: 'bm9uY2U',
  version: '0.1.0',
  ...changes,
})
