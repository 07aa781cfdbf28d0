import { usePage } from '../page-context.ts'
import { nameIn } from '../translate.ts'
import { zoneAt, zoneName } from '../when.ts'

const PARTS = ['what', 'how', 'trust', 'time', 'jobs', 'popular', 'privacy', 'reading', 'feeds'] as const

/** `#privacy` is where items send those who want a correction. */
export function About() {
  const { frame, t, townName, place } = usePage()
  const values = { town: townName, zoneName: zoneName(place), zone: zoneAt(place.at, place) }
  return (
    <div class="prose">
      <h1>{t('about.title')}</h1>
      {frame.town.about && <p class="lead">{nameIn(frame.town.about, t.language)}</p>}
      {PARTS.map((part) => (
        <section key={part} id={part}>
          <h2>{t(`about.${part}`)}</h2>
          <p>{t(`about.${part}Text`, values)}</p>
        </section>
      ))}
    </div>
  )
}
