/** Names of the values that every town shares; those of regions, categories and sources are the town's own. */
import type { FacetName } from '../domain/api.ts'
import type { Kind, Stage } from '../domain/item.ts'
import type { Names } from '../domain/town.ts'

const KIND_NAMES: Record<Kind, Names> = {
  news: { 'zh-Hans': '资讯', 'zh-Hant': '資訊', en: 'News' },
  job: { 'zh-Hans': '招聘', 'zh-Hant': '徵才', en: 'Jobs' },
  volunteer: { 'zh-Hans': '志愿服务', 'zh-Hant': '志願服務', en: 'Volunteering' },
}

const STAGE_NAMES: Record<Stage, Names> = {
  open: { 'zh-Hans': '招聘公告', 'zh-Hant': '徵才公告', en: 'Call' },
  amendment: { 'zh-Hans': '更正补充', 'zh-Hant': '更正補充', en: 'Amendment' },
  review: { 'zh-Hans': '资格审查', 'zh-Hant': '資格審查', en: 'Review' },
  exam: { 'zh-Hans': '笔试', 'zh-Hant': '筆試', en: 'Written test' },
  interview: { 'zh-Hans': '面试', 'zh-Hant': '面試', en: 'Interview' },
  medical: { 'zh-Hans': '体检考察', 'zh-Hant': '體檢考察', en: 'Medical' },
  publication: { 'zh-Hans': '公示', 'zh-Hant': '公示', en: 'Result' },
  cancelled: { 'zh-Hans': '取消', 'zh-Hant': '取消', en: 'Cancelled' },
}

export const SHARED_NAMES: Partial<Record<FacetName, ReadonlyMap<string, Names>>> = {
  kind: new Map(Object.entries(KIND_NAMES)),
  stage: new Map(Object.entries(STAGE_NAMES)),
}
