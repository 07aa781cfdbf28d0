/**
 * A country's worth of made-up notices: the same index gives the same item, whatever the size of the corpus and the order in
 * which it is asked for. README.md says what is imitated and why.
 */
import { EDUCATION, type Item, type Kind } from '../../domain/item.ts'
import type { Region, Source, Town } from '../../domain/town.ts'
import { seeded, testItem, testTown } from '../../index-config/testing.ts'
import { CHARACTERS, COMMON_WORDS, HEAD_WORDS, OFFICES } from './words.ts'

/** Grows when the same index would give another item, so that databases made before are not used. */
export const GENERATOR_VERSION = 3
/** The last day of the corpus; all of it lies in the thousand days before, evenly. */
export const BENCH_NOW = new Date('2026-11-22T04:00:00Z')

const DAYS = 1_000
const DAY_MS = 86_400_000
const TAIL_WORDS = 24_000
const PROVINCES = 31
const CITIES = 11
const COUNTIES = 9
/** A county with one item in ten thousand. */
export const RARE_COUNTY = '401109'

const CATEGORIES =
  'traffic health school culture sport heating weather markets housing farming safety tourism finance law'.split(' ')

type Random = () => number
const below = (random: Random, limit: number) => Math.floor(random() * limit)
const pick = <T>(random: Random, values: readonly T[]): T => values[below(random, values.length)] as T
/** The first oftener than the last, as words, offices and places are in life; the more so, the greater `skew`. */
const pickSkewed = <T>(random: Random, values: readonly T[], skew = 2): T =>
  values[Math.floor(values.length * random() ** skew)] as T
/** So that the commonest everyday word stands in a quarter of all items. */
const EVERYDAY = 1.15
const two = (number: number) => String(number).padStart(2, '0')

/** Pairs of characters that hold nothing of COMMON_WORDS: the rare end of the vocabulary, and names. */
function makeWords(count: number, seed: number): string[] {
  const random = seeded(seed)
  const words = new Set<string>()
  while (words.size < count)
    words.add(pick(random, CHARACTERS) + pick(random, CHARACTERS) + (random() < 0.3 ? pick(random, CHARACTERS) : ''))
  return [...words]
}

export const TAIL = makeWords(TAIL_WORDS, 11)
const PLACE_NAMES = makeWords(PROVINCES * (1 + CITIES * (1 + COUNTIES)), 12)

/** 31 provinces of 11 cities of 9 counties; a code begins with its parent's. */
function makeRegions(): Region[] {
  const regions: Region[] = []
  const add = (code: string, parent: string | undefined, ending: string) => {
    const level = parent === undefined ? 'city' : code.length === 4 ? 'county' : 'township'
    const name = `${PLACE_NAMES[regions.length]}${ending}`
    const more = { aliases: [], former: [], landmarks: [], exclude: [] }
    regions.push({ code, ...(parent !== undefined && { parent }), level, names: { 'zh-Hans': name }, ...more })
    return code
  }
  for (let province = 10; province < 10 + PROVINCES; province += 1) {
    const above = add(String(province), undefined, '省')
    for (let city = 1; city <= CITIES; city += 1) {
      const middle = add(above + two(city), above, '市')
      for (let county = 1; county <= COUNTIES; county += 1) add(middle + two(county), middle, '县')
    }
  }
  return regions
}

const REGIONS = makeRegions()
const CITY_REGIONS = REGIONS.filter(({ code }) => code.length === 4)
const COUNTY_REGIONS = REGIONS.filter(({ code }) => code.length === 6 && code !== RARE_COUNTY)
const RARE = REGIONS.filter(({ code }) => code === RARE_COUNTY)

/** Two publishers a city; offices take turns. */
const PUBLISHERS = CITY_REGIONS.flatMap(({ code, names }, at) =>
  [0, 1].map((which) => ({
    slug: `office-${code}-${which}`,
    name: `${names['zh-Hans']}${OFFICES[(2 * at + which) % OFFICES.length]}`,
  })),
)

export function benchTown(): Town {
  return testTown({
    slug: 'bench',
    root: '10',
    regions: REGIONS,
    categories: CATEGORIES.map((id) => ({ id, names: { 'zh-Hans': id }, words: [] })),
    sources: [] as Source[],
    synonyms: [
      ['保安', '门卫', '安保'],
      ['保洁', '清洁'],
      ['司机', '驾驶'],
    ],
  })
}

const KINDS: readonly Kind[] = ['news', 'volunteer', 'job']
/** Sixty, the first far oftener than the last. */
export const POSITION_IDS = Array.from({ length: 60 }, (_, at) => `${1_111 + 97 * at}-trade`)

function kindOf(random: Random): Kind {
  const share = random()
  return share < 0.55 ? 'news' : share < 0.7 ? 'volunteer' : 'job'
}

/** `count` is the size of the corpus: the items stand in the order of their dates. */
export function benchItem(index: number, count: number): Item {
  const random = seeded(index * 2_654_435_761 + 97)
  const kind = kindOf(random)
  const region =
    random() < 0.0001 ? pick(random, RARE) : pickSkewed(random, random() < 0.85 ? COUNTY_REGIONS : CITY_REGIONS)
  const publisher = publisherOf(region.code, random)
  const words = wordsOf(kind, random)
  const id = `b${index}`
  return testItem(id, {
    kind,
    ...dressOf(kind, random, publishedDay(index, count)),
    source: publisher.slug,
    publisher: publisher.name,
    url: `https://${publisher.slug}.example/${id}.html`,
    title: `${region.names['zh-Hans']}${words.slice(0, 8).join('')}`,
    excerpt: sentences(words.slice(8), random),
    body: '',
    publishedAt: `${publishedDay(index, count)}T${two(8 + below(random, 10))}:${two(below(random, 60))}:00+08:00`,
    regions: [{ code: region.code, by: 'name' }],
    categories: random() < 0.3 ? [] : [pickSkewed(random, CATEGORIES)],
  })
}

function publishedDay(index: number, count: number, later = 0): string {
  const day = Math.floor((index * DAYS) / count) - DAYS + 1 + later
  return new Date(BENCH_NOW.getTime() + day * DAY_MS).toISOString().slice(0, 10)
}

function publisherOf(code: string, random: Random): { slug: string; name: string } {
  const city = CITY_REGIONS.findIndex((region) => region.code === code.slice(0, 4))
  return PUBLISHERS[2 * city + (random() < 0.7 ? 0 : 1)] ?? { slug: 'office', name: '' }
}

/** About seventy: the head words by their shares, everyday ones, and a third from the rare end. */
function wordsOf(kind: Kind, random: Random): string[] {
  const at = KINDS.indexOf(kind)
  const words = HEAD_WORDS.filter(({ shares }) => random() < (shares[at] ?? 0)).map(({ word }) => word)
  const more = 60 + below(random, 24)
  while (words.length < more)
    words.push(random() < 0.3 ? pickSkewed(random, TAIL) : pickSkewed(random, COMMON_WORDS, EVERYDAY))
  // Once over, so that head words stand in headlines and in texts alike.
  for (let last = words.length - 1; last > 0; last -= 1) {
    const other = below(random, last + 1)
    ;[words[last], words[other]] = [words[other] as string, words[last] as string]
  }
  return words
}

function sentences(words: string[], random: Random): string {
  return words.map((word) => word + (random() < 0.16 ? '，' : random() < 0.06 ? '。' : '')).join('')
}

/** What makes an item a job or a call. */
function dressOf(kind: Kind, random: Random, day: string): Partial<Item> {
  const closes = random() < 0.5 ? { closesAt: laterDay(day, 5 + below(random, 40)) } : {}
  if (kind === 'news') return { type: 'report' }
  if (kind === 'volunteer') return { type: 'call', ...closes }
  const position = pickSkewed(random, POSITION_IDS)
  const pay = 2_500 + 250 * below(random, 40)
  return {
    type: 'position',
    positions: [position],
    ...(random() < 0.2 && { stage: 'open' }),
    ...closes,
    job: {
      title: pickSkewed(random, COMMON_WORDS),
      employer: `${pickSkewed(random, TAIL)}公司`,
      headcount: 1 + below(random, 8),
      ...(random() < 0.6 && { education: pick(random, EDUCATION) }),
      ...(random() < 0.6 && {
        pay: { min: pay, max: pay + 1_500, period: 'month', raw: `${pay}-${pay + 1_500}元/月` },
      }),
    },
  }
}

function laterDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
