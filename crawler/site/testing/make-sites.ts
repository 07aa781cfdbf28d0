/** Tests' own made-up sites: the real templates and `site.yaml`, a few articles of their own, in a temporary folder. */
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const REAL_SITES = fileURLToPath(new URL('../../../towns/sample/site', import.meta.url))

export interface MadeSites {
  folder: string
  /** `place` is `host/column/slug`, the host without `.luming.localhost`; or `host/files/name`. */
  write(place: string, text: string | Uint8Array): Promise<void>
  remove(): Promise<void>
}

export async function makeSites(articles: Record<string, string | Uint8Array>): Promise<MadeSites> {
  const folder = await mkdtemp(join(tmpdir(), 'gulou-sites-'))
  for (const host of await readdir(REAL_SITES)) {
    for (const part of ['site.yaml', 'templates']) {
      await cp(join(REAL_SITES, host, part), join(folder, host, part), { recursive: true })
    }
  }
  const write = async (place: string, text: string | Uint8Array) => {
    const [host, column = '', name = ''] = place.split('/')
    const parent = join(folder, `${host}.luming.localhost`, column)
    await mkdir(parent, { recursive: true })
    await writeFile(join(parent, column === 'files' ? name : `${name}.md`), text)
  }
  for (const [place, text] of Object.entries(articles)) await write(place, text)
  return { folder, write, remove: () => rm(folder, { recursive: true, force: true }) }
}
