/** The document around a page: head, landmarks, style. */
import type { ComponentChildren } from 'preact'
import type { View } from '../../domain/view.ts'
import type { Head } from '../head.ts'
import { FIND_SCRIPT } from '../islands/address.ts'
import { escapeJson } from '../json-ld.ts'
import { usePage } from '../page-context.ts'
import { STYLES } from '../style.ts'
import { Foot } from './Foot.tsx'
import { ICON } from './Mark.tsx'
import { Mast } from './Mast.tsx'

export function Document({ view, head, children }: { view: View; head: Head; children: ComponentChildren }) {
  const { t } = usePage()
  return (
    <html lang={view.language} class={view.elder ? 'elder' : undefined}>
      <HeadOf view={view} head={head} />
      <body id="top">
        <a class="skip" href="#main">
          {t('skip.main')}
        </a>
        <Mast view={view} />
        <main id="main" tabIndex={-1} class={`page-${view.page}`}>
          {children}
        </main>
        <Foot feeds={head.feeds} />
      </body>
    </html>
  )
}

function HeadOf({ view, head }: { view: View; head: Head }) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{head.title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" type="image/svg+xml" href={ICON} />
      {head.description && <meta name="description" content={head.description} />}
      {head.hidden ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={head.canonical} />}
      {head.feeds.map(({ type, title, href }) => (
        <link key={type} rel="alternate" type={type} title={`${head.title} ${title}`} href={href} />
      ))}
      <style nonce={view.nonce} dangerouslySetInnerHTML={{ __html: STYLES[view.page] }} />
      <script defer nonce={view.nonce} src={FIND_SCRIPT} />
      {head.jsonLd && (
        <script
          type="application/ld+json"
          nonce={view.nonce}
          dangerouslySetInnerHTML={{ __html: escapeJson(head.jsonLd) }}
        />
      )}
    </head>
  )
}
