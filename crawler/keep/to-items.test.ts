import { describe, expect, it } from 'vitest'
import { testArticle, testSource, testTown } from '../../domain/testing.ts'
import { understand } from '../../domain/understand.ts'
import { toItems } from './to-items.ts'

const NOW = new Date('2026-05-06T04:00:00Z')
const URL = 'https://news.qingshi.example/a/1.html'

function itemsOf(title: string, { official = true, rows = [] as string[][] } = {}) {
  const source = { ...testSource, official }
  const article = testArticle({
    title,
    body: '现将有关事项公告如下，报名时间另行通知。',
    publishedAt: '2026-05-06',
    tables: rows.length > 0 ? [{ rows }] : [],
  })
  const understood = understand(article, { town: testTown, source, now: NOW })
  const page = {
    source,
    url: URL,
    address: URL,
    article,
    understood,
    firstSeenAt: NOW,
    now: NOW,
    zone: 'Asia/Shanghai',
  }
  return toItems(page)
}
const threadOf = (...asked: Parameters<typeof itemsOf>) => itemsOf(...asked)[0].thread

describe('the thread of a notice', () => {
  it('is named by its headline, whoever prints it', () => {
    const key = threadOf('云溪县2026年公开招聘教师公告')
    expect(key).toBe('云溪县|2026|teachers')
    expect(threadOf('云溪县2026年公开招聘教师面试公告', { official: false })).toBe(key)
    expect(threadOf('云溪县2026年公开招聘教师拟聘用人员名单公示')).toBe(key)
  })

  it('is shared by its positions', () => {
    const rows = [
      ['岗位名称', '招聘人数', '学历要求'],
      ['语文教师', '2', '本科及以上'],
    ]
    const [notice, position] = itemsOf('云溪县2026年公开招聘教师公告', { rows })
    expect(position?.thread).toBe(notice.thread)
  })

  it('is that of a public body for a programme of its own, where the headline names nobody', () => {
    expect(threadOf('2026年公开招聘教师公告')).toBe('青石新闻网|2026|teachers')
    expect(threadOf('2026年公开招聘教师公告', { official: false })).toBeUndefined()
    expect(threadOf('招聘启事')).toBeUndefined()
  })

  it('is none for news', () => {
    expect(threadOf('青石市召开教育工作会议')).toBeUndefined()
  })
})
