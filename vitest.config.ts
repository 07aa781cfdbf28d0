import { defineConfig } from 'vitest/config'
import { TotalReporter } from './test/total-reporter.ts'

/** Three projects, one run: plain Node, the Workers runtime with D1, and a browser. */
export default defineConfig({
  test: {
    reporters: ['default', new TotalReporter()],
    projects: ['./test/vitest.node.config.ts', './test/vitest.workerd.config.ts', './test/vitest.browser.config.ts'],
  },
})
