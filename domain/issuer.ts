/**
 * Whose telling of a story stands for it (DESIGN: the issuing body is preferred), and which of the others it stands for.
 * A function of the tellings alone: the order in which they came to be known plays no part.
 */
import { foldScript } from './script.ts'

/** One publisher's telling. */
export interface Telling {
  id: string
  /** Slug. */
  source: string
  /** The name that the page gives, or its source's own. */
  publisher: string
  /** Most specific region of the text. */
  region?: string
  /** ISO instant or day. */
  publishedAt: string
  /** The time is only that of first sight, which depends on when we looked. */
  estimated: boolean
}

export interface Teller {
  /** In every language. */
  names: readonly string[]
  region: string
  official: boolean
}

/** Who is known, by slug. */
export type Tellers = ReadonlyMap<string, Teller>

const SITE_WORDS = /(?:官方|门户)?(?:网站|网|微信公众号|公众号|客户端|微信|发布)$/u
const nameKey = (name: string) =>
  foldScript(name)
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .replace(SITE_WORDS, '')

/** True when the page gives this teller as the one who said it: 来源：X. */
function credits({ publisher }: Telling, { names }: Teller): boolean {
  const said = nameKey(publisher)
  return said !== '' && names.some((name) => nameKey(name) === said)
}

/** 3 a public body that tells of its own region under its own name, 2 of its own region, 1 under its own name, else 0. */
function issueRank(telling: Telling, tellers: Tellers): number {
  const own = tellers.get(telling.source)
  if (!own?.official) return 0
  const ownName = credits(telling, own)
  const elsewhere = !ownName && [...tellers].some(([slug, other]) => slug !== telling.source && credits(telling, other))
  if (elsewhere) return 0
  return (telling.region === own.region ? 2 : 0) + (ownName ? 1 : 0)
}

/**
 * Tellings of which each was found to tell the same as those that `pairs` names, both ways round. Answers the preferred
 * ones, best first, each with those it stands for in the same order. None stands for one that it was not compared with.
 */
export function groupTellings(
  tellings: readonly Telling[],
  pairs: ReadonlyMap<string, ReadonlySet<string>>,
  tellers: Tellers,
): { head: string; others: string[] }[] {
  const waiting = inOrderOfIssue(tellings, pairs, tellers)
  const groups: { head: string; others: string[] }[] = []
  const placed = new Set<string>()
  for (const { id } of waiting) {
    if (placed.has(id)) continue
    const same = pairs.get(id) ?? new Set()
    const others = waiting.map((other) => other.id).filter((other) => same.has(other) && !placed.has(other))
    for (const member of [id, ...others]) placed.add(member)
    groups.push({ head: id, others })
  }
  return groups
}

/** Issuing body first, then whom most others credit by name, then the earliest, then by id. */
function inOrderOfIssue(
  tellings: readonly Telling[],
  pairs: ReadonlyMap<string, ReadonlySet<string>>,
  tellers: Tellers,
): Telling[] {
  const known = new Map(tellings.map((telling) => [telling.id, telling]))
  const creditsOf = ({ id, source }: Telling): number => {
    const own = tellers.get(source)
    const others = [...(pairs.get(id) ?? [])].flatMap((other) => known.get(other) ?? [])
    return own ? others.filter((other) => other.source !== source && credits(other, own)).length : 0
  }
  return tellings
    .map((telling) => ({ telling, issue: issueRank(telling, tellers), credited: creditsOf(telling) }))
    .sort(
      (a, b) =>
        b.issue - a.issue ||
        b.credited - a.credited ||
        Number(a.telling.estimated) - Number(b.telling.estimated) ||
        compareTexts(
          a.telling.estimated ? '' : a.telling.publishedAt,
          b.telling.estimated ? '' : b.telling.publishedAt,
        ) ||
        compareTexts(a.telling.id, b.telling.id),
    )
    .map(({ telling }) => telling)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
