/** Folders of a test's own: never the data of whoever runs it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** As handed out by `openFolders`: an empty folder that is gone after `remove`. */
export interface Folders {
  next(): Promise<string>
  remove(): Promise<void>
}

export function openFolders(): Folders {
  const made: string[] = []
  return {
    async next() {
      const folder = await mkdtemp(join(tmpdir(), 'gulou-test-'))
      made.push(folder)
      return folder
    },
    async remove() {
      for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true })
    },
  }
}
