/** Raw bytes of pages, packed and kept once: what was shown can always be compared with what was sent. */
import { createHash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { RawPage } from '../../domain/page.ts'
import type { SqlDatabase, SqlStatement } from '../../domain/ports.ts'

/** SHA-256 of the decoded body, hex. */
export function hashBody(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}

export function captureStatement(raw: RawPage, hash: string): SqlStatement {
  return {
    sql: 'insert into capture (hash, url, content_type, at, packed) values (?1, ?2, ?3, ?4, ?5) on conflict do nothing',
    params: [hash, raw.url, raw.headers['content-type'] ?? '', raw.fetchedAt, zstdCompressSync(raw.body)],
  }
}

export async function getCapture(db: SqlDatabase, hash: string): Promise<Uint8Array | undefined> {
  const [row] = await db.all<{ packed: Uint8Array }>('select packed from capture where hash = ?1', [hash])
  return row && new Uint8Array(zstdDecompressSync(row.packed))
}
