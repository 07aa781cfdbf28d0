import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSqlite } from './adapters/node-sqlite.ts'
import { matchTerms, normalOf, tokensOf, toSynonyms, toToken } from './analyse.ts'
import { filterToken } from './filter-tokens.ts'
import { highlight } from './highlight.ts'
import { matchExpression, quoted } from './match.ts'

describe('analysis', () => {
  const cut: [text: string, tokens: string[]][] = [
    ['志愿者', ['志愿', '愿者', '者']],
    ['煤', ['煤']],
    ['3号线', ['3', '号线', '线']],
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

describe('what a question asks for', () => {
  it('is nothing when blank, and something unmeetable without a letter or digit', () => {
    expect(matchTerms('  ')).toBeUndefined()
    expect(matchTerms('？ !')).toEqual([])
  })

  it('looks again only for terms of more than one token', () => {
    const checks = (q: string) => (matchTerms(q) ?? []).map(([first]) => first?.check)
    expect(checks('志愿')).toEqual([undefined])
    expect(checks('志愿者 岗')).toEqual(['志愿者', undefined])
    expect(checks('3号线')).toEqual(['\u00013\u0001号线'])
    expect(normalOf('乘3号线 hr')).toBe('乘\u00013\u0001号线 \u0001hr\u0001')
  })

  it('takes in the words that mean the same, in any script', () => {
    const synonyms = toSynonyms([['保安', '门卫', '保卫员']])
    const [group] = matchTerms('門衛', synonyms) ?? []
    expect(group?.map(({ normal }) => normal)).toEqual(['门卫', '保安', '保卫员'])
  })

  it('stays within what one statement may carry', () => {
    const words = Array.from({ length: 8 }, (_, at) => `词语${'甲乙丙丁戊己庚辛'[at]}`)
    const synonyms = toSynonyms(words.map((word) => [word, ...Array.from({ length: 20 }, (_, at) => `${word}${at}号`)]))
    const terms = matchTerms(words.join(' '), synonyms) ?? []
    expect(terms).toHaveLength(8)
    expect(terms.flat().filter(({ check }) => check !== undefined).length).toBeLessThanOrEqual(60)
  })
})

describe('the match language', () => {
  it('quotes every token and doubles the quotes in it', () => {
    expect(quoted('a" OR "b')).toBe('"a"" OR ""b"')
    expect(matchExpression(matchTerms('志愿者 岗') ?? [], [['x'], ['y', 'z"']])).toBe(
      '"x" AND ("y" OR "z""") AND ("志愿" AND "愿者") AND "岗" *',
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
