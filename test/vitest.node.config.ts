import { defineProject } from 'vitest/config'

export default defineProject({
  root: '..',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    name: 'node',
    include: ['{domain,index-config,crawler,worker,web,bin,bench,test}/**/*.test.{ts,tsx}'],
    exclude: ['**/*.workerd.test.ts', '**/*.browser.test.ts'],
    testTimeout: 20_000,
  },
})
