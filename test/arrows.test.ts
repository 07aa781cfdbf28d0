import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Which rooms a room may import. Itself always; a new arrow is a decision, written down in docs/decisions. */
const ARROWS: Record<string, readonly string[]> = {
  domain: [],
  'index-config': ['domain'],
  crawler: ['domain', 'index-config'],
  worker: ['domain', 'index-config'],
  web: ['domain'],
  bin: ['domain', 'index-config', 'crawler', 'worker'],
  bench: ['domain', 'index-config', 'crawler', 'worker', 'web', 'bin'],
  test: ['domain', 'index-config', 'crawler', 'worker', 'web', 'bin', 'bench'],
}
/** Files that may do what their room may not. */
const EXCEPTIONS: Record<string, readonly string[]> = {
  'worker/node.ts': ['web'],
  'worker/edge.ts': ['web'],
}
/** Rooms that also run on workerd: nothing of Node in them but in these files. */
const EDGE_ROOMS = ['domain', 'index-config', 'worker', 'web']
const NODE_FILES = /(^worker\/node\.ts$|\/adapters\/node-|\/testing[/.]|\.test\.tsx?$|\.contract\.ts$)/

const files = Object.keys(ARROWS).flatMap((room) => globSync(`${room}/**/*.{ts,tsx}`, { cwd: root }))

/** Specifiers of static, dynamic and type imports and of re-exports. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
}

function forbidden(file: string): string[] {
  const room = file.split('/')[0] ?? ''
  const test = /\.(test|contract)\.tsx?$|\/testing[/.]/.test(file)
  const allowed = [
    room,
    ...(ARROWS[room] ?? []),
    ...(EXCEPTIONS[file] ?? []),
    ...(test ? ['test', 'bench', 'web'] : []),
  ]
  return importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(root, resolve(root, dirname(file), specifier)))
    .filter((target) => !allowed.includes(target.split('/')[0] ?? '') && target !== 'package.json')
}

describe('import arrows', () => {
  it('sees the rooms it judges', () => {
    for (const room of Object.keys(ARROWS))
      expect(
        files.some((file) => file.startsWith(`${room}/`)),
        room,
      ).toBe(true)
  })

  it('no file imports a room that its own room may not know', () => {
    const broken = files.flatMap((file) => forbidden(file).map((target) => `${file} → ${target}`))
    expect(broken).toEqual([])
  })

  it('rooms that run at the edge use nothing of Node outside their adapters', () => {
    const broken = files
      .filter((file) => EDGE_ROOMS.includes(file.split('/')[0] ?? '') && !NODE_FILES.test(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => name.startsWith('node:'))
          .map((name) => `${file} → ${name}`),
      )
    expect(broken).toEqual([])
  })

  it('an arrow drawn the wrong way is seen', () => {
    expect(importsOf('crawler/town-folder.ts')).toContain('../domain/town.ts')
    expect(ARROWS.domain).not.toContain('crawler')
  })
})
