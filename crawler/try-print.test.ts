import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { failedOutput, listOutput, type TryOutput } from './try-output.ts'
import { printable } from './try-print.ts'

const lines = (output: TryOutput) => stripVTControlCharacters(printable(output)).split('\n')
const article: TryOutput = {
  ...failedOutput('https://town.example/1.html', 'x'),
  error: null,
  as: 'detail',
  title: '松岭水库开闸放水的通知',
  publishedAt: '2026-11-01',
  body: `${'水库定于本周六开闸放水。'.repeat(80)}`,
  kind: 'news',
  evidence: { title: 'meta:ArticleTitle', publishedAt: 'url', body: 'readability' },
}

it('shows each field with its reason and how far that may be trusted', () => {
  const shown = lines(article)
  expect(shown).toContain('●●● title        松岭水库开闸放水的通知  (meta:ArticleTitle)')
  expect(shown).toContain('●○○ publishedAt  2026-11-01  (url)')
  expect(shown).toContain('●●○ body         960 characters  (readability)')
})

it('leaves out what was not found, and cuts a long text', () => {
  const shown = lines(article)
  expect(shown.some((line) => /author|attachments|error/.test(line))).toBe(false)
  expect(shown.at(-1)?.length).toBeLessThan(610)
})

it('shows a list as its entries, the day first', () => {
  const items = [{ url: 'https://town.example/1.html', title: '停水的通知', date: '2026-11-01' }]
  const shown = lines(listOutput('https://town.example/', { items, evidence: { items: 'block:ul>li>a score 9' } }))
  expect(shown).toContain('  2026-11-01  停水的通知  https://town.example/1.html')
  expect(shown).toContain('●●○ items        1  (block:ul>li>a score 9)')
})

it('says why there is nothing', () => {
  expect(lines(failedOutput(null, new Error('the file is empty'))).join('\n')).toContain('the file is empty')
})
