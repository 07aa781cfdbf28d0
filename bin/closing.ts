/** Hands `work` a way to say what must be closed; closes it, last opened first, however `work` ends. */
export async function closingAll<T>(work: (later: (close: () => unknown) => void) => Promise<T>): Promise<T> {
  const closers: (() => unknown)[] = []
  try {
    return await work((close) => closers.push(close))
  } finally {
    for (const close of closers.reverse()) await close()
  }
}
