#!/usr/bin/env node
// The built command line lies in dist/; `npm ci` makes it, `npm run build` makes it again after a change.
import { existsSync } from 'node:fs'

const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `gulou runs on Node 24 or newer, this is ${process.version}: use "npx gulou" or "npm start", which bring their own`,
  )
  process.exit(2)
}
const built = new URL('../dist/gulou.js', import.meta.url)
if (!existsSync(built)) {
  console.error('gulou is not built yet: run "npm run build" in the project folder')
  process.exit(2)
}
await import(built.href)
