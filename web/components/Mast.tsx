/** Head of every page: whose town, where to go, how to show it. */
import { LANGUAGES, type View } from '../../domain/view.ts'
import { LIST_PATHS, withParameter } from '../addresses.ts'
import { findWords } from '../islands/find-words.ts'
import { usePage } from '../page-context.ts'
import { LANGUAGE_NAMES } from '../translate.ts'
import { Carry } from './Form.tsx'
import { Link } from './Link.tsx'
import { Mark } from './Mark.tsx'

export function Mast({ view }: { view: View }) {
  return (
    <header class="mast">
      <div class="mast-top">
        <Brand />
        <Search view={view} />
        <Options />
      </div>
      <Sections path={view.url.split('?', 1)[0] ?? ''} />
    </header>
  )
}

function Brand() {
  const { t, to, townName } = usePage()
  return (
    <Link class="brand" href={to('/')} rel="home">
      <Mark />
      <span class="word">{t('brand.name')}</span>
      {townName !== '' && <span class="town">{townName}</span>}
    </Link>
  )
}

/** On the page of results it holds the words and keeps section and region; elsewhere it starts anew. */
function Search({ view }: { view: View }) {
  const page = usePage()
  const { t } = page
  const { q, kind, region } = view.page === 'search' ? view.answer.query : {}
  return (
    <search class="find">
      <form action="/search">
        <label class="unseen" for="find">
          {t('search.prompt')}
        </label>
        <div class="find-field">
          <input
            id="find"
            type="search"
            name="q"
            value={q}
            maxLength={64}
            placeholder={t('search.prompt')}
            data-suggest={JSON.stringify(findWords(page))}
          />
        </div>
        <Carry keep={{ kind, region }} />
        <button type="submit">{t('search.button')}</button>
      </form>
    </search>
  )
}

function Sections({ path }: { path: string }) {
  const { t, to } = usePage()
  const sections = [
    ['/', t('nav.home')],
    [LIST_PATHS.news, t('kind.news')],
    [LIST_PATHS.job, t('kind.job')],
    [LIST_PATHS.volunteer, t('kind.volunteer')],
    ['/sources', t('nav.sources')],
    ['/about', t('nav.about')],
  ] as const
  return (
    <nav class="sections" aria-label={t('nav.main')}>
      <ul>
        {sections.map(([address, name]) => (
          <li key={address}>
            <Link href={to(address)} current={address === path ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Options() {
  const { frame, t } = usePage()
  const { url, elder, language } = frame
  return (
    <nav class="options" aria-label={t('nav.options')}>
      <ul>
        <li>
          <Link class="elder-switch" href={withParameter(url, 'elder', elder ? '' : '1')} rel="nofollow">
            {elder ? t('mode.standard') : t('mode.elder')}
          </Link>
        </li>
        {LANGUAGES.filter((tag) => tag !== language).map((tag) => (
          <li key={tag}>
            <Link href={withParameter(url, 'lang', tag)} lang={tag} hreflang={tag} rel="alternate nofollow">
              {LANGUAGE_NAMES[tag]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
