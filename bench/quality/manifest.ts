/** Captured pages with the fields that people wrote down: a folder with `manifest.json`, `html/` and `body/`. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodePage } from '../../crawler/reading/decode.ts'
import type { Page } from '../../domain/page.ts'

/** What was written down; an absent field was not looked at. */
export interface Expected {
  title?: string
  /** Calendar day of publication. */
  date?: string
  source?: string
  author?: string
  body?: { file: string }
  images?: string[]
  /** Sentences that must, and that must not, stand in the body. */
  with?: string[]
  without?: string[]
  /** In page order; any day of several is right. */
  items?: { url: string; title: string; date?: string | string[] }[]
  next?: string
}

export interface Entry {
  id: string
  corpus: string
  kind: 'detail' | 'list'
  file: string
  url: string
  fetchedAt?: string
  expected: Expected
}

/** Pages without a day of capture were captured before this. */
const LATEST = '2026-11-22T00:00:00Z'

/** Throws when the folder holds no manifest. */
export function readManifest(folder: string): Entry[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { entries: Entry[] }
  return manifest.entries.filter(({ file }) => existsSync(join(folder, file)))
}

export function momentOf({ fetchedAt }: Entry): string {
  return fetchedAt ?? LATEST
}

export function expectedBody(folder: string, { expected }: Entry): string | undefined {
  return expected.body && readFileSync(join(folder, expected.body.file), 'utf8')
}

export function loadPage(folder: string, entry: Entry): Page {
  const body = readFileSync(join(folder, entry.file))
  return decodePage({ url: entry.url, status: 200, headers: {}, body, fetchedAt: momentOf(entry) })
}
