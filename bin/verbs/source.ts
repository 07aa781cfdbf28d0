import { loadTown } from '../../crawler/town-folder.ts'
import { EXIT, print } from '../exit.ts'
import { DEFAULT_TOWN } from '../settings.ts'

interface Options {
  town?: string
  json?: boolean
}

export async function listSourceFiles(_args: string[], options: Options): Promise<number> {
  const town = await loadTown(options.town ?? DEFAULT_TOWN)
  for (const source of town.sources) {
    const { slug, enabled, seen, region, home } = source
    const state = seen === 'blocked' ? 'blocked' : enabled ? 'on' : 'off'
    print(options.json ? JSON.stringify({ ...source, state }) : [slug, state, seen, region, home].join('\t'))
  }
  return EXIT.ok
}
