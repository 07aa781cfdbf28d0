/** What a posting asks of people, read out of one cell or phrase: headcount, education, degree, majors, age. */
import { EDUCATION, type Education } from './item.ts'
import { parseNumeral } from './numerals.ts'
import { toSimplified } from './script.ts'
import { squash, toNarrow } from './text.ts'
import { enRequirements, zhRequirements } from './words/requirements.ts'

const LANGUAGES = [zhRequirements, enRequirements]
const joined = (field: 'noDemand' | 'educationPhrase' | 'age' | 'units') =>
  LANGUAGES.map((words) => words[field]).join('|')
const NUMBERS = Object.assign({}, ...LANGUAGES.map(({ numbers }) => numbers)) as Record<string, number>

const SINGLE = new RegExp(`^[^\\d]{0,4}(\\d{1,5})(?:\\.0+)?\\s*(?:${joined('units')}|$|[（(])`, 'iu')

/** `100名` → 100, `2-3人` → 3, `两名` → 2, `男3女2` → 5, `two openings` → 2; 若干 is no number. */
export function parseHeadcount(text: string): number | undefined {
  const plain = squash(toNarrow(text)).replace(/[,，](?=\d{3})/gu, '')
  const split = /男\D{0,3}(\d{1,4})\D{0,6}女\D{0,3}(\d{1,4})/u.exec(plain)
  if (split?.[2]) return Number(split[1]) + Number(split[2])
  const range = /^[^\d]{0,4}(\d{1,4})\s*[-~～—–至到]\s*(\d{1,4})/u.exec(plain)
  if (range?.[2]) return Number(range[2])
  const single = SINGLE.exec(plain)
  if (single?.[1]) return Number(single[1])
  const spoken = /^([一二两兩三四五六七八九十百零]{1,5})[名人个位]/u.exec(plain)?.[1]
  if (spoken !== undefined) return parseNumeral(spoken)
  return NUMBERS[/^[a-z]+/iu.exec(plain)?.[0].toLowerCase() ?? '']
}

/** From the lowest; the first level that a text names is its minimum, since alternatives are listed from below or with 及以上. */
const LEVELS: [Education, RegExp][] = EDUCATION.flatMap((level) =>
  level === 'none' ? [] : [[level, new RegExp(LANGUAGES.map(({ levels }) => levels[level]).join('|'), 'iu')]],
)
const NO_DEMAND = new RegExp(joined('noDemand'), 'iu')

/** Lowest education asked for; `none` when the text says that it does not matter, absent when it says nothing. */
export function parseEducation(text: string): Education | undefined {
  const plain = toSimplified(text)
  const named = LEVELS.find(([level, words]) =>
    words.test(level === 'master' ? plain.replace(/博士研究生/gu, '博士') : plain),
  )
  if (named) return named[0]
  return NO_DEMAND.test(plain) ? EDUCATION[0] : undefined
}

const EDUCATION_PHRASE = new RegExp(joined('educationPhrase'), 'iu')

/** The same out of running text: only where words like 学历 or 及以上 stand beside the level. */
export function findEducation(text: string): Education | undefined {
  const phrase = EDUCATION_PHRASE.exec(text)?.[0]
  return phrase ? parseEducation(phrase) : undefined
}

const DEGREE = /学士|硕士(?!研究生(?!学位))|博士(?!研究生(?!学位))|不限|无要求/u

/** The cell of a degree column as the source has it; absent when it holds no degree. */
export function parseDegree(text: string): string | undefined {
  const plain = squash(text)
  return DEGREE.test(plain) || /学位|本科|研究生/u.test(plain) ? plain : undefined
}

const DEGREE_PHRASE =
  /(?:学士|硕士|博士)(?:及以上|以上)?(?=学位)|(?<=[/、，,；;及和])\s*(?:学士|硕士|博士)(?:及以上|以上)?$/u

/** A degree beside the level of education in one cell: 本科/学士, 本科及以上学历并取得学士学位. */
export function findDegree(text: string): string | undefined {
  return DEGREE_PHRASE.exec(squash(text))?.[0].trim()
}

/** One list of majors, brackets kept whole: 会计学（0812）、审计、财务管理. */
export function parseMajors(text: string): string[] {
  const majors: string[] = []
  let depth = 0
  let current = ''
  for (const character of squash(text)) {
    if ('（(【['.includes(character)) depth += 1
    if ('）)】]'.includes(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && '、，,；;\n'.includes(character)) {
      majors.push(current)
      current = ''
    } else current += character
  }
  return [...majors, current].map((major) => major.trim().replace(/[。.]$/u, '')).filter(Boolean)
}

const AGE = new RegExp(joined('age'), 'iu')

const AGE_LABEL = /^年龄(?:要求|范围|条件)?(?:在|为|[:：])?\s*/u

/** The words that bound the age, as the source says them, without their label. */
export function findAge(text: string): string | undefined {
  const match = AGE.exec(toNarrow(text))
  if (!match) return undefined
  return (
    text
      .slice(match.index, match.index + match[0].length)
      .replace(AGE_LABEL, '')
      .trim() || undefined
  )
}

/** A sex column says something when it names one; 不限 is an answer too and kept as it is. */
export function parseSex(text: string): string | undefined {
  const plain = squash(text)
  return /男|女|不限/u.test(plain) ? plain : undefined
}

const SEX_ALONE = /(?:^|[；;，,。、\s（(])(?:仅?限|要求|适合)?(男|女)(?:性|士|生)?(?:$|[；;，,。、\s）)])/u

/** 男性 or 女性 as a condition of its own among others; a word that only contains one is none. */
export function findSex(text: string): string | undefined {
  return SEX_ALONE.exec(squash(text))?.[1]
}

/** `2026/3/5`, `2026年3月5日`, `2026-03-05 17:00` → the day as `YYYY-MM-DD`; anything else says no day. */
export function parseDay(text: string): string | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:\D|$)/u.exec(squash(toNarrow(text)))
  const [, year, month = '', day = ''] = match ?? []
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined
}
