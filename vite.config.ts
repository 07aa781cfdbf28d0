import { defineConfig } from 'vite'

/** Builds the command line for Node: one file per lazily loaded verb, packages left where npm put them. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    ssr: 'bin/gulou.ts',
    outDir: 'dist',
    target: 'node24',
    rollupOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
  },
})
