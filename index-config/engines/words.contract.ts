/** What any engine finds by words, and what no words can do to it. */
import { beforeAll, expect, it } from 'vitest'
import type { ItemQuery } from '../../domain/query.ts'
import { keepAll, TEST_NOW, testItem, testJob, testTown } from '../testing.ts'
import { ask, type Ground, type MakeGround } from './contract-ground.ts'
import { QueryError } from './engine.ts'

export function words(makeGround: MakeGround, naughty: readonly string[]): void {
  let ground: Ground
  const find = async (q: string, change: Partial<ItemQuery> = {}) =>
    (await ground.engine.search(ask({ q, ...change }), TEST_NOW)).ids.sort()

  beforeAll(async () => {
    ground = await makeGround(testTown(), 5_000)
    const forged = `\ue000kjob \ue000r9902 \ue000o1`
    await keepAll(ground.db, ground.engine, [
      testItem('assoc', { title: '试市志愿者协会成立', excerpt: '协会设在鼓楼。' }),
      testItem('jobs', { title: '医院招聘岗位三十个', excerpt: '请于周五前报名' }),
      testItem('bus', { title: '3号线改道', excerpt: 'WIFI 与 three 站' }),
      testItem('apart', { title: '3 号线', excerpt: '愿意的人有志向。志愿。愿者' }),
      testItem('guard', { title: '小区门卫换岗', excerpt: '值班室' }),
      testItem('people', { type: 'names', title: '拟聘用名单', excerpt: '张三丰', body: '张三丰' }),
      testItem('forged', { title: `白鹭${forged}`, excerpt: forged }),
      testItem('split', { title: '豆\ue000腐节开幕' }),
      testItem('rare', { title: '𠮷野家开业', excerpt: 'Café Привет 々木' }),
      testItem('gone', { title: '志愿者协会旧闻', state: 'gone' }),
      testItem('held', { title: '志愿者协会待审', state: 'held' }),
      testJob('job', { title: '会计', employer: '呦呦豆腐厂' }, { title: '会计' }),
    ])
  })

  const found: [name: string, q: string, ids: string[]][] = [
    ['two characters inside a longer word', '愿者', ['apart', 'assoc']],
    ['a word across two words', '者协', ['assoc']],
    ['a long term only where it stands whole', '志愿者', ['assoc']],
    ['one character as the beginning of any pair', '岗', ['guard', 'jobs']],
    ['one character at the end of a run', '个', ['jobs']],
    ['traditional asked, simplified kept', '崗位', ['jobs']],
    ['full width and capitals', 'ｗｉｆｉ', ['bus']],
    ['a number beside characters, together only', '3号线', ['bus']],
    ['a word but not a part of one', 'hre', []],
    ['a word that is part of another', 'thre', []],
    ['all terms, in any order', '鼓楼 协会', ['assoc']],
    ['all terms, not some', '鼓楼 医院', []],
    ['a synonym of the town', '保安', ['guard', 'job'].slice(0, 1)],
    ['a longer synonym', '保卫员', ['guard']],
    ['a list of people by its headline', '拟聘用', ['people']],
    ['a list of people not by a name', '张三丰', []],
    ['the employer of a position', '豆腐厂', ['job']],
    ['a word that a private-use character was put into', '豆腐节', ['split']],
    ['characters beyond the first plane', '𠮷野', ['rare']],
    ['accents', 'café', ['rare']],
    ['other alphabets', 'ПРИВЕТ', ['rare']],
    ['the mark of repetition', '々木', ['rare']],
    ['gone and held items never', '旧闻', []],
    ['nothing, without a letter or digit', '！？…', []],
  ]
  it.each(found)('finds %s', async (_, q, ids) => {
    expect(await find(q)).toEqual(ids)
  })

  it('cannot be made to find an item under a filter by private-use characters in its text', async () => {
    expect(await find('白鹭', { kind: 'job' })).toEqual([])
    expect(await find('白鹭', { region: '9902' })).toEqual([])
    expect(await find('白鹭', { open: true })).toEqual([])
    // Only the visible part of the word is asked for, and only as a word of the text.
    expect(await find('\ue000kjob')).toEqual(['forged'])
  })

  it.each(['\ue000', '9901" OR "', '990*', "9901'", '9901 OR 9902', 'k', '\u0000'])(
    'finds nothing under the region %j, which is none',
    async (region) => {
      expect(await find('', { region })).toEqual([])
      expect(await find('志愿', { region, category: region, position: region, source: region })).toEqual([])
    },
  )

  it('treats operators, columns and stars as words', async () => {
    for (const q of [
      't:志愿',
      'NEAR(志愿 协会)',
      '志愿*',
      '"志愿',
      'NOT 志愿',
      '志愿 AND',
      '(((((',
      '^志愿',
      '-志愿',
      '{t}:x',
    ])
      expect(Array.isArray(await find(q))).toBe(true)
    expect(await find('志愿 OR 鼓楼')).toEqual([])
  })

  it('reads the beginning of a question that is too long, and refuses what no question may hold', async () => {
    expect(await find(`愿者${' 愿者'.repeat(5_000)}`)).toEqual(['apart', 'assoc'])
    await expect(find('志'.repeat(10_000))).resolves.toEqual([])
    await expect(find('志愿', { limit: 51 })).rejects.toThrow(QueryError)
    await expect(find('志愿', { from: '2026-02-30' })).rejects.toThrow(QueryError)
  })

  it.skipIf(naughty.length === 0)('answers every naughty string, or says that the question is wrong', async () => {
    expect(naughty.length).toBe(264)
    let answered = 0
    for (const text of naughty) {
      for (const q of [text, [...text].slice(0, 64).join('')]) {
        const outcome = await find(q).catch((error: unknown) => error)
        if (outcome instanceof QueryError) continue
        expect(outcome, `q = ${JSON.stringify(q)}`).toBeInstanceOf(Array)
        answered += 1
      }
    }
    console.log(`naughty, ${naughty.length} cases, ${answered} of ${2 * naughty.length} answered, 0 accepted misses`)
    expect(answered).toBeGreaterThan(naughty.length)
  })

  it('ranks a headline above an excerpt, and the asker’s word above its synonym', async () => {
    const small = await makeGround(testTown(), 5_000)
    await keepAll(small.db, small.engine, [
      testItem('a', { title: '小区新闻', excerpt: '来了保安', publishedAt: '2026-11-19' }),
      testItem('b', { title: '小区门卫', excerpt: '', publishedAt: '2026-11-18' }),
      testItem('c', { title: '小区保安', excerpt: '', publishedAt: '2026-11-17' }),
      testItem('d', { title: '保安队', excerpt: '', publishedAt: '2026-11-16' }),
    ])
    const { ids } = await small.engine.search(ask({ q: '保安', sort: 'relevance' }), TEST_NOW)
    expect(ids).toEqual(['d', 'c', 'b', 'a'])
  })

  it('ranks what was written, wherever it stands, above what is only guessed', async () => {
    const small = await makeGround(testTown(), 5_000)
    await keepAll(small.db, small.engine, [
      testItem('guessed', { title: '岗位', excerpt: '', publishedAt: '2026-11-19' }),
      testItem('guessed-below', { title: '小区新闻', excerpt: '有岗位', publishedAt: '2026-11-18' }),
      testItem('written', { title: '小区新闻', excerpt: '来信写作 gangwei', publishedAt: '2026-11-17' }),
    ])
    const read = `insert or ignore into lexicon (how, key, rank, what, value, word, spelled, since)
      values ('p', 'gangwei', 0, '', '', '岗位', 'gang wei', 0)`
    await small.db.batch([{ sql: read }])
    const query = ask({ q: 'gangwei', sort: 'relevance' })
    expect((await small.engine.search(query, TEST_NOW)).ids).toEqual(['written', 'guessed', 'guessed-below'])
    const first = await small.engine.search({ ...query, limit: 1 }, TEST_NOW)
    const second = await small.engine.search({ ...query, limit: 1, cursor: first.next }, TEST_NOW)
    expect([...first.ids, ...second.ids]).toEqual(['written', 'guessed'])
  })
}
