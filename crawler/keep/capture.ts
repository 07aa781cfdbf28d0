/** Raw bytes of pages and files, packed and kept once: what was shown can always be compared with what was sent. */
import { createHash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'

/** SHA-256 of the decoded body, hex. */
export function hashBody(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}

export interface Capture {
  url: string
  hash: string
  contentType: string
  /** ISO instant at which the bytes came. */
  at: string
  body: Uint8Array
}

/** Packed at once: handing so little to another thread takes longer. */
export function captureStatement({ url, hash, contentType, at, body }: Capture): SqlStatement {
  return {
    sql: `insert into capture (hash, url, content_type, at, packed) values (?1, ?2, ?3, ?4, ?5)
      on conflict (hash) do update set unused_since = null`,
    params: [hash, url, contentType, at, zstdCompressSync(body)],
  }
}

/** Undefined when the bytes were never kept, or are no longer. */
export async function getCapture(db: SqlDatabase, hash: string): Promise<Uint8Array | undefined> {
  const [row] = await db.all<{ packed: Uint8Array }>('select packed from capture where hash = ?1', [hash])
  return row && new Uint8Array(zstdDecompressSync(row.packed))
}

/** Drops the bytes last kept of a page where no other shows them: of a list of people nothing may stay. */
export function dropCaptureStatement(source: string, url: string): SqlStatement {
  return {
    sql: `delete from capture where hash = (select hash from page where source = ?1 and url = ?2)
      and not exists (select 1 from page p where p.hash = capture.hash and not (p.source = ?1 and p.url = ?2))`,
    params: [source, url],
  }
}
