/** Which words stand in the lexicon: those of the trade, of the town, and what its items say in their headlines. */
import { POSITIONS } from '../domain/positions.ts'
import type { Names, Region, Town } from '../domain/town.ts'
import { writtenOf } from './analyse.ts'
import type { IndexDocument } from './document.ts'
import { fold } from './fold.ts'
import { type LexiconWord, RANKS } from './lexicon-rows.ts'

const list = (text: string) => text.split(/\s+/u)

/** What everything here is about: gw means 岗位 though some item speaks of 3 GW. */
const TRADE_WORDS = list('岗位 职位 招聘 报名 公示 志愿者 志愿服务')

/** What readers of a town's news look for besides, whatever the town. */
const COMMON_WORDS = list(
  `应聘 招考 兼职 全职 实习 社招 校招 面试 笔试 体检 公告 编制 事业单位 公务员 三支一扶 特岗 教师 医生 护士 保安 会计 司机 厨师
  保洁 销售 客服 文员 社区 街道 社保 医保 养老 公积金 户口 学校 医院 公园 公交 停水 停电 停暖 供暖 拆迁 疫苗 政策 补贴 新闻 通知
  活动 讲座 招聘会 工资 薪资 待遇 本科 大专 研究生 应届`,
)

/** Without blanks there is nothing to type but the name itself. */
const LONG_ENOUGH = (text: string) => [...text].length >= 2

export function townWords(town: Town): LexiconWord[] {
  const chinese = town.script !== 'latin'
  return [
    ...(chinese ? [...words(TRADE_WORDS, RANKS.trade), ...words(COMMON_WORDS, RANKS.place)] : []),
    ...town.regions.flatMap(regionWords),
    ...words(
      town.regions.flatMap(({ landmarks }) => landmarks.filter(LONG_ENOUGH)),
      RANKS.place,
    ),
    ...town.categories.flatMap(({ id, names }) => named('category', id, spoken(names, chinese), RANKS.place)),
    ...words(town.synonyms.flat().filter(LONG_ENOUGH), RANKS.name),
    ...POSITIONS.flatMap((position) => [
      ...named('position', position.id, spoken(position.names, chinese), RANKS.name),
      ...named(
        'position',
        position.id,
        position.words.filter((word) => LONG_ENOUGH(word) && isHan(word) === chinese),
        RANKS.occupation,
      ),
    ]),
  ]
}

function words(texts: readonly string[], rank: number): LexiconWord[] {
  return texts.map((text) => ({ text, rank }))
}

function named(what: LexiconWord['what'], value: string, texts: readonly string[], rank: number): LexiconWord[] {
  return texts.filter(LONG_ENOUGH).map((text) => ({ text, rank, what, value }))
}

/** Names in every language are found; Chinese ones are read as pinyin only where readers write Chinese. */
function spoken(names: Names, chinese: boolean): string[] {
  const all = Object.values(names).filter((name) => name !== undefined)
  return [...new Set(all.map(fold))].filter((name) => chinese || !isHan(name))
}

const isHan = (text: string) => /\p{Script=Han}/u.test(text)

function regionWords({ code, names, aliases, pinyin }: Region): LexiconWord[] {
  const texts = [...new Set([...spoken(names, true), ...aliases.map(fold)])]
  const shortest = texts.filter((text) => isHan(text) && LONG_ENOUGH(text)).sort((a, b) => a.length - b.length)[0]
  return named('region', code, texts, RANKS.place).map((word) =>
    word.text === shortest && pinyin ? { ...word, pinyin } : word,
  )
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const MAX_WORD = 32
/** What is put behind a word to make a name of it: 豆腐厂, 讲解员, 石桥镇. */
const ENDING = /^[市区县镇乡村街路巷桥河山湖寺厂店站馆院所局处部队校园楼节会展赛员师工人者生长费证岗班]$/u

/**
 * Words of a folded line, each once: what the dictionary cuts, such a word with an ending, and what rows of single
 * characters between may be: most are names of people and places.
 */
function wordsIn(line: string): string[] {
  const found: string[] = []
  let before = ''
  let loose: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(line)) {
    if (isHan(segment) && !LONG_ENOUGH(segment)) {
      if (loose.length === 0 && isHan(before) && ENDING.test(segment)) found.push(before + segment)
      loose.push(segment)
      continue
    }
    found.push(...namesIn(loose))
    loose = []
    before = segment
    if (isWordLike && segment.length <= MAX_WORD && /\p{L}/u.test(segment)) found.push(segment)
  }
  return [...new Set([...found, ...namesIn(loose)])].filter(LONG_ENOUGH)
}

/** A longer row is no name, but may begin with one: 河湾 in 河湾新菜. */
function namesIn(row: readonly string[]): string[] {
  if (row.length < 2) return []
  const lengths = [2, 3, 4].filter((length) => length <= Math.min(row.length, row.length > 4 ? 2 : 4))
  return lengths.map((length) => row.slice(0, length).join(''))
}

export function documentWords({ text, employer, place }: IndexDocument): LexiconWord[] {
  const lines = [
    writtenOf(text.split('\n', 1)[0] ?? ''),
    ...[employer, place].flatMap((name) => (name ? [fold(name)] : [])),
  ]
  return [
    ...words([...new Set([...lines.flatMap(wordsIn), ...(employer ? [fold(employer)] : [])])], RANKS.headline),
    ...(employer === undefined ? [] : partsOf(employer)),
  ]
}

/** Parts of an employer's name that are looked at. */
const MAX_PARTS = 4

const known = new Map<string, LexiconWord[]>()
const MAX_KNOWN = 2_000

function partsOf(employer: string): LexiconWord[] {
  const parts = known.get(employer) ?? employerWords(employer)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(employer, parts)
  return parts
}

/** The name from each of its words on, as people shorten it, but never the last word alone: 山西大同大学, 大同大学. */
function employerWords(employer: string): LexiconWord[] {
  const name = fold(employer)
  const starts = [...segmenter.segment(name)].flatMap(({ index, isWordLike }) => (isWordLike ? [index] : []))
  const parts = new Set([0, ...starts.slice(1, -1)].slice(0, MAX_PARTS).map((at) => name.slice(at)))
  return [...parts].map((text) => ({ text, rank: RANKS.employer, what: 'employer', value: employer }))
}
