import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { unstable_readConfig as readConfig } from 'wrangler'

const config = fileURLToPath(new URL('../wrangler.toml', import.meta.url))
const read = (env?: string) => readConfig({ config, env }, { hideWarnings: true })

interface Database {
  binding: string
  migrations_dir?: string
}

/** What the app must be given; wrangler inherits neither bindings nor vars from the top of the file. */
const given = ({ assets, d1_databases, version_metadata, vars, observability }: ReturnType<typeof read>) => ({
  assets,
  databases: d1_databases.map(({ binding, migrations_dir }: Database) => ({ binding, migrations_dir })),
  version: version_metadata,
  vars: Object.keys(vars).sort(),
  observed: observability?.enabled,
})

describe('wrangler.toml', () => {
  it('binds what the entry of the edge asks for', () => {
    expect(given(read())).toEqual({
      assets: expect.objectContaining({ binding: 'ASSETS', run_worker_first: true }),
      databases: [{ binding: 'DB', migrations_dir: 'index-config/migrations' }],
      version: { binding: 'VERSION' },
      vars: ['PUBLIC_URL'],
      observed: true,
    })
  })

  it.each(['staging', 'production'])('repeats every binding and variable in %s', (env) => {
    expect(given(read(env))).toEqual(given(read()))
  })

  it('gives each environment its own name, database and address', () => {
    const all = [read(), read('staging'), read('production')]
    for (const of of [
      all.map(({ name }) => name),
      all.map(({ d1_databases }) => d1_databases[0]?.database_id),
      all.map(({ vars }) => vars.PUBLIC_URL),
    ])
      expect(new Set(of).size).toBe(3)
  })
})
