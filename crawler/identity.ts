/** Ids that stay for ever: made from what was first seen, never from time or order. */
import { createHash } from 'node:crypto'
import type { Job } from '../domain/item.ts'

const RUNNING_NUMBER = /^[1-9]\d{0,2}$/
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'
/** 60 bits: a town of a million items meets a double once in a million towns. */
const DIGEST_LENGTH = 12

/** `gov-` and twelve characters. `url` is the first canonical address; `rowKey` tells positions of one notice apart. */
export function itemId(sourceSlug: string, url: string, rowKey?: string): string {
  const digest = createHash('sha256')
    .update(rowKey === undefined ? url : `${url}\n${rowKey}`)
    .digest()
  return `${sourceSlug}-${toBase32(digest)}`
}

function toBase32(bytes: Buffer): string {
  const bits = [...bytes.subarray(0, 8)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from(
    { length: DIGEST_LENGTH },
    (_, at) => BASE32[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)],
  ).join('')
}

/**
 * A key per job, in their order: table, then what names the row (code, employer, department, title), never its number,
 * so that a row put in between changes no other. A bare `7` in the column of codes is such a number. Rows that read the
 * same are counted from the second on.
 */
export function rowKeys(jobs: readonly Job[]): string[] {
  const met = new Map<string, number>()
  return jobs.map((job) => {
    const code = RUNNING_NUMBER.test(job.code ?? '') ? undefined : job.code
    const key = [job.sheet, code, job.employer, job.department, job.title].map((part) => part ?? '').join('\u001f')
    const times = (met.get(key) ?? 0) + 1
    met.set(key, times)
    return times === 1 ? key : `${key}\u001f${times}`
  })
}
