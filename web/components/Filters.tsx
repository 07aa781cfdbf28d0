/** What narrows a list: links with counts, a form for the rest, and what is in force. All of it is addresses. */
import type { ComponentChildren } from 'preact'
import type { FacetName, FacetValue, ItemsResponse, RegionNode } from '../../domain/api.ts'
import type { ItemQuery } from '../../domain/query.ts'
import { LIST_PATHS } from '../addresses.ts'
import { usePage } from '../page-context.ts'
import { nameIn } from '../translate.ts'
import { Link } from './Link.tsx'

/** Path of the page that shows this answer, and its query without what the path says or a new filter ends. */
export interface Asked {
  path: string
  query: Partial<ItemQuery>
}
export function askedOf(answer: ItemsResponse, path: string): Asked {
  const { cursor: _ended, limit: _own, kind, ...query } = answer.query
  const said = Object.values(LIST_PATHS).includes(path)
  return { path, query: said ? query : { ...query, kind } }
}

/** Figures are "that many or more" when only the newest items were counted. */
export function countsOf(answer: ItemsResponse, facet: FacetName): Map<string, { n: number; exact: boolean }> {
  const exact = !answer.notices.some(({ code }) => code === 'facets_partial')
  return new Map((answer.facets[facet] ?? []).map(({ value, n }) => [value, { n, exact }]))
}

/** Closed on a phone, open beside the list on a wide screen; the style sheet decides. */
export function Panel({ children, count }: { children: ComponentChildren; count: number }) {
  const { t } = usePage()
  return (
    <details class="panel">
      <summary>
        {t('filter.heading')}
        {count > 0 && ` (${t.figure(count)})`}
      </summary>
      <div class="panel-in">{children}</div>
    </details>
  )
}

interface ChoiceProps {
  href: string
  name: string
  chosen: boolean
  count?: { n: number; exact: boolean } | undefined
}
function Choice({ href, name, chosen, count }: ChoiceProps) {
  const { t } = usePage()
  return (
    <Link href={href} current={chosen ? 'true' : undefined}>
      {name}
      {count && <small> {t.figure(count)}</small>}
    </Link>
  )
}

/** The town's districts; below the chosen one and its parents also theirs. */
export function RegionTree({ answer, asked }: { answer: ItemsResponse; asked: Asked }) {
  const { frame, t, to, regionPath } = usePage()
  const counts = countsOf(answer, 'region')
  const chosen = asked.query.region
  const opened = new Set(regionPath(chosen ?? '').map(({ code }) => code))
  const branch = (node: RegionNode, code: string | undefined, depth: number) => (
    <li key={node.code}>
      <Choice
        href={to(asked.path, { ...asked.query, region: code })}
        name={nameIn(node.names, t.language)}
        chosen={code === chosen || (depth === 0 && chosen === node.code)}
        count={counts.get(node.code)}
      />
      {node.children.length > 0 && (depth === 0 || opened.has(node.code)) && (
        <ul>{node.children.map((child) => branch(child, child.code, depth + 1))}</ul>
      )}
    </li>
  )
  return (
    <nav class="choices tree" aria-label={t('filter.region')}>
      <h2>{t('filter.region')}</h2>
      <ul>{branch(frame.regions, undefined, 0)}</ul>
    </nav>
  )
}

/** Orders that mean something for words. */
export function SortLinks({ asked }: { asked: Asked }) {
  const { t, to } = usePage()
  const { q, sort } = asked.query
  if (q === undefined) return null
  return (
    <nav class="choices" aria-label={t('filter.sort')}>
      <h2>{t('filter.sort')}</h2>
      <ul>
        {(['new', 'relevance'] as const).map((order) => (
          <li key={order}>
            <Choice
              href={to(asked.path, { ...asked.query, sort: order })}
              name={t(`sort.${order}`)}
              chosen={order === sort}
            />
          </li>
        ))}
      </ul>
    </nav>
  )
}

type LinkedFacet = 'category' | 'position' | 'kind' | 'source' | 'stage'

/** Values that the answer holds, as links; the rest than the first dozen folded away. */
export function FacetLinks({ answer, asked, facet }: { answer: ItemsResponse; asked: Asked; facet: LinkedFacet }) {
  const { t, to } = usePage()
  const values = answer.facets[facet] ?? []
  const counts = countsOf(answer, facet)
  const chosen = asked.query[facet]
  if (values.length === 0) return null
  const choice = (value: string | undefined, name: string) => (
    <li key={value ?? ''}>
      <Choice
        href={to(asked.path, { ...asked.query, [facet]: value })}
        name={name}
        chosen={value === chosen}
        count={value === undefined ? undefined : counts.get(value)}
      />
    </li>
  )
  const named = ({ value, names }: FacetValue) =>
    choice(value, facet === 'kind' || facet === 'stage' ? t.word(facet, value) : nameIn(names, t.language) || value)
  return (
    <nav class="choices" aria-label={t(`filter.${facet}`)}>
      <h2>{t(`filter.${facet}`)}</h2>
      <ul>
        {choice(undefined, t('filter.any'))}
        {values.slice(0, FACETS_SHOWN).map(named)}
      </ul>
      {values.length > FACETS_SHOWN && (
        <details>
          <summary>{t('filter.more')}</summary>
          <ul>{values.slice(FACETS_SHOWN).map(named)}</ul>
        </details>
      )}
    </nav>
  )
}
const FACETS_SHOWN = 14
