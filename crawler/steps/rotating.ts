/**
 * Parameters that change with every visit (`_t=1730…`, `sid=…`). No list of names knows them all, so a source teaches its
 * own: two entries that turned out to be pages known under another value of a parameter show that it says nothing, and
 * from then on entries that differ in it alone are one.
 */
import type { Candidate } from '../../domain/page.ts'
import { namesOf, type PageRow, pagesTitled } from '../keep/pages.ts'
import type { Visit } from './visit.ts'

const LEAST_PROOFS = 2
const NAMES_LOOKED_AT = 200

/** Names of parameters in whose value, and in nothing else, the two addresses differ; undefined when in more. */
function differingParameter(one: string, other: string): string | undefined {
  const [a, b] = [new URL(one), new URL(other)]
  if (a.origin !== b.origin || a.pathname !== b.pathname) return undefined
  const names = new Set([...a.searchParams.keys(), ...b.searchParams.keys()])
  const differing = [...names].filter(
    (name) => a.searchParams.getAll(name).join() !== b.searchParams.getAll(name).join(),
  )
  return differing.length === 1 ? differing[0] : undefined
}

/** Parameters that the source has shown to say nothing. */
async function rotatingOf({ deps, source }: Visit): Promise<Set<string>> {
  const proofs = new Map<string, number>()
  for (const { url, page } of await namesOf(deps.db, source.slug, NAMES_LOOKED_AT)) {
    const name = differingParameter(url, page)
    if (name !== undefined) proofs.set(name, (proofs.get(name) ?? 0) + 1)
  }
  return new Set([...proofs].filter(([, times]) => times >= LEAST_PROOFS).map(([name]) => name))
}

/** Pages that these new entries are, by the entry's address: same title, and an address that differs in such a parameter alone. */
export async function knownByRotation(visit: Visit, entries: readonly Candidate[]): Promise<Map<string, PageRow>> {
  const asked = entries.filter(({ url }) => url.includes('?'))
  const rotating = asked.length > 0 ? await rotatingOf(visit) : new Set<string>()
  if (rotating.size === 0) return new Map()
  const titles = [...new Set(asked.map(({ title }) => title))]
  const pages = await pagesTitled(visit.deps.db, visit.source.slug, titles)
  return new Map(
    asked.flatMap(({ url, title }) => {
      const page = pages.find((row) => row.title === title && rotating.has(differingParameter(row.url, url) ?? ''))
      return page ? [[url, page] as const] : []
    }),
  )
}
