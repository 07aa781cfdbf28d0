/**
 * Answers that cost a look at thousands of rows, kept as long as they hold: until the data changes, or until the moment
 * from which time alone changes them. In the memory of the process, since a version of the data never lasts long.
 */
import type { Lasting } from '../index-config/store/popular.ts'

/** All that is asked under one key has one type. `make` is called when nothing kept holds at `at`. */
export type Keep = <Answer>(
  key: string,
  version: number,
  at: Date,
  make: () => Promise<Lasting<Answer>>,
) => Promise<Answer>

interface Kept {
  since: Date
  made: Promise<Lasting<unknown>>
}

/** One that failed is not kept; who asks while one is being made waits for it. */
export function createKeep(): Keep {
  let kept = { version: Number.NaN, answers: new Map<string, Kept>() }
  return async <Answer>(key: string, version: number, at: Date, make: () => Promise<Lasting<Answer>>) => {
    if (kept.version !== version) kept = { version, answers: new Map() }
    const { answers } = kept
    const known = answers.get(key)
    if (known && at >= known.since) {
      const { answer, until } = (await known.made) as Lasting<Answer>
      if (at < until) return answer
    }
    const made = make()
    answers.set(key, { since: at, made })
    made.catch(() => answers.delete(key))
    return (await made).answer
  }
}
