/** Faults of the disk under the database (F18): no site's, and no reason to try the next page. */

/** Told as it is; whatever was kept before stands, since a batch is kept whole or not at all. */
export class StorageFails extends Error {
  override name = 'StorageFails'
}

/** Primary result codes of SQLite, and codes of the system, in words of an operator. */
const SQLITE: Record<number, string> = {
  8: 'the database cannot be written: it is read-only',
  10: 'the database cannot be read or written: the disk answers with errors',
  11: 'the database is damaged: restore a backup',
  13: 'the database cannot be written: the disk or its quota is full',
  14: 'the database cannot be opened',
  26: 'the file is no database',
}
const SYSTEM: Record<string, string> = {
  ENOSPC: 'the data folder cannot be written: the disk is full',
  EDQUOT: 'the data folder cannot be written: the quota is used up',
  EROFS: 'the data folder cannot be written: it is read-only',
  EACCES: 'the data folder cannot be written: permission denied',
  EPERM: 'the data folder cannot be written: permission denied',
}

/** Undefined for any other error. */
export function findStorageTrouble(error: unknown): StorageFails | undefined {
  if (error instanceof StorageFails) return error
  if (!(error instanceof Error)) return undefined
  const { errcode, code, syscall } = error as NodeJS.ErrnoException & { errcode?: number }
  const words =
    errcode === undefined ? (syscall === 'connect' ? undefined : SYSTEM[code ?? '']) : SQLITE[errcode & 0xff]
  return words === undefined ? undefined : new StorageFails(`${words} (${error.message})`, { cause: error })
}
