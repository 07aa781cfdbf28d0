/** The connection to the search server, and what its failures mean to us. */
import { Meilisearch, MeilisearchApiError, type Task } from 'meilisearch'
import { EngineDown } from '../engine.ts'

export interface MeiliServer {
  /** Origin, with a path where a proxy has put it under one. */
  url: string
  /** With the rights to write, for whoever does: `gulou index keys` makes them. */
  key?: string
  /** Of one request; a search has its own, shorter one. */
  timeoutMs?: number
}

const TIMEOUT_MS = 30_000
/** Writing and settings may queue behind other towns' work. */
const TASK_MS = 600_000
const LOOK_EVERY_MS = 20

/**
 * Asks for no compression: the server then answers in one piece, and small answers do not wait for a delayed
 * acknowledgement (44 ms on a kept connection).
 */
export function openMeili({ url, key, timeoutMs = TIMEOUT_MS }: MeiliServer): Meilisearch {
  return new Meilisearch({
    host: url,
    ...(key !== undefined && { apiKey: key }),
    timeout: timeoutMs,
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  })
}

/** The server will not take these documents, and would not take them later either. */
export class DocumentsRefused extends Error {
  override name = 'DocumentsRefused'
}

/** Codes of the server that blame what was sent and neither the server nor the index. */
const BLAMES_DOCUMENTS =
  /^(?:invalid_document_|missing_document_id$|malformed_payload$|payload_too_large$|max_fields_limit_exceeded$)/

function codeOf(error: unknown): string | undefined {
  return error instanceof MeilisearchApiError ? error.cause?.code : undefined
}

/** What a request answers; throws DocumentsRefused, else EngineDown whatever went wrong: it can be tried again. */
export async function asked<Answer>(request: Promise<Answer>): Promise<Answer> {
  try {
    return await request
  } catch (cause) {
    throw toOurs(cause)
  }
}

function toOurs(cause: unknown): Error {
  if (cause instanceof EngineDown || cause instanceof DocumentsRefused) return cause
  const message = cause instanceof Error ? cause.message : String(cause)
  return BLAMES_DOCUMENTS.test(codeOf(cause) ?? '')
    ? new DocumentsRefused(message, { cause })
    : new EngineDown(message, { cause })
}

/** Undefined when there is no such index. */
export async function ifThere<Answer>(request: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await request
  } catch (error) {
    if (codeOf(error) === 'index_not_found') return undefined
    throw toOurs(error)
  }
}

/**
 * Waits until the task is over. Only what succeeded is done: 202 says that the server has heard. Throws as `asked` does.
 * The client's own waiting leaves a timer running when it fails, which would keep a process from ending.
 */
export async function succeeded(client: Meilisearch, enqueued: PromiseLike<{ taskUid: number }>): Promise<Task> {
  const { taskUid } = await asked(Promise.resolve(enqueued))
  return until(async () => {
    const task = await asked(client.tasks.getTask(taskUid))
    return task.status === 'enqueued' || task.status === 'processing' ? undefined : judged(task)
  }, `task ${taskUid}`)
}

function judged(task: Task): Task {
  if (task.status === 'succeeded') return task
  const { code = '', message = task.status } = task.error ?? {}
  const told = `task ${task.uid} (${task.type}): ${message}`
  throw BLAMES_DOCUMENTS.test(code) ? new DocumentsRefused(told) : new EngineDown(told)
}

/** Looks until there is an answer. Throws EngineDown when it takes too long. */
export async function until<Answer>(look: () => Promise<Answer | undefined>, what: string): Promise<Answer> {
  for (let waitedMs = 0; waitedMs < TASK_MS; waitedMs += LOOK_EVERY_MS) {
    const answer = await look()
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  throw new EngineDown(`${what} is not over after ${TASK_MS / 60_000} minutes`)
}
