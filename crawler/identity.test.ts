import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Job } from '../domain/item.ts'
import { itemId, rowKeys } from './identity.ts'

describe('an id', () => {
  it('stays what it was when it was first made', () => {
    expect(itemId('gov', 'https://gov.example/a.html')).toBe('gov-vwxm6j4z746p')
    expect(itemId('gov', 'https://gov.example/a.html', 'row')).toBe('gov-u33fyco55izq')
  })

  it('is the slug and twelve characters that need no escaping anywhere', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.option(fc.string(), { nil: undefined }), (url, row) =>
        /^gov-[a-z2-7]{12}$/.test(itemId('gov', url, row)),
      ),
    )
  })

  it('differs by source, address and row', () => {
    const ids = [itemId('a', 'x'), itemId('b', 'x'), itemId('a', 'y'), itemId('a', 'x', ''), itemId('a', 'x', '1')]
    expect(new Set(ids.map((id) => id.slice(2))).size).toBe(4)
    expect(new Set(ids).size).toBe(5)
  })
})

describe('row keys', () => {
  const job = fc.record({
    title: fc.constantFrom('会计', '护士', '门卫'),
    employer: fc.constantFrom('a', 'b', undefined),
    code: fc.constantFrom('01', '02', undefined),
  })

  it('tell all rows of a notice apart', () => {
    fc.assert(fc.property(fc.array(job), (jobs) => new Set(rowKeys(jobs)).size === jobs.length))
  })

  it('do not change when a row that reads differently is put in anywhere', () => {
    fc.assert(
      fc.property(fc.array(job), fc.nat(), (jobs, at) => {
        const place = jobs.length === 0 ? 0 : at % (jobs.length + 1)
        const more = (jobs as Job[]).toSpliced(place, 0, { title: '新岗位', employer: 'z', code: undefined })
        return rowKeys(more).toSpliced(place, 1).join() === rowKeys(jobs).join()
      }),
    )
  })

  it('do not look at the number of the row', () => {
    expect(rowKeys([{ title: 'x', row: 3 }])).toEqual(rowKeys([{ title: 'x', row: 9 }]))
  })
})
