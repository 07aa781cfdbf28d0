import type { OpenDocument } from '../../document.ts'
import type { Next } from '../../next-page.ts'

/**
 * `createPageHTML(total, current, "index", "html")` of TRS counts from 0 and names its second page index_1;
 * `createPageHTML('box', total, current, 'list', 'shtml', …)` of UCAP counts from 1 and names it list_2.
 */
export function pageHtmlNext({ page, absolute }: OpenDocument): Next | undefined {
  for (const [, list = ''] of page.text.matchAll(/\bcreatePage(?:HTML|Html|er)?\s*\(([^()]{1,300})\)/g)) {
    const parts = list.split(',').map((part) => part.trim())
    const numbers = parts.filter((part) => /^["']?\d+["']?$/.test(part)).map((part) => Number(part.replace(/\D/g, '')))
    const names = parts.flatMap((part) => /^["']([^"'\d][^"']*)["']$/.exec(part)?.[1] ?? [])
    const [total = 0, current = 0] = numbers
    const [name, ending] = names.slice(-2)
    if (!name || !ending || !/^\.?s?html?$|^\.?jhtml$/.test(ending)) continue
    const fromOne = names.length > 2
    if (fromOne ? current >= total : current + 1 >= total) continue
    const url = absolute(`${name}_${current + 1}.${ending.replace(/^\./, '')}`)
    if (url) return { url, by: 'script:createPageHTML' }
  }
  return undefined
}
