/** A town folder of a test's own: one county, and whatever sources the test is about. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const REGION = { code: '990901', level: 'county', names: { 'zh-Hans': '试县', en: 'Trial' } }
const CATEGORY = { id: 'livelihood', names: { 'zh-Hans': '民生', en: 'Livelihood' }, words: ['供水'] }

export interface MadeSource {
  slug: string
  /** Address of its only list. */
  list: string
  /** Anything else of a source file. */
  more?: Record<string, unknown>
}

/** Deadlines of a second, no pauses, a second try at once. */
const LIMITS = { pauseMs: 0, maxPauseMs: 100, connectMs: 1_000, totalMs: 1_000, retryMs: 0 }

/** Writes it below `parent` and answers its path, which `--town` takes. */
export async function makeTown(parent: string, sources: MadeSource[], limits: object = {}): Promise<string> {
  const folder = join(parent, 'trial')
  await mkdir(join(folder, 'sources'), { recursive: true })
  const put = (name: string, content: unknown) => writeFile(join(folder, name), JSON.stringify(content))
  await put('town.json', {
    slug: 'trial',
    names: { 'zh-Hans': '试县', en: 'Trial' },
    languages: ['zh-Hans'],
    script: 'hans',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    country: 'CN',
    root: REGION.code,
    limits: { ...LIMITS, ...limits },
  })
  await put('regions.json', [REGION])
  await put('categories.json', [CATEGORY])
  await put('synonyms.json', [])
  for (const { slug, list, more } of sources) {
    const { host, origin } = new URL(list)
    await put(`sources/${slug}.json`, {
      slug,
      names: { 'zh-Hans': slug },
      home: `${origin}/`,
      region: REGION.code,
      lists: [{ url: list, kind: 'news' }],
      enabled: true,
      allowHttp: true,
      private: host,
      ...more,
    })
  }
  return folder
}
