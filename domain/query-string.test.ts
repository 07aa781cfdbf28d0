import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EDUCATION, KINDS, STAGES } from './item.ts'
import { type ItemQuery, SORTS } from './query.ts'
import { formatQuery, parseQuery, QueryProblem } from './query-string.ts'

const read = (address: string): ItemQuery => parseQuery(Object.fromEntries(new URLSearchParams(address)))
const plain: ItemQuery = { sort: 'new', limit: 20 }

const GOOD: [string, string, ItemQuery][] = [
  ['nothing asked', '', plain],
  ['empty fields of a form', 'q=&region=&open=', plain],
  ['unknown parameters', 'utm_source=x&Region=1', plain],
  ['blanks and line breaks in a search', 'q=%20会计%0A%09招聘%20', { ...plain, q: '会计 招聘' }],
  ['a search of blanks', 'q=%20%20', plain],
  ['half of a surrogate pair', 'q=a\ud800', { ...plain, q: 'a\ufffd' }],
  ['a ticked box', 'open=on', { ...plain, open: true }],
  ['pay', 'payMin=5000', { ...plain, payMin: 5000 }],
  ['names that every object has', 'constructor=1&__proto__=1', plain],
]

const BAD: [string, string, string][] = [
  ['kind', 'kind=car', 'kind'],
  ['stage', 'stage=soon', 'stage'],
  ['sort', 'sort=id', 'sort'],
  ['65 characters', `q=${'字'.repeat(65)}`, 'q'],
  ['nine terms', 'q=1+2+3+4+5+6+7+8+9', 'q'],
  ['page of 51', 'limit=51', 'limit'],
  ['page of none', 'limit=0', 'limit'],
  ['31 February', 'from=2026-02-31', 'from'],
  ['days the wrong way round', 'from=2026-02-02&to=2026-02-01', 'from'],
  ['region as SQL', "region=1'--", 'region'],
  ['cursor with a quote', 'cursor=%22', 'cursor'],
  ['pay below nothing', 'payMin=-1', 'payMin'],
  ['pay as a power', 'payMin=1e3', 'payMin'],
]

const day = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const query = fc.record(
  {
    kind: fc.constantFrom(...KINDS),
    region: fc.stringMatching(/^[0-9A-Za-z-]{2,12}$/).filter((code) => !code.startsWith('-')),
    q: fc.stringMatching(/^[a-z会计&=%+#]{1,8}( [a-z会计&=%+#]{1,5}){0,3}$/),
    stage: fc.constantFrom(...STAGES),
    from: day,
    open: fc.constant(true),
    payMin: fc.integer({ min: 0, max: 10_000_000 }),
    education: fc.constantFrom(...EDUCATION),
    sort: fc.constantFrom(...SORTS),
    limit: fc.integer({ min: 1, max: 50 }),
    cursor: fc.stringMatching(/^[\w.~=:+-]{1,20}$/),
  },
  { requiredKeys: ['sort', 'limit'] },
)

describe('parseQuery', () => {
  it.each(GOOD)('takes %s', (_name, address, expected) => {
    expect(read(address)).toEqual(expected)
  })

  it.each(BAD)('refuses %s and names the parameter', (_name, address, parameter) => {
    expect(() => read(address)).toThrow(expect.objectContaining({ name: 'QueryProblem', parameter }))
  })

  it('says what would be allowed where that is a list', () => {
    expect(() => read('kind=car')).toThrow(expect.objectContaining({ allowed: KINDS }))
  })

  it('lets what was asked win over what the page takes for granted', () => {
    expect(parseQuery({ open: '0', limit: '5' }, { open: true, kind: 'job' })).toEqual({
      kind: 'job',
      open: false,
      sort: 'new',
      limit: 5,
    })
  })

  it('throws nothing but QueryProblem on any text', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ unit: 'binary' })), fc.string(), (params, text) => {
        for (const name of ['q', 'region', 'cursor', 'from', 'payMin', 'open']) {
          try {
            parseQuery({ ...params, [name]: text })
          } catch (error) {
            expect(error).toBeInstanceOf(QueryProblem)
          }
        }
      }),
    )
  })
})

describe('formatQuery', () => {
  it('is undone by parseQuery for every query', () => {
    fc.assert(
      fc.property(query, (asked) => {
        expect(read(formatQuery(asked))).toEqual(asked)
      }),
    )
  })

  it('writes one address for one question, without what is taken for granted', () => {
    expect(formatQuery({ limit: 20, open: true, region: '01', sort: 'new', kind: 'job' })).toBe(
      'kind=job&region=01&open=1',
    )
    expect(formatQuery({})).toBe('')
  })
})
