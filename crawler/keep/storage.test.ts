import { expect, it } from 'vitest'
import { findStorageTrouble } from './storage.ts'

const sqlite = (errcode: number) => Object.assign(new Error('as SQLite says'), { code: 'ERR_SQLITE_ERROR', errcode })
const system = (code: string, syscall = 'open') => Object.assign(new Error(code), { code, syscall })

it.each([
  [sqlite(13), 'full'],
  [sqlite(8), 'read-only'],
  [sqlite(8 + (4 << 8)), 'read-only'],
  [sqlite(10 + (3 << 8)), 'errors'],
  [sqlite(11), 'damaged'],
  [system('ENOSPC'), 'full'],
  [system('EROFS'), 'read-only'],
  [system('EACCES'), 'permission'],
])('%s is the disk’s fault: %s', (error, word) => expect(findStorageTrouble(error)?.message).toContain(word))

it.each([[sqlite(5)], [sqlite(19)], [system('ECONNREFUSED')], [system('EACCES', 'connect')], [new Error('x')], ['x']])(
  '%s is not',
  (error) => expect(findStorageTrouble(error)).toBeUndefined(),
)
