import { globSync, rmSync, writeFileSync } from 'node:fs'
import { defineConfig } from 'vite'

const ASSETS = 'web/public/assets'

/**
 * Builds what runs in a reader's browser, by `npm run build:islands`: one small file whose name says its content, and
 * the address under which pages name it. Both are kept with the source, since a Worker, a test and an exported folder
 * serve the same file and none of them has a build step of its own.
 */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: ASSETS,
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: { find: 'web/islands/find.ts' },
      // No module: those do not run from a folder on a disk.
      output: { format: 'iife', entryFileNames: '[name]-[hash].js' },
    },
  },
  plugins: [
    {
      name: 'address-of-the-island',
      writeBundle: (_, bundle) => {
        const [file = ''] = Object.keys(bundle)
        for (const old of globSync(`${ASSETS}/find-*.js`)) if (!old.endsWith(file)) rmSync(old)
        writeFileSync('web/islands/address.ts', addressModule(file))
      },
    },
  ],
})

function addressModule(file: string): string {
  return `/** Written by \`npm run build:islands\`. */\nexport const FIND_SCRIPT = '/assets/${file}'\n`
}
