import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, it } from 'vitest'
import { FIND_SCRIPT } from './address.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

it('the script that pages name is built from its source as it stands; if not: npm run build:islands', async () => {
  const built = await build({
    root,
    configFile: `${root}vite.islands.config.ts`,
    logLevel: 'warn',
    build: { write: false },
  })
  if (!('output' in built) && !Array.isArray(built)) throw new Error('not built once')
  const [file] = [built].flat().flatMap(({ output }) => output)
  expect(`/assets/${file?.fileName}`).toBe(FIND_SCRIPT)
  expect(readFileSync(`${root}web/public${FIND_SCRIPT}`, 'utf8')).toBe(file?.type === 'chunk' ? file.code : undefined)
  expect(globSync('find-*.js', { cwd: `${root}web/public/assets` })).toHaveLength(1)
})
