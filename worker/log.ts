/** A line of the log: one JSON object, which is what machines search. */
import type { LogEntry } from './deps.ts'

export function toLogLine({ error, ...entry }: LogEntry, at: Date): string {
  const cause = error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : error
  return JSON.stringify({ time: at.toISOString(), ...entry, ...(cause !== undefined && { error: cause }) })
}
