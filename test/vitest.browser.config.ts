import { defineProject } from 'vitest/config'

export default defineProject({
  root: '..',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    name: 'browser',
    include: ['{web,worker,test}/**/*.browser.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
