/** Logs: JSON lines on stderr with fixed keys, so that stdout stays data. */
import pino from 'pino'

type Fields = Record<string, string | number | boolean | undefined>
/** The part of pino that we use; fields: sourceId, runId, url, cause, ms. */
export interface Log {
  debug(fields: Fields, message: string): void
  info(fields: Fields, message: string): void
  warn(fields: Fields, message: string): void
  error(fields: Fields, message: string): void
}

/** Names under which a secret could travel; their values never print. */
const SECRET_KEYS = ['password', 'token', 'authorization', 'cookie', 'key']

export function createLog(
  level: string,
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log {
  return pino(
    {
      level,
      base: undefined,
      redact: { paths: SECRET_KEYS, censor: '[redacted]' },
      formatters: { level: (label) => ({ level: label }) },
      serializers: { url: withoutCredentials },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    { write },
  )
}

/** `https://user:secret@host/` → `https://host/` */
export function withoutCredentials(url: unknown): string {
  return String(url).replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#\s]*@/i, '$1')
}

/** Says nothing; for tests and single pages. */
export function silentLog(): Log {
  return createLog('silent')
}
