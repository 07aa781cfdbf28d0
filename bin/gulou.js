#!/usr/bin/env node
// The built command line lies in dist/; `npm ci` makes it, `npm run build` makes it again after a change.
import { existsSync } from 'node:fs'

const built = new URL('../dist/gulou.js', import.meta.url)
if (!existsSync(built)) {
  console.error('gulou is not built yet: run "npm run build" in the project folder')
  process.exit(2)
}
await import(built.href)
