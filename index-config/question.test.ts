import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writtenOf } from './analyse.ts'
import { highlight } from './highlight.ts'
import { plainTerms, readQuestion, type Vocabulary } from './question.ts'
import { toSynonyms } from './synonyms.ts'

const WORDS: Record<string, string[]> = {
  gangwei: ['岗位'],
  'gang wei': ['岗位'],
  datong: ['大同'],
  zhaopin: ['招聘', '照片'],
  acountant: ['accountant'],
  rn: Array.from('甲乙丙丁戊己庚辛壬癸', (character) => `${character}等`),
}
const vocabulary: Vocabulary = {
  synonyms: toSynonyms([
    ['保安', '门卫'],
    ['nurse', 'registered nurse', 'RN'],
    ['T恤', '文化衫'],
  ]),
  lexicon: { wordsRead: async (latin) => new Map(latin.map((one) => [one, WORDS[one] ?? []])) },
}
const read = async (q: string) =>
  (await readQuestion(q, vocabulary))?.map((term) => term.map(({ normal }) => writtenOf(normal)))

describe('a question', () => {
  const cases: [q: string, terms: string[][] | undefined][] = [
    ['', undefined],
    ['？', []],
    ['保安 保安', [['保安', '门卫']]],
    ['Datong招聘', [['datong招聘', '大同 招聘']]],
    ['datongzhaopin', [['datongzhaopin']]],
    ['招聘gangwei会', [['招聘gangwei会', '招聘 岗位 会']]],
    ['gang wei', [['gang wei', '岗位']]],
    ['registered nurse', [['registered nurse', 'nurse', 'rn']]],
    ['T恤', [['t恤', '文化衫']]],
    [
      'zhaopin acountant',
      [
        ['zhaopin', '招聘', '照片'],
        ['acountant', 'accountant'],
      ],
    ],
  ]
  it.each(cases)('%j is met so', async (q, terms) => {
    expect(await read(q)).toEqual(terms)
  })

  it('puts what was written first, and says of a reading that it is guessed', async () => {
    const [term] = (await readQuestion('gangwei', vocabulary)) ?? []
    expect(term?.map(({ guessed }) => guessed)).toEqual([undefined, true])
    const [same] = (await readQuestion('门卫', vocabulary)) ?? []
    expect(same?.map(({ guessed }) => guessed)).toEqual([undefined, undefined])
  })

  it('offers at most eight ways to meet a term, synonyms before readings', async () => {
    const [ways = []] = (await read('rn')) ?? []
    expect(ways).toHaveLength(8)
    expect(ways.slice(0, 3)).toEqual(['rn', 'nurse', 'registered nurse'])
  })

  it('joins a synonym of several sorts of characters again', async () => {
    const [term] = (await readQuestion('文化衫', vocabulary)) ?? []
    expect(term?.[1]).toEqual({ tokens: ['t恤'], prefixes: [], normal: '\u0001t\u0001恤' })
  })

  it('never throws, asks for something in every way, and stays small, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('', 'gangwei ', '保安'),
        async (any, more) => {
          const terms = (await readQuestion(more + any, vocabulary)) ?? []
          expect(terms.length).toBeLessThanOrEqual(8)
          for (const term of terms) {
            expect(term.length).toBeLessThanOrEqual(8)
            for (const { tokens, prefixes } of term) expect(tokens.length + prefixes.length).toBeGreaterThan(0)
          }
        },
      ),
      { numRuns: 500, seed: 2 },
    )
  })

  it('of 10,000 characters is read from its beginning, never in the middle of a word', () => {
    expect(plainTerms('豆腐节 '.repeat(2_500))).toEqual(plainTerms('豆腐节'))
    const long = `${'志愿者协会'.repeat(12)} accountant`
    expect(plainTerms(long)).toEqual(plainTerms('志愿者协会'.repeat(12)))
    for (const text of ['ﷺ', '\u0301', 'ab ', 'a'])
      expect(plainTerms(text.repeat(10_000))?.length).toBeLessThanOrEqual(8)
  })
})

describe('highlights of a question', () => {
  const marked = async (text: string, q: string) => highlight(text, (await readQuestion(q, vocabulary)) ?? [])

  it('mark the words that met it, though others were typed', async () => {
    expect(await marked('公益性岗位', 'gangwei')).toBe('公益性<mark>岗位</mark>')
    expect(await marked('大同市公开招聘', 'datong招聘')).toBe('<mark>大同</mark>市公开<mark>招聘</mark>')
    expect(await marked('小区门卫', '保安')).toBe('小区<mark>门卫</mark>')
    expect(await marked('Registered Nurse', 'rn')).toBe('<mark>Registered</mark> <mark>Nurse</mark>')
    expect(await marked('three HR', 'hr')).toBe('three <mark>HR</mark>')
  })

  it('let no markup of the text through', async () => {
    expect(await marked('<b>岗位</b>&"', 'gangwei')).toBe('&lt;b&gt;<mark>岗位</mark>&lt;/b&gt;&amp;&quot;')
  })
})
