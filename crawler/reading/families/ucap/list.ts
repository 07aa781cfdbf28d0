import type { OpenDocument } from '../../document.ts'
import type { Next } from '../../next-page.ts'

/** What scripts of UCAP add to the address of their item store. */
const QUERY = 'page=1&_pageSize=20&_isAgg=true&_isJson=true&_template=index'

/** The item store is asked by the id of the channel, 32 hexadecimal digits. */
export function ucapFrame({ $, page, absolute }: OpenDocument): Next | undefined {
  const named = /["'`]([^"'`\s]{0,200}\/search\/[0-9a-f]{32}[^"'`\s]{0,200})["'`]/i.exec(page.text)?.[1]
  const channel = $('meta[name="channelId" i]').attr('content')
  if (!named || (channel && !named.includes(channel))) return undefined
  const url = absolute(named.includes('?') ? named.replace(/&amp;/g, '&') : `${named}?${QUERY}`)
  return url ? { url, by: 'script:search' } : undefined
}
