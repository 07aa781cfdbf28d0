import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { SiteFileError } from './article.ts'
import { loadSites } from './load-sites.ts'
import { type MadeSites, makeSites } from './testing/make-sites.ts'

const calendar = { firstDay: '2026-11-22', zone: 'Asia/Shanghai' }
let sites: MadeSites | undefined

afterEach(async () => {
  await sites?.remove()
})

it.each([
  ['no header', '只有正文'],
  ['a header without title', '---\nid: 1\nat: 0 08:00\n---\n'],
  ['an unknown field', '---\nid: 1\nat: 0 08:00\ntitle: 题\nautor: 某\n---\n'],
  ['YAML that does not parse', '---\nid: 1\nat: 0 08:00\ntitle: [题\n---\n'],
  ['a moment that is none', '---\nid: 1\nat: 2026-11-22\ntitle: 题\n---\n'],
  ['an unknown macro', '---\nid: 1\nat: 0 08:00\ntitle: 题\n---\n{hour:+1}'],
  ['an edit without its text', '---\nid: 1\nat: 0 08:00\ntitle: 题\nedited: +1 08:00\n---\n文'],
  ['an edited text without its moment', '---\nid: 1\nat: 0 08:00\ntitle: 题\n---\n文\n=== edited ===\n新'],
])('refuses %s and names the file', async (_, text) => {
  sites = await makeSites({ 'www/yw/wrong': text })
  const opening = loadSites(sites.folder, calendar)
  await expect(opening).rejects.toThrow(SiteFileError)
  await expect(opening).rejects.toThrow('www.luming.localhost/yw/wrong.md')
})

it('refuses an attachment or picture that is not in the folder', async () => {
  sites = await makeSites({
    'rsj/zp/a': '---\nid: 7\nat: 0 08:00\ntitle: 题\nfiles: [{name: 表.xls, file: no.xls}]\n---\n',
  })
  await expect(loadSites(sites.folder, calendar)).rejects.toThrow('files/no.xls')
  await sites.write('rsj/zp/a', '---\nid: 7\nat: 0 08:00\ntitle: 题\n---\n![图](files/no.png)')
  await expect(loadSites(sites.folder, calendar)).rejects.toThrow('files/no.png')
})

it('refuses an id that is used twice on a host', async () => {
  const text = '---\nid: 7\nat: 0 08:00\ntitle: 题\n---\n文'
  sites = await makeSites({ 'rsj/zp/a': text, 'rsj/dt/b': text })
  await expect(loadSites(sites.folder, calendar)).rejects.toThrow('id 7 is used twice')
})

it('refuses a template that cannot be rendered, and one that is missing', async () => {
  sites = await makeSites({})
  const detail = join(sites.folder, 'yy.luming.localhost', 'templates', 'detail.html')
  await writeFile(detail, '{{#title}} never closed')
  await expect(loadSites(sites.folder, calendar)).rejects.toThrow('templates/detail.html')
  await rm(detail)
  await expect(loadSites(sites.folder, calendar)).rejects.toThrow('detail.html is not there')
})

it('refuses a site.yaml with an unknown family and names the file', async () => {
  sites = await makeSites({})
  await writeFile(join(sites.folder, 'yy.luming.localhost', 'site.yaml'), 'name: 某\nfamily: wordpress\n')
  await expect(loadSites(sites.folder, calendar)).rejects.toThrow('site.yaml')
})
