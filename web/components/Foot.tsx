import type { Feed } from '../addresses.ts'
import { usePage } from '../page-context.ts'
import { zoneAt, zoneName } from '../when.ts'
import { Link } from './Link.tsx'

export function Foot({ feeds }: { feeds: Feed[] }) {
  const { frame, t, to, place } = usePage()
  return (
    <footer class="foot">
      {feeds.length > 0 && (
        <p class="feeds">
          {t('foot.feeds')}{' '}
          {feeds.map(({ title, href }) => (
            <Link key={title} href={href}>
              {title}
            </Link>
          ))}
        </p>
      )}
      <p>
        {t('foot.times', { zoneName: zoneName(place), zone: zoneAt(place.at, place) })} {t('foot.sources')}
      </p>
      <p class="feeds">
        <Link href={to('/about')}>{t('nav.about')}</Link>
        <Link href={to('/sources')}>{t('sources.title')}</Link>
        <Link href="#top">{t('foot.top')}</Link>
        <span>{t('foot.version', { version: frame.version })}</span>
      </p>
    </footer>
  )
}
