/**
 * The one place where an address becomes a link. Preact prints `href="javascript:…"` as given,
 * so the scheme is judged here again although the crawler has done so before.
 */
import type { ComponentChildren } from 'preact'
import { hasSafeScheme } from '../../domain/urls.ts'
import { hostOf, isOwnPath } from '../addresses.ts'
import { usePage } from '../page-context.ts'

interface LinkProps {
  href: string
  children: ComponentChildren
  class?: string
  rel?: string
  title?: string
  lang?: string
  hreflang?: string
  current?: 'page' | 'true'
  label?: string
}

/** A link to an own page or out; text without a link when the address may not be one. */
export function Link({ href, children, current, label, rel, ...rest }: LinkProps) {
  const own = isOwnPath(href) || href.startsWith('#')
  if (!own && !hasSafeScheme(href)) return <span class={rest.class}>{children}</span>
  const relation = own ? rel : 'noopener noreferrer nofollow ugc'
  return (
    <a href={own ? href : href.trim()} rel={relation} aria-current={current} aria-label={label} {...rest}>
      {children}
    </a>
  )
}

/** To the original, with its host in the open, so that a look-alike shows. */
export function Original({ url }: { url: string }) {
  const { t } = usePage()
  const host = hostOf(url)
  if (host === '') return <span class="out">{t('item.noLink')}</span>
  return (
    <Link class="out" href={url}>
      <span class="original">{t('row.original')}</span> <span class="host">{host}</span>
    </Link>
  )
}
