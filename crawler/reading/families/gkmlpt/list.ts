import type { OpenDocument } from '../../document.ts'
import type { Next } from '../../next-page.ts'

/** Guangdong's platform of open information: the page is empty, its store is asked with the site's number; 0 is every category. */
export function gkmlptFrame({ page, absolute }: OpenDocument): Next | undefined {
  if (!/\/gkmlpt\//.test(page.url) && !/["'/]gkmlpt\//.test(page.text)) return undefined
  const site = /\bSID\s*[:=]\s*["']?(\d{1,9})\b/.exec(page.text)?.[1]
  if (!site) return undefined
  const category = /\/gkmlpt\/api\/all\/(\d{1,9})/.exec(page.text)?.[1] ?? '0'
  const url = absolute(`/gkmlpt/api/all/${category}?page=1&sid=${site}`)
  return url ? { url, by: 'script:gkmlpt' } : undefined
}
