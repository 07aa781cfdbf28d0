import { CommanderError } from 'commander'
import { findStorageTrouble } from '../crawler/keep/storage.ts'
import { TownError } from '../crawler/town-folder.ts'
import { EXIT, forgiveClosedPipe, UsageError } from './exit.ts'
import { buildProgram } from './program.ts'

const LAST_WORDS_MS = 2_000

async function main(): Promise<void> {
  forgiveClosedPipe()
  try {
    await buildProgram().parseAsync()
  } catch (error) {
    process.exitCode = explain(error)
    // A run that hangs may hold a connection for ever.
    setTimeout(() => process.exit(), LAST_WORDS_MS).unref()
  }
}

/** Nobody's mistake and no fault of ours: the message is all there is to say. */
const TOLD = new Set(['QueueDown', 'RunHangs', 'ClockWentBack', 'StorageFails'])

/** Says what to do; a stack only where the fault is ours. */
function explain(thrown: unknown): number {
  const error = findStorageTrouble(thrown) ?? thrown
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.wrongUse
  if (
    error instanceof UsageError ||
    error instanceof TownError ||
    (error instanceof Error && error.name === 'ConfigError')
  ) {
    console.error(`gulou: ${error.message}`)
    return EXIT.wrongUse
  }
  if (error instanceof Error && TOLD.has(error.name)) {
    console.error(`gulou: ${error.message}`)
    return EXIT.failed
  }
  console.error(error)
  return EXIT.failed
}

await main()
