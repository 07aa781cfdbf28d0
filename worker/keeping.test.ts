import { describe, expect, it } from 'vitest'
import { createKeep } from './keeping.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 2, minute))

function ground() {
  const keep = createKeep()
  let made = 0
  const ask = (version: number, minute: number, key = 'a') =>
    keep(key, version, at(minute), async () => ({ answer: ++made, until: at(minute + 10) }))
  return { keep, ask }
}

describe('an answer that is kept', () => {
  it('is made once, and again when its moment comes', async () => {
    const { ask } = ground()
    expect([await ask(1, 0), await ask(1, 9), await ask(1, 10), await ask(1, 19)]).toEqual([1, 1, 2, 2])
  })

  it('is made again when the data changes, and when the clock went back', async () => {
    const { ask } = ground()
    expect([await ask(1, 5), await ask(2, 5), await ask(2, 4)]).toEqual([1, 2, 3])
  })

  it('stands for its own question only', async () => {
    const { ask } = ground()
    expect([await ask(1, 0, 'a'), await ask(1, 0, 'b'), await ask(1, 0, 'a')]).toEqual([1, 2, 1])
  })

  it('is made once for all who ask at the same time', async () => {
    const { ask } = ground()
    expect(await Promise.all([ask(1, 0), ask(1, 0), ask(1, 0)])).toEqual([1, 1, 1])
  })

  it('is not kept when it failed', async () => {
    const { keep, ask } = ground()
    const failing = keep('a', 1, at(0), async () => {
      throw new Error('no table')
    })
    await expect(failing).rejects.toThrow('no table')
    expect(await ask(1, 0)).toBe(1)
  })
})
