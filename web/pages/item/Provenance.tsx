/** How we know: words that raised a note, files, other places, what changed, and why it is filed as it is. */
import type { ItemResponse } from '../../../domain/api.ts'
import { hostOf } from '../../addresses.ts'
import { Link } from '../../components/Link.tsx'
import { Time } from '../../components/Time.tsx'
import { usePage } from '../../page-context.ts'

/** Quoted, never judged: official calls may have their reasons, and a reader can read. */
export function Flags({ item: { flags } }: { item: ItemResponse }) {
  const { t } = usePage()
  if (flags.length === 0) return null
  return (
    <section class="note">
      <h2>{t('item.flags')}</h2>
      <p class="small">{t('item.flagsNote')}</p>
      <ul>
        {flags.map(({ id, raw }) => (
          <li key={`${id} ${raw}`}>
            {t.word('flag', id)} <q>{raw}</q>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Attachments({ item: { attachments } }: { item: ItemResponse }) {
  const { t } = usePage()
  if (attachments.length === 0) return null
  return (
    <section>
      <h2>{t('item.attachments')}</h2>
      <ul class="files">
        {attachments.map(({ name, url, type }) => (
          <li key={url}>
            <Link href={url}>{name}</Link>{' '}
            <small>{[type.toUpperCase(), hostOf(url)].filter((part) => part !== '').join(' · ')}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A copy names the publisher it was taken from; then the site where it stands says more. */
export function AlsoAt({ item: { alsoAt, publisher: own } }: { item: ItemResponse }) {
  const { t, sourceName } = usePage()
  if (alsoAt.length === 0) return null
  return (
    <section>
      <h2>{t('item.alsoAt')}</h2>
      <ul class="files">
        {alsoAt.map(({ publisher, source, url }) => (
          <li key={url}>
            <Link href={url}>{publisher === own ? sourceName(source) : publisher}</Link> <small>{hostOf(url)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Only from the second version on: before that nothing has changed. */
export function Versions({ item: { versions, title } }: { item: ItemResponse }) {
  const { t } = usePage()
  if (versions.length < 2) return null
  return (
    <details>
      <summary>{`${t('item.versions')} (${t.figure(versions.length)})`}</summary>
      <ol class="versions">
        {versions.map((version) => (
          <li key={version.no}>
            <Time value={version.at} />{' '}
            {version.changed.length === 0
              ? t('item.firstVersion')
              : t('item.changed', {
                  fields: version.changed.map((field) => t.word('field', field)).join(t('list.comma')),
                })}
            {version.title !== title && <q>{version.title}</q>}
          </li>
        ))}
      </ol>
    </details>
  )
}

export function Why({ item: { evidence } }: { item: ItemResponse }) {
  const { t } = usePage()
  const reasons = Object.entries(evidence)
  if (reasons.length === 0) return null
  return (
    <details>
      <summary>{t('item.evidence')}</summary>
      <p class="small">{t('item.evidenceNote')}</p>
      <dl class="why">
        {reasons.map(([field, reason]) => (
          <div key={field}>
            <dt>{t.word('field', field)}</dt>
            <dd>
              <code>{reason}</code>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
