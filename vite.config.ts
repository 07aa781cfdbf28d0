import { defineConfig } from 'vite'

/** Builds the command line for Node: one file per lazily loaded verb, packages left where npm put them. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node24',
    rollupOptions: {
      // Threads are files of their own, started by name.
      input: {
        gulou: 'bin/gulou.ts',
        'attachment-thread': 'crawler/attachments/thread.ts',
        'reading-thread': 'crawler/reading-thread/thread.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
