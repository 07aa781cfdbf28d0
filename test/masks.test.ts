/** Two hundred private numbers on their way through understanding, keeping, indexing and export. All are invented. */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { toItems } from '../crawler/keep/to-items.ts'
import { testArticle, testSource, testTown } from '../domain/testing.ts'
import { understand } from '../domain/understand.ts'
import { migrate, openSqlite } from '../index-config/adapters/node-sqlite.ts'
import { createSqlEngine } from '../index-config/engines/sql-engine.ts'
import { getItem, keepStatements } from '../index-config/store/items.ts'
import { publishPending } from '../index-config/store/outbox.ts'
import { settleStories } from '../index-config/store/stories.ts'
import { runCli } from './support/cli.ts'
import { openFolders } from './support/folders.ts'

const NOW = new Date('2026-05-06T04:00:00Z')
const folders = openFolders()
afterAll(() => folders.remove())

const two = (value: number) => String(value % 100).padStart(2, '0')
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idOf = (n: number) => {
  const stem = `9902021990${two((n % 12) + 1)}${two((n % 28) + 1)}${String(100 + n).padStart(3, '0')}`
  return stem + '10X98765432'[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(stem[at]), 0) % 11]
}
const sumOf = (digits: string) =>
  [...digits].reverse().reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
const cardOf = (n: number) => {
  const stem = `622202020000${String(100_000 + n * 37)}`
  return [...'0123456789'].map((last) => stem + last).find((card) => sumOf(card) % 10 === 0) ?? stem
}
const mobileOf = (n: number) => `139${String(10_000_000 + n * 7_919)}`
const MAKERS: [string, (n: number) => string][] = [
  ['身份证号', idOf],
  ['收款卡号', cardOf],
  ['家长电话', mobileOf],
]

type Place = (label: string, secret: string, n: number) => Parameters<typeof testArticle>[0]
const cut = (secret: string, n: number): [string, string] => {
  const at = 4 + (n % (secret.length - 7))
  return [secret.slice(0, at), secret.slice(at)]
}
const html = (mark: string) => (label: string, secret: string, n: number) => {
  const [head, tail] = cut(secret, n)
  return {
    body: `${label}：${head}${mark.includes('p>') || mark === '<br>' ? '\n' : ''}${tail}`,
    bodyHtml: `<p>${label}：${head}${mark}${tail}</p>`,
  }
}
/** Where a page can hold one. */
const PLACES: Place[] = [
  (label, secret) => ({ title: `关于${label}${secret}的公告` }),
  (label, secret) => ({ body: `${label}：${secret}。` }),
  (label, secret) => ({
    body: `${label}：${[...secret].map((sign, at) => (at % 4 === 3 ? `${sign} ` : sign)).join('')}。`,
  }),
  (label, secret) => ({
    body: `${label}：${secret.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))}。`,
  }),
  html('<b></b>'),
  html('<span style="color:red">'),
  html('</p><p>'),
  html('<br>'),
  html('&nbsp;'),
  html('</span></p>\n<p><span>'),
  (label, secret) => ({ bodyHtml: `<p><img src="https://a.example/1.png" alt="${label}${secret}"></p>` }),
  (label, secret) => ({
    attachments: [{ name: `${label}${secret}.xlsx`, url: 'https://a.example/1.xlsx', type: 'xlsx' }],
  }),
  (label, secret) => ({
    tables: [
      {
        caption: `${label}${secret}`,
        rows: [
          ['岗位', '人数', '学历', label],
          ['护士', '2', '大专', secret],
        ],
      },
    ],
  }),
  (label, secret) => ({
    tables: [
      {
        rows: [
          ['岗位', '人数', '学历', '备注'],
          ['护士', '2', '大专', `${label}${secret}`],
        ],
      },
    ],
  }),
  (label, secret) => ({ source: `某站 ${label}${secret}`, author: `${label}${secret}` }),
  (label, secret) => ({ body: `本次招聘收取押金200元，${label}${secret}，不限户籍。` }),
]
const PLANTED = 200

const plain = (text: string) =>
  text
    .replace(/<[^<>]*>|&nbsp;/g, '')
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)(?:\\n|[\s-]){1,6}(?=[\dXx])/g, '')

function articleOf(n: number) {
  const [label, make] = MAKERS[n % MAKERS.length] ?? ['', idOf]
  const secret = make(n)
  const parts = PLACES[n % PLACES.length]?.(label, secret, n) ?? {}
  const body = `现招聘工作人员2名，公告如下。\n${parts.body ?? ''}\n咨询电话：${OFFICE}`
  return {
    secret,
    article: testArticle({
      title: `青石市某单位公开招聘工作人员公告（第${n}号）`,
      publishedAt: '2026-05-06',
      bodyHtml: `<p>${body.replaceAll('\n', '</p><p>')}</p>`,
      ...parts,
      url: `https://news.qingshi.example/a/${n}.html`,
      body,
    }),
  }
}
/** The town of the export is another than that of the articles, and has none of their places. */
const SHOWN = { state: 'shown' as const, regions: [], categories: [] }
const SOURCE = { ...testSource, licence: 'full' as const }
const OFFICE = '0999-5550000'

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:html|xml|json|jsonl|txt|csv)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))

it('stands nowhere that is stored, indexed, versioned, fed or exported', { timeout: 120_000 }, async () => {
  const env = { GULOU_DATA: await folders.next(), GULOU_NOW: '2026-05-06T12:00:00+08:00' }
  await mkdir(join(env.GULOU_DATA, 'sample'), { recursive: true })
  const db = openSqlite(join(env.GULOU_DATA, 'sample', 'gulou.sqlite'))
  await migrate(db, fileURLToPath(new URL('../index-config/migrations', import.meta.url)))
  const engine = createSqlEngine(db, { facetLimit: 5_000, town: testTown })
  const secrets: string[] = []
  for (let n = 0; n < PLANTED; n += 1) {
    const { secret, article } = articleOf(n)
    secrets.push(secret)
    // Twice, so that there is a version before the last.
    for (const read of [article, { ...article, title: `${article.title} 更新` }]) {
      const understood = understand(read, { town: testTown, source: SOURCE, now: NOW })
      const page = { source: SOURCE, url: read.url, address: read.url, article: read, understood }
      const items = toItems({ ...page, firstSeenAt: NOW, now: NOW, zone: 'Asia/Shanghai' })
      for (const item of items) await db.batch(keepStatements({ ...item, ...SHOWN }, await getItem(db, item.id)))
    }
  }
  await settleStories(db, NOW)
  for (let done = -1; done !== 0; ) done = await publishPending(db, engine, NOW)
  const tables = await db.all<{ name: string }>("select name from sqlite_master where type = 'table'")
  const stored: string[] = []
  for (const { name } of tables) {
    const columns = await db.all<{ name: string }>(`select name from pragma_table_info('${name}')`)
    const texts = columns.map((column) => `coalesce(cast("${column.name}" as text), '')`).join(" || ' | ' || ")
    stored.push(...(await db.all<{ text: string }>(`select ${texts} as text from "${name}"`)).map(({ text }) => text))
  }
  db.close()
  const out = join(await folders.next(), 'town')
  const done = await runCli(['export', out, '--town', 'sample'], env)
  expect(done.code, done.stderr).toBe(0)
  const told = { stored: plain(stored.join('\n')), exported: plain(filesIn(out).join('\n')) }
  expect([told.stored.includes(plain(OFFICE)), told.exported.includes(plain(OFFICE))]).toEqual([true, true])
  const left = secrets.flatMap((secret, n) =>
    told.stored.includes(secret) || told.exported.includes(secret) ? [`${n % PLACES.length} ${secret}`] : [],
  )
  expect(left).toEqual([])
})
