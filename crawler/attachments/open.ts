/** The door of this room: any file a publisher attaches, read in a thread of its own that can be killed. */
import { Worker } from 'node:worker_threads'
import type { OpenedAttachment } from '../../domain/page.ts'
import { HEAP_MB, KILL_AFTER_MS } from './limits.ts'
import type { AttachmentFile } from './read-file.ts'

/** Beside this file in the sources, beside the command line once built. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './thread.ts' : './attachment-thread.js', import.meta.url)

/** Never rejects: what cannot be read comes back with a `problem` and no tables. Ends within half a minute. */
export async function openAttachment(file: AttachmentFile & { url?: string }): Promise<OpenedAttachment> {
  const { name, bytes, contentType } = file
  const worker = new Worker(THREAD, {
    workerData: { name, bytes, contentType } satisfies AttachmentFile,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 32 },
    // What libraries print about a file is no message of ours, and stdout belongs to the command.
    stdout: true,
    stderr: true,
  })
  try {
    return withAddress(await firstAnswer(worker), file)
  } finally {
    await worker.terminate()
  }
}

function firstAnswer(worker: Worker): Promise<OpenedAttachment> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(failed('hostile', 'reading took too long')), KILL_AFTER_MS)
    const settle = (answer: OpenedAttachment) => {
      clearTimeout(timer)
      resolve(answer)
    }
    worker.once('message', settle)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      settle(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? failed('too_large', 'reading needs too much memory')
          : failed('broken', error.message),
      ),
    )
    worker.once('exit', () => settle(failed('broken', 'the reader ended without an answer')))
  })
}

function failed(problem: OpenedAttachment['problem'], detail: string): OpenedAttachment {
  return { type: 'unknown', tables: [], text: '', problem, detail }
}

/** Every table says which file it stands in. */
function withAddress(opened: OpenedAttachment, { url, name }: { url?: string; name: string }): OpenedAttachment {
  return {
    ...opened,
    tables: opened.tables.map((table) => ({ ...table, ...(url && { file: url }), fileName: table.fileName ?? name })),
  }
}
