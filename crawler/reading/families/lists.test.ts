/** One page of each family, made by the pattern of its system: what a list gives, and where it goes on. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { ReadList } from '../../../domain/page.ts'
import { readList } from '../list.ts'

const context = { now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai' }
const SITE = 'http://www.town.example'
const NOTICES = ['关于鹿鸣河大桥封闭施工的通告', '鹿鸣市2026年第三批公益性岗位招聘公告', '白鹭湿地保护规划征求意见']
const DAYS = ['2026-11-03', '2026-11-02', '2026-11-01']

function read(file: string, path: string): ReadList {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return readList({ url: SITE + path, contentType: '', encoding: 'utf-8', text, fetchedAt: '' }, context)
}

it.each([
  ['TRS, whose script counts from 0', 'trs/list.html', '/tzgg/index.html', '/tzgg/index_1.html'],
  ['VSB, which counts down', 'vsb/list.htm', '/tzgg.htm', '/tzgg/22.htm'],
  [
    'jpage, whose proxy gives what follows',
    'jpage/list.html',
    '/col/col9/index.html',
    '/module/web/jpage/dataproxy.jsp?startrecord=4&endrecord=6&perpage=3&appid=1&webid=2&path=%2F&columnid=9&sourceContentType=1&unitid=314&webname=%E9%B9%BF%E9%B8%A3%E5%B8%82&permissiontype=0',
  ],
  [
    'jpaas, HTML inside JSON',
    'jpaas/list.json',
    '/front/page/build/unit?webId=w1&paramJson=%7B%22pageNo%22%3A1%2C%22pageSize%22%3A3%7D',
    '/front/page/build/unit?webId=w1&paramJson=%7B%22pageNo%22%3A2%2C%22pageSize%22%3A3%7D',
  ],
  ['gkmlpt, JSON with seconds', 'gkmlpt/list.json', '/gkmlpt/api/all/0?page=1&sid=620094', undefined],
])('reads %s', (_, file, path, next) => {
  const list = read(file, path)
  expect(list.items.map(({ title }) => title)).toEqual(NOTICES)
  expect(list.items.map(({ date }) => date?.slice(0, 10))).toEqual(
    file.includes('gkmlpt') ? ['2026-11-06', '2026-11-05', '2026-11-04'] : DAYS,
  )
  if (next) expect(list.next).toBe(SITE + next)
})

it.each([
  ['UCAP', 'ucap/list.html', '/tzgg/list.shtml', /^\/common\/search\/0123456789abcdef0123456789abcdef\?page=1&/],
  ['gkmlpt', 'gkmlpt/list.html', '/gkmlpt/index', /^\/gkmlpt\/api\/all\/0\?page=1&sid=620094$/],
  [
    'jpaas',
    'jpaas/list.html',
    '/col/col9/index.html',
    /^\/api-gateway\/jpaas-publish-server\/front\/page\/build\/unit\?parseType=bulidstatic&webId=w1&/,
  ],
])('names the address that an empty page of %s asks, and takes nothing from its margin', (_, file, path, next) => {
  const list = read(file, path)
  expect(list.items).toEqual([])
  expect(list.next?.slice(SITE.length)).toMatch(next)
})

it('reads the articles of a page of a newspaper, not its other pages', () => {
  const list = read('paper/list.htm', '/dtrb/html/2026-11/22/node_1.htm')
  expect(list.items.map(({ url }) => url.replace(/.*\//, ''))).toEqual([1, 2, 3, 4].map((n) => `content_1_100${n}.htm`))
})
