/**
 * Logs: JSON lines on stderr with fixed keys, so that stdout stays data. Whatever a server said, a line stays one line,
 * and no password or token that travelled in an address or a field is written.
 */
import pino from 'pino'

type Fields = Record<string, string | number | boolean | Error | undefined>
/** The part of pino that we use; fields: sourceId, runId, reqId, url, cause, ms, err (told as code and message). */
export interface Log {
  debug(fields: Fields, message: string): void
  info(fields: Fields, message: string): void
  warn(fields: Fields, message: string): void
  error(fields: Fields, message: string): void
}

/** Names under which a secret could travel, as a field or in an address; their values never print. */
const SECRET_NAMES = 'password|passwd|secret|token|access_token|api_?key|key|authorization|cookie|set-cookie|signature'
const SECRET_KEY = new RegExp(`^(?:${SECRET_NAMES})$`, 'i')
const SECRET_PARAMETER = new RegExp(`([?&;](?:${SECRET_NAMES})=)[^&#\\s"']+`, 'gi')
const CREDENTIALS = /([a-z][a-z0-9+.-]{0,20}:\/\/)[^/?#\s"'<>]*@/gi
/** JSON lets these stand; some readers of logs end a line at them. */
const LINE_BREAKERS = /[\u007f-\u009f\u2028\u2029]/g

/** `lasting` goes into every line: the run, say. */
export function createLog(
  level: string,
  write: (line: string) => void = (line) => void process.stderr.write(line),
  lasting: Fields = {},
): Log {
  const options: pino.LoggerOptions = {
    level,
    base: lasting,
    formatters: { level: (label) => ({ level: label }), log: clean },
    hooks: {
      logMethod([fields, message, ...rest], method) {
        method.apply(this, [fields, typeof message === 'string' ? withoutSecrets(message) : message, ...rest] as never)
      },
    },
    // Told by `clean`; pino's own would add the stack and everything else that hangs on an error.
    serializers: { err: (value: unknown) => value },
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  return pino(options, { write: (line: string) => write(oneLine(line)) })
}

function clean(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, SECRET_KEY.test(name) ? '[redacted]' : told(value)]),
  )
}

function told(value: unknown): unknown {
  if (typeof value === 'string') return withoutSecrets(value)
  if (value instanceof Error) return errorOf(value)
  return value !== null && typeof value === 'object' ? JSON.parse(withoutSecrets(JSON.stringify(value))) : value
}

function errorOf(error: Error): { code: string; message: string } {
  const { code } = error as NodeJS.ErrnoException
  return { code: code ?? error.name, message: withoutSecrets(error.message) }
}

function withoutSecrets(text: string): string {
  return text.replace(CREDENTIALS, '$1').replace(SECRET_PARAMETER, '$1[redacted]')
}

function oneLine(line: string): string {
  const escaped = line
    .trimEnd()
    .replace(LINE_BREAKERS, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return `${escaped}\n`
}

/** `https://user:secret@host/` → `https://host/` */
export function withoutCredentials(url: unknown): string {
  return withoutSecrets(String(url))
}

/** Says nothing; for tests and single pages. */
export function silentLog(): Log {
  return createLog('silent')
}
