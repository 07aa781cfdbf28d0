import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { POSITIONS } from '../domain/positions.ts'
import { toTraditional } from '../domain/script.ts'
import { openSqlite } from './adapters/node-sqlite.ts'
import { alternativesIn, normalOf, tokensOf, toToken } from './analyse.ts'
import { filterToken } from './filter-tokens.ts'
import { fold } from './fold.ts'
import { highlight } from './highlight.ts'
import { matchExpression, quoted } from './match.ts'
import { plainTerms } from './question.ts'
import { toSynonyms } from './synonyms.ts'

describe('analysis', () => {
  const cut: [text: string, tokens: string[]][] = [
    ['志愿者', ['志愿', '愿者', '3志愿者', '者']],
    ['煤', ['煤']],
    ['3号线', ['3', '号线', '线', '3号']],
    ['志愿，者', ['志愿', '愿', '者']],
    ['Ｗｉ-Fi 2026', ['wi', 'fi', '2026']],
    ['崗位', ['岗位', '位']],
    ['志\ue000愿', ['志愿', '愿']],
    ['\ue000kjob', ['kjob']],
    ['…—！', []],
  ]
  it.each(cut)('cuts %j', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens)
  })

  it('makes of every text tokens that SQLite neither splits nor drops, and none that is a filter', async () => {
    const db = openSqlite(':memory:')
    db.exec(`create virtual table f using fts5(t, tokenize="unicode61 remove_diacritics 0");
      create virtual table v using fts5vocab(f, row)`)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (text) => {
        const tokens = tokensOf(text)
        await db.batch([{ sql: 'delete from f' }, { sql: 'insert into f values (?1)', params: [tokens.join(' ')] }])
        const kept = await db.all<{ term: string }>('select term from v')
        expect(kept.length).toBe(tokens.length)
        expect(tokens.some((token) => token.startsWith('\ue000'))).toBe(false)
      }),
      { numRuns: 400, seed: 1 },
    )
  })

  it('gives filter values that differ tokens that differ, whatever their characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        expect(filterToken(one) === filterToken(other)).toBe(one === other)
        expect(filterToken(one)).toMatch(/^\ue000[^\s"'*()\-:]*$/u)
      }),
      {
        seed: 1,
        examples: [
          ['r9903-x', 'r9903_x'],
          ['rAB', 'rab'],
        ],
      },
    )
    expect(toToken('5414-guard')).not.toContain('-')
  })
})

describe('every part of a text', () => {
  const piece = fc.stringMatching(/^[\u4e00-\u9fa5臺著乾〇々ひらカナ]{2,12}$/u)
  const text = fc.array(fc.oneof(piece, fc.constantFrom('G25', '3', 'ＷｉＦｉ', '，', ' ', '。', '崗位')), {
    maxLength: 8,
  })

  it('of two and more characters that stand together is found by its own tokens', () => {
    fc.assert(
      fc.property(text, piece, fc.nat(), fc.nat(), (around, word, from, length) => {
        const whole = [...around, word, ...around].join('')
        const characters = [...word]
        const start = from % (characters.length - 1)
        const part = characters.slice(start, start + 2 + (length % (characters.length - start - 1))).join('')
        const tokens = new Set(tokensOf(whole))
        for (const { tokens: asked } of alternativesIn(part))
          expect(asked.filter((token) => !tokens.has(token))).toEqual([])
      }),
      { numRuns: 1_000, seed: 3 },
    )
  })

  it('is found where numbers and Latin words touch it, whole and only there', () => {
    const met = (q: string, t: string) => {
      const tokens = new Set(tokensOf(t))
      return alternativesIn(q).every((one) => one.tokens.every((token) => tokens.has(token)))
    }
    for (const q of ['3号', '3号线', '线g25', 'g25次', '号线G25次', 'G25', '线'])
      expect(met(q, '乘3号线G25次'), q).toBe(true)
    for (const q of ['号3', '25次', '3次', 'G2', '线25']) expect(met(q, '乘3号线G25次'), q).toBe(false)
    expect(met('3号线', '乘13号线')).toBe(false)
    expect(met('3号线', '3 号线')).toBe(false)
  })

  it('is the same in both scripts', () => {
    const words = POSITIONS.flatMap((position) => [...position.words, ...position.places])
    const more = [
      '了解',
      '复苏',
      '家具',
      '凭借',
      '反复',
      '答复',
      '覆盖',
      '卫生',
      '柜台',
      '叙事',
      '乾隆',
      '干部',
      '头发',
      '出发',
      '台风',
      '里程',
    ]
    for (const word of [...words, ...more]) expect(fold(toTraditional(word))).toBe(fold(word))
    expect(fold('衞生 櫃枱 敍事')).toBe(fold('卫生 柜台 叙事'))
  })

  it('is folded once and for all, character by character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\u4e00-\u9fa5]*$/u), (any, han) => {
        expect(fold(fold(han))).toBe(fold(han))
        expect(fold(han)).toBe([...han].map(fold).join(''))
        expect(fold(any)).not.toMatch(/\p{Co}/u)
      }),
      { numRuns: 1_000, seed: 1, examples: [['\ue000', '乾隆皇帝著書於臺']] },
    )
  })
})

describe('what a question asks for', () => {
  it('is nothing when blank, and something unmeetable without a letter or digit', () => {
    expect(plainTerms('  ')).toBeUndefined()
    expect(plainTerms('？ !')).toEqual([])
  })

  it('is met by pairs, joins and whole words; a lone character by any token that begins with it', () => {
    const asked = (q: string) => (plainTerms(q) ?? []).map(([first]) => [first?.tokens, first?.prefixes])
    expect(asked('志愿')).toEqual([[['志愿'], []]])
    expect(asked('志愿者 岗')).toEqual([
      [['3志愿者'], []],
      [[], ['岗']],
    ])
    expect(asked('高铁G25次 T恤')).toEqual([
      [['高铁', '铁g25', 'g25次'], []],
      [['t恤'], []],
    ])
    expect(normalOf('乘3号线 hr')).toBe('乘\u00013\u0001号线 \u0001hr\u0001')
  })

  it('takes in the words that mean the same, in any script', () => {
    const synonyms = toSynonyms([['保安', '门卫', '保卫员']])
    const [group] = plainTerms('門衛', synonyms) ?? []
    expect(group?.map(({ normal }) => normal)).toEqual(['门卫', '保安', '保卫员'])
  })

  it('stays within what one statement may carry', () => {
    const words = Array.from({ length: 8 }, (_, at) => `词语${'甲乙丙丁戊己庚辛'[at]}`)
    const synonyms = toSynonyms(words.map((word) => [word, ...Array.from({ length: 20 }, (_, at) => `${word}${at}号`)]))
    const terms = plainTerms(words.join(' '), synonyms) ?? []
    expect(terms).toHaveLength(8)
    expect(terms.every((alternatives) => alternatives.length <= 8)).toBe(true)
    expect(plainTerms('志'.repeat(10_000))?.flat()).toEqual([
      { tokens: ['3志志志'], prefixes: [], normal: '志'.repeat(64) },
    ])
  })
})

describe('the match language', () => {
  it('quotes every token and doubles the quotes in it', () => {
    expect(quoted('a" OR "b')).toBe('"a"" OR ""b"')
    expect(matchExpression(plainTerms('志愿者 岗') ?? [], [['x'], ['y', 'z"']])).toBe(
      '"x" AND ("y" OR "z""") AND "3志愿者" AND "岗" *',
    )
  })
})

describe('highlight', () => {
  const marked: [text: string, q: string, html: string][] = [
    ['试市志愿者协会', '愿者', '试市志<mark>愿者</mark>协会'],
    ['招聘崗位', '岗位', '招聘<mark>崗位</mark>'],
    ['面积20㎡的Wi-Fi', 'wi', '面积20㎡的<mark>Wi</mark>-Fi'],
    ['志愿志愿者', '志愿 愿者', '<mark>志愿志愿者</mark>'],
    ['<img onerror=x>志愿', '志愿', '&lt;img onerror=x&gt;<mark>志愿</mark>'],
    ['a&b "c"', 'b', 'a&amp;<mark>b</mark> &quot;c&quot;'],
    ['\ue010img src=x\ue011志愿', '志愿', 'img src=x<mark>志愿</mark>'],
    ['没有', '志愿', '没有'],
    ['空', '', '空'],
  ]
  it.each(marked)('marks %j for %j', (text, q, html) => {
    expect(highlight(text, q)).toBe(html)
  })

  it('never lets markup of the text through, and loses none of its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('b', '<', 'script', 'amp', '志愿'), (text, q) => {
        const html = highlight(`${text}<b>志愿</b>&amp;`, q)
        expect(html.replace(/<\/?mark>/g, '')).not.toMatch(/[<>"']/)
        expect(html.match(/<mark>/g)?.length ?? 0).toBe(html.match(/<\/mark>/g)?.length ?? 0)
      }),
      { seed: 1 },
    )
  })
})
