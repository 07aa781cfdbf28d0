/** Texts and case lists beside the project, for tests on Node; empty where that folder is not there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url))

export function pageBodies(): string[] {
  const folder = `${shared}/pages/body`
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return names.sort().map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
}
