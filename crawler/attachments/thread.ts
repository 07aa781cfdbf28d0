/** Reads one file and ends: what a hostile file costs, it costs here. */
import { parentPort, workerData } from 'node:worker_threads'
import type { OpenedAttachment } from '../../domain/page.ts'
import { AttachmentError } from './problem.ts'
import { type AttachmentFile, readFile } from './read-file.ts'

async function answer(file: AttachmentFile): Promise<OpenedAttachment> {
  try {
    return await readFile(file)
  } catch (error) {
    const problem = error instanceof AttachmentError ? error.problem : 'broken'
    return {
      type: 'unknown',
      tables: [],
      text: '',
      problem,
      detail: error instanceof Error ? error.message : String(error),
    }
  }
}

parentPort?.postMessage(await answer(workerData as AttachmentFile))
