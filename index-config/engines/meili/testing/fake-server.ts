/**
 * As much of a search server as our rules need, on loopback: indexes, settings, tasks, documents, swaps, and every way to
 * fail. It understands filters as far as the town, the analyser and places go; what matches is proved on a real server.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MeiliDocument } from '../documents.ts'

export interface FakeServer {
  url: string
  /** Documents by index and key. */
  indexes: Map<string, { settings: Record<string, unknown>; documents: Map<string, MeiliDocument>; createdAt: string }>
  /** `POST /indexes/x/documents` and so on, in order. */
  asked: string[]
  faults: Faults
  close(): Promise<void>
  /** On the same port again. */
  open(): Promise<void>
}

interface Faults {
  /** Answers every request with this status. */
  status?: number
  /** Answers nothing at all. */
  silent?: boolean
  /** Keys of documents that no task will take. */
  bad: Set<string>
  /** The next tasks fail so, the server being to blame. */
  failTasks?: { code: string; type: string; message: string }
  /** Right key; requests without it are refused. */
  key?: string
  /** Tasks are over after so many looks. */
  looks: number
}

type Body = Record<string, unknown>
interface Task {
  uid: number
  status: string
  type: string
  error: Body | null
  looks: number
}

export async function openFakeServer(): Promise<FakeServer> {
  const tasks: Task[] = []
  const fake: FakeServer = {
    url: '',
    indexes: new Map(),
    asked: [],
    faults: { bad: new Set(), looks: 1 },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
    open: () => new Promise((done) => server.listen(port, '127.0.0.1', () => done())),
  }
  let port = 0
  const server = createServer((request, response) => void answer(fake, tasks, request, response))
  await fake.open()
  port = (server.address() as AddressInfo).port
  fake.url = `http://127.0.0.1:${port}`
  return fake
}

async function answer(
  fake: FakeServer,
  tasks: Task[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { faults } = fake
  const text = await bodyOf(request)
  const path = new URL(request.url ?? '/', 'http://x').pathname
  fake.asked.push(`${request.method} ${path}`)
  if (faults.silent) return
  const send = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  if (faults.status !== undefined)
    return void send(faults.status, { message: 'no', code: 'internal', type: 'internal' })
  if (faults.key !== undefined && request.headers.authorization !== `Bearer ${faults.key}`)
    return void send(403, { message: 'The provided API key is invalid.', code: 'invalid_api_key', type: 'auth' })
  const body = text === '' ? {} : (JSON.parse(text) as Body | MeiliDocument[])
  const [status, said] = route(fake, tasks, `${request.method} ${path}`, body)
  send(status, said)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

type Answer = [status: number, body: unknown]
type Handler = (fake: FakeServer, tasks: Task[], body: Body | MeiliDocument[], ...names: string[]) => Answer

const NOT_FOUND: Answer = [404, { message: 'Index not found.', code: 'index_not_found', type: 'invalid_request' }]

const ROUTES: [pattern: RegExp, handler: Handler][] = [
  [
    /^POST \/indexes$/,
    (fake, tasks, body) => enqueue(fake, tasks, 'indexCreation', () => void make(fake, String((body as Body).uid))),
  ],
  [/^GET \/indexes\/(\w+)$/, (fake, _, __, name) => found(fake, name, ({ createdAt }) => ({ uid: name, createdAt }))],
  [
    /^DELETE \/indexes\/(\w+)$/,
    (fake, tasks, _, name) => enqueue(fake, tasks, 'indexDeletion', () => void fake.indexes.delete(name)),
  ],
  [
    /^GET \/indexes\/(\w+)\/settings$/,
    (fake, _, __, name) => {
      const found = fake.indexes.get(name)
      return found ? [200, found.settings] : NOT_FOUND
    },
  ],
  [
    /^PATCH \/indexes\/(\w+)\/settings$/,
    (fake, tasks, body, name) =>
      enqueue(fake, tasks, 'settingsUpdate', () => void Object.assign(make(fake, name).settings, body)),
  ],
  [
    /^POST \/indexes\/(\w+)\/documents$/,
    (fake, tasks, body, name) => addDocuments(fake, tasks, body as MeiliDocument[], name),
  ],
  [
    /^POST \/indexes\/(\w+)\/documents\/delete-batch$/,
    (fake, tasks, body, name) =>
      enqueue(fake, tasks, 'documentDeletion', () => {
        for (const key of body as unknown as string[]) make(fake, name).documents.delete(key)
      }),
  ],
  [
    /^POST \/indexes\/(\w+)\/search$/,
    (fake, _, body, name) => (fake.indexes.has(name) ? [200, find(fake, name, body as Body)] : NOT_FOUND),
  ],
  [
    /^POST \/multi-search$/,
    (fake, _, body) => {
      const queries = (body as { queries: (Body & { indexUid: string })[] }).queries
      if (queries.some(({ indexUid }) => !fake.indexes.has(indexUid))) return NOT_FOUND
      return [200, { results: queries.map((query) => find(fake, query.indexUid, query)) }]
    },
  ],
  [
    /^POST \/swap-indexes$/,
    (fake, tasks, body) =>
      enqueue(fake, tasks, 'indexSwap', () => swap(fake, body as unknown as { indexes: [string, string] }[])),
  ],
  [/^GET \/tasks\/(\d+)$/, (_, tasks, __, uid) => lookAt(tasks[Number(uid)])],
]

function route(fake: FakeServer, tasks: Task[], asked: string, body: Body | MeiliDocument[]): Answer {
  for (const [pattern, handler] of ROUTES) {
    const match = pattern.exec(asked)
    if (match) return handler(fake, tasks, body, ...match.slice(1))
  }
  return [404, { message: `no such route: ${asked}`, code: 'not_found', type: 'invalid_request' }]
}

type FakeIndex = NonNullable<ReturnType<FakeServer['indexes']['get']>>

function found(fake: FakeServer, name: string, said: (index: FakeIndex) => unknown): Answer {
  const index = fake.indexes.get(name)
  return index === undefined ? NOT_FOUND : [200, said(index)]
}

let made = 0
function make(fake: FakeServer, name: string) {
  const found = fake.indexes.get(name) ?? {
    settings: {},
    documents: new Map<string, MeiliDocument>(),
    createdAt: `moment ${made++}`,
  }
  fake.indexes.set(name, found)
  return found
}

/** A task that fails does nothing. */
function enqueue({ faults }: FakeServer, tasks: Task[], type: string, work: () => void, error?: Body): Answer {
  const told = error ?? faults.failTasks ?? null
  if (told === null) work()
  tasks.push({
    uid: tasks.length,
    status: told === null ? 'succeeded' : 'failed',
    type,
    error: told,
    looks: faults.looks,
  })
  return [202, { taskUid: tasks.length - 1, status: 'enqueued', type }]
}

function addDocuments(fake: FakeServer, tasks: Task[], documents: MeiliDocument[], name: string): Answer {
  const bad = documents.find(({ id }) => fake.faults.bad.has(id))
  const error = bad && {
    code: 'invalid_document_fields',
    type: 'invalid_request',
    message: `document ${bad.id} is bad`,
  }
  const work = () => {
    for (const document of documents) make(fake, name).documents.set(document.id, document)
  }
  return enqueue(fake, tasks, 'documentAdditionOrUpdate', work, error)
}

function lookAt(task: Task | undefined): Answer {
  if (task === undefined) return [404, { message: 'no such task', code: 'task_not_found', type: 'invalid_request' }]
  task.looks -= 1
  return [200, task.looks > 0 ? { ...task, status: 'processing', error: null } : task]
}

function swap(fake: FakeServer, [pair]: { indexes: [string, string] }[]): void {
  const [a, b] = pair?.indexes ?? ['', '']
  const [one, other] = [fake.indexes.get(a), fake.indexes.get(b)]
  for (const [name, index] of [
    [a, other],
    [b, one],
  ] as const)
    index === undefined ? fake.indexes.delete(name) : fake.indexes.set(name, index)
}

/** Newest first; of the filter it reads the town, and comparisons of places. */
function find(fake: FakeServer, name: string, { filter = '', limit = 20, facets = [] }: Body): Body {
  const text = String(filter)
  const town = /town = "([^"]*)"/.exec(text)?.[1]
  const [above, upTo, only] = [/n > (\d+)/, /n <= (\d+)/, /n = (\d+)/].map((sign) => sign.exec(text)?.[1])
  const hits = [...(fake.indexes.get(name)?.documents.values() ?? [])]
    .filter((document) => town === undefined || document.town === town)
    .filter(({ n }) => above === undefined || Number(n) > Number(above))
    .filter(({ n }) => upTo === undefined || Number(n) <= Number(upTo))
    .filter(({ n }) => only === undefined || Number(n) === Number(only))
    .sort((a, b) => Number(b.n) - Number(a.n))
  const facetDistribution = Object.fromEntries((facets as string[]).map((facet) => [facet, countBy(hits, facet)]))
  return {
    hits: hits.slice(0, Number(limit)).map(({ id }) => ({ id })),
    facetDistribution,
    estimatedTotalHits: hits.length,
  }
}

function countBy(documents: MeiliDocument[], facet: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of documents.flatMap((document) => document[facet as keyof MeiliDocument] ?? []))
    counts[String(value)] = (counts[String(value)] ?? 0) + 1
  return counts
}
