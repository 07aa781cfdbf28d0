import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig(async () => ({
  root,
  plugins: [
    cloudflareTest({
      miniflare: {
        compatibilityDate: '2026-10-01',
        compatibilityFlags: ['nodejs_compat'],
        d1Databases: ['DB'],
        bindings: { MIGRATIONS: await readD1Migrations(`${root}index-config/migrations`) },
      },
    }),
  ],
  test: {
    name: 'workerd',
    include: ['{domain,index-config,worker,web}/**/*.workerd.test.ts'],
    testTimeout: 30_000,
  },
}))
