/** One line of any list: who says it, when, where, and the way to the original; never less than these four. */
import type { ItemSummary } from '../../domain/api.ts'
import { LIST_PATHS } from '../addresses.ts'
import { usePage } from '../page-context.ts'
import { whenText } from '../when.ts'
import { JobLine, VolunteerLine } from './FactLine.tsx'
import { Link, Original } from './Link.tsx'
import { Marked } from './Marked.tsx'
import { Closing, Time } from './Time.tsx'

/** Information, no warning: half of all calls name an age, and a row that warns of everything warns of nothing. */
const QUIET_FLAGS = ['age']

/** `showKind` where kinds are mixed, as in a search. */
export function Row({ item, showKind = false }: { item: ItemSummary; showKind?: boolean }) {
  const { t, to } = usePage()
  const flags = item.flags.filter(({ id }) => !QUIET_FLAGS.includes(id)).map(({ id }) => t.word('flag', id))
  return (
    <li class="row">
      <article>
        <h3 lang={languageOf(item.title, t.language)}>
          <Pinned item={item} />
          <Link href={to(`/items/${encodeURIComponent(item.id)}`)}>
            {item.highlight ? <Marked html={item.highlight.title} /> : item.title}
          </Link>
        </h3>
        <When item={item} />
        {item.job && <JobLine item={item} job={item.job} />}
        {item.volunteer && <VolunteerLine item={item} volunteer={item.volunteer} />}
        {!item.job && !item.volunteer && item.closesAt && (
          <p class="facts">
            <Closing at={item.closesAt} open={item.open} />
          </p>
        )}
        <Excerpt item={item} />
        {flags.length > 0 && <p class="note">{t('row.flags', { flags: flags.join(t('list.comma')) })}</p>}
        <p class="by">
          {showKind && <span>{t.word('kind', item.kind)}</span>}
          {item.stage && <span class="stage">{t.word('stage', item.stage)}</span>}
          <Publisher item={item} />
          <Places item={item} />
          <Categories item={item} />
          <Original url={item.url} />
        </p>
      </article>
    </li>
  )
}

function Pinned({ item: { pinned } }: { item: ItemSummary }) {
  const { t, place } = usePage()
  if (!pinned) return null
  const why = t('row.pinnedUntil', { until: whenText(pinned.until, place), reason: pinned.reason })
  return (
    <>
      <span class="seal" title={why}>
        {t('row.pinned')}
      </span>{' '}
    </>
  )
}

function When({ item }: { item: ItemSummary }) {
  const { t } = usePage()
  return (
    <p class="when">
      <Time value={item.publishedAt} />
      {item.estimated && <span class="guess"> {t('row.estimated')}</span>}
    </p>
  )
}

/** A position's facts say more than the first words of its notice, unless it was found by these. */
function Excerpt({ item }: { item: ItemSummary }) {
  const { t } = usePage()
  const text = item.highlight?.excerpt ?? item.excerpt
  if (text === '' || (item.type === 'position' && !item.highlight?.excerpt.includes('<mark>'))) return null
  return (
    <p class="excerpt" lang={languageOf(text, t.language)}>
      {item.highlight ? <Marked html={text} /> : text}
    </p>
  )
}

export function Publisher({ item }: { item: Pick<ItemSummary, 'publisher' | 'source'> }) {
  const { frame, t } = usePage()
  return (
    <span class="publisher">
      <span lang={languageOf(item.publisher, t.language)}>{item.publisher}</span>
      {frame.sources[item.source]?.official && <small class="official"> {t('row.official')}</small>}
    </span>
  )
}

/** The most specific place, and those that do not lie on the way to it. */
export function Places({ item }: { item: Pick<ItemSummary, 'regions' | 'kind'> }) {
  const { t, to, regionName, regionPath } = usePage()
  const codes = item.regions.map(({ code }) => code)
  const above = new Set(
    codes.flatMap((code) =>
      regionPath(code)
        .slice(0, -1)
        .map((node) => node.code),
    ),
  )
  const places = codes.filter((code) => !above.has(code))
  if (places.length === 0) return <span class="place">{t('row.regionNone')}</span>
  return (
    <span class="place">
      {places.slice(0, PLACES_SHOWN).map((code, index) => (
        <>
          {index > 0 && t('list.comma')}
          <Link href={to(LIST_PATHS[item.kind], { region: code })}>{regionName(code)}</Link>
        </>
      ))}
      {places.length > PLACES_SHOWN && ` ${t('row.more', { n: places.length - PLACES_SHOWN })}`}
    </span>
  )
}
const PLACES_SHOWN = 3

function Categories({ item }: { item: ItemSummary }) {
  const { frame, to, categoryName } = usePage()
  if (item.kind === 'job') return null
  const known = item.categories.filter((id) => frame.categories.some((entry) => entry.id === id))
  return (
    <>
      {known.map((id) => (
        <Link key={id} href={to(LIST_PATHS[item.kind], { category: id })}>
          {categoryName(id)}
        </Link>
      ))}
    </>
  )
}

/** Marks Chinese text on an English page, for the voice that reads it aloud and for the font that draws it. */
export function languageOf(text: string, language: string): string | undefined {
  return language === 'en' && /\p{Script=Han}/u.test(text) ? 'zh' : undefined
}
