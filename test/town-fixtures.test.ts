import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadTown } from '../crawler/town-folder.ts'
import { tryOne } from '../crawler/try.ts'
import { sourceSchema } from '../domain/town.ts'

const towns = fileURLToPath(new URL('../towns', import.meta.url))

/** What a person read on the page; a field that is absent is not judged. */
interface Expected {
  url: string
  contentType?: string
  as: 'list' | 'detail'
  expect: {
    title?: string
    publishedAt?: string
    source?: string
    bodyHas?: string[]
    items?: { url: string; title?: string; date?: string }[]
  }
}

/** `towns/<town>/fixtures/<slug>/<day>-<what>.html` with what it says in a `.json` of the same name. */
const pages = globSync('*/fixtures/*/*.html', { cwd: towns }).map((file) => {
  const [town = '', , slug = ''] = file.split('/')
  return { town, slug, file: join(towns, file), name: `${town}/${slug} ${basename(file)}` }
})

describe('saved pages of the towns’ sources', () => {
  it('there is at least one to follow', () => expect(pages.length).toBeGreaterThan(0))

  it.each(pages)('$name has a source file', ({ town, slug, file }) => {
    const source = join(dirname(file), '../../sources', `${slug}.json`)
    expect(existsSync(source), `write towns/${town}/sources/${slug}.json`).toBe(true)
    expect(sourceSchema.safeParse(JSON.parse(readFileSync(source, 'utf8'))).success).toBe(true)
  })

  it.each(pages)('$name is read as a person reads it', async ({ town, file }) => {
    const wanted = JSON.parse(readFileSync(file.replace(/\.html$/, '.json'), 'utf8')) as Expected
    const fetchedAt = `${basename(file).slice(0, 10)}T12:00:00+08:00`
    const { url, contentType, as, expect: said } = wanted
    const read = await tryOne(
      { file, url, contentType, as, fetchedAt, town },
      { towns: loadTown, defaultTown: town, readFile: async (path) => readFileSync(path) },
    )
    const { bodyHas = [], items, ...fields } = said
    expect(read).toMatchObject(fields)
    for (const part of bodyHas) expect(read.body).toContain(part)
    if (items) expect(read.items).toEqual(items.map((item) => expect.objectContaining(item)))
  })
})
