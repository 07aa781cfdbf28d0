import type { OpenDocument } from '../../document.ts'
import type { Next } from '../../next-page.ts'

const WANTED = ['appid', 'webid', 'path', 'columnid', 'sourceContentType', 'unitid', 'webname', 'permissiontype']

/** The page holds its first records; the proxy gives those that follow, as many at a time as the page holds. */
export function jpageNext({ page, absolute }: OpenDocument): Next | undefined {
  const proxy = /["']([^"'\s]{0,200}\/dataproxy\.jsp[^"'\s]{0,600})["']/i.exec(page.text)?.[1]
  if (!proxy) return undefined
  const here = page.text.match(/<record>/gi)?.length ?? 0
  const total = Number(/<totalrecord>(\d{1,9})</i.exec(page.text)?.[1] ?? 0)
  if (here === 0 || here >= total) return undefined
  const asked = URL.canParse(page.url) ? Number(new URL(page.url).searchParams.get('endrecord') ?? here) : here
  if (asked >= total) return undefined
  const query = new URLSearchParams({
    startrecord: String(asked + 1),
    endrecord: String(asked + here),
    perpage: String(here),
  })
  const [path = '', given = ''] = proxy.replace(/&amp;/g, '&').split('?')
  for (const name of WANTED) {
    const value = new URLSearchParams(given).get(name) ?? fieldOf(page.text, name)
    if (value) query.set(name, value)
  }
  const url = absolute(`${path}?${query}`)
  return url ? { url, by: 'script:dataproxy' } : undefined
}

function fieldOf(text: string, name: string): string | undefined {
  return new RegExp(`\\b${name}["']?\\s*[:=]\\s*["']?([^"'&,\\s;}<>]{1,100})`).exec(text)?.[1]
}
