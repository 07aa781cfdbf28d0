/** The positions that the text of a notice names, with their numbers and the words around them. */
import { findPosition, OTHER_POSITION } from './positions.ts'
import { parseHeadcount } from './requirements.ts'
import { squash } from './text.ts'
import type { PostingWords } from './words/posting.ts'

export interface Named {
  title: string
  headcount?: number
  /** The words around it, where its own conditions stand. */
  context: string
}

/** A hostile text could name thousands; a notice without a table names few. */
export const MOST_JOBS = 50

const LONGEST_HAN = 24
const LONGEST_LATIN = 60

function cleanTitle(raw: string, words: PostingWords): string | undefined {
  const title = squash(raw)
    .replace(/^[【[][^】\]]*[】\]]/u, '')
    .replace(words.notTitleHead, '')
    .replace(words.notTitleTail, '')
    .replace(/^[\s:：、，,。·｜|—-]+|[\s:：、，,。·｜|—-]+$/gu, '')
  const longest = /\p{Script=Han}/u.test(title) ? LONGEST_HAN : LONGEST_LATIN
  return title.length >= 2 && title.length <= longest && !words.noPosition.test(title) ? title : undefined
}

/** Outside a label, only an occupation is taken for one. */
function isOccupation(title: string, { occupationEnd }: PostingWords): boolean {
  return findPosition(title) !== OTHER_POSITION || occupationEnd.test(title)
}

/** Every position with a number beside it. */
function findCounted(text: string, words: PostingWords): Named[] {
  const named: Named[] = []
  const keep = (whole: string, title: string, count: string) => {
    const clean = cleanTitle(title, words)
    if (clean)
      named.push({
        title: clean,
        headcount: parseHeadcount(/[a-z]/iu.test(count) ? count : `${count}名`),
        context: whole,
      })
  }
  for (const [whole, title = '', , count = ''] of text.matchAll(words.counted)) keep(whole, title, count)
  if (named.length > 0) return named
  for (const [whole, count = '', title = ''] of text.matchAll(words.countedBefore)) keep(whole, title, count)
  return named
}

/** `label：value` at the head of a line or clause. The text of one position reaches to the next label. */
export function findLabelledPositions(body: string, words: PostingWords): Named[] {
  const label = new RegExp(
    `(?:^|[\\n。；;，,\\s\\d.、．（(）)])(?:${words.positionLabel})\\s*[:：]\\s*([^\\n]{2,160})`,
    'giu',
  )
  const matches = [...body.matchAll(label)].slice(0, MOST_JOBS)
  return matches.flatMap((match, at) => {
    const value = match[1] ?? ''
    const block = body.slice(match.index, matches[at + 1]?.index ?? body.length)
    const counted = findCounted(value, words)
    if (counted.length > 0) return counted.map((named) => (counted.length === 1 ? { ...named, context: block } : named))
    const titles = (value.split(words.valueEnd)[0] ?? '').split(words.separators)
    const clean = titles.flatMap((title) => cleanTitle(title, words) ?? [])
    return clean.map((title) => ({ title, context: clean.length === 1 ? block : value }))
  })
}

const NUMBERED_LINE =
  /(?:^|\n)[ \t\u3000]*(?:\d{1,2}[、.．)）]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳])[ \t\u3000]*([^\n]{2,160})/gu
/** A position stands at the head of its line. */
const LINE_HEAD = 40

/** Lines with a number at their head and an occupation with a headcount in them. */
export function findListed(body: string, words: PostingWords): Named[] {
  return [...body.matchAll(NUMBERED_LINE)].slice(0, MOST_JOBS).flatMap(([, line = '']) => {
    const counted = findCounted(line.slice(0, LINE_HEAD), words).slice(0, 1)
    const known = counted.length > 0 && counted.every(({ title }) => findPosition(title) !== OTHER_POSITION)
    return known ? counted.map((named) => ({ ...named, context: line })) : []
  })
}

/** 招聘保安3名、保洁2名 in a sentence. */
export function findInSentences(text: string, words: PostingWords): Named[] {
  return [...text.matchAll(words.hiring)]
    .slice(0, MOST_JOBS)
    .flatMap((match) => {
      const from = match.index + match[0].length
      return findCounted(/^[^。；;\n！!]{0,120}/u.exec(text.slice(from, from + 120))?.[0] ?? '', words)
    })
    .filter(({ title }) => isOccupation(title, words))
}

const COUNT = /(\d+)\s*(?:名|人|位)/u

/** What follows the name of a post in a title that is nothing else: Accountant, $65,000 · 保洁，上六休一. */
const TERMS = /[,，;；|｜（(、]|\s[-–—]\s/u

/** A title without a verb of hiring is the post itself, followed by its terms. */
function findBare(title: string, words: PostingWords): Named[] {
  const [head = '', terms] = title.split(TERMS)
  const clean = cleanTitle(head, words)
  if (terms === undefined || !clean || findPosition(clean) === OTHER_POSITION) return []
  return [{ title: clean, headcount: parseHeadcount(COUNT.exec(title)?.[0] ?? ''), context: title }]
}

/** 招聘凉菜师傅, Hiring: cooks — what the title wants, where it names an occupation. */
export function findInTitle(title: string, words: PostingWords): Named[] {
  const hiring = [...title.matchAll(words.hiring)].at(-1)
  if (!hiring) return findBare(title, words)
  const behind = title.slice(hiring.index + hiring[0].length)
  // `Cooks wanted`: nothing stands behind the verb.
  const wanted = !/\p{L}/u.test(behind) ? title.slice(0, hiring.index) : behind
  const counted = /\p{Script=Han}/u.test(wanted) ? [] : findCounted(wanted, words)
  if (counted.length > 0) return counted.filter((named) => isOccupation(named.title, words))
  const clean = cleanTitle(wanted.replace(/\d+\s*(?:名|人|位)/u, ''), words)
  if (!clean || words.generic.test(clean) || !isOccupation(clean, words)) return []
  return [{ title: clean, headcount: parseHeadcount(COUNT.exec(wanted)?.[0] ?? ''), context: wanted }]
}
