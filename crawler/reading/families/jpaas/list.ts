import type { OpenDocument } from '../../document.ts'
import type { Next } from '../../next-page.ts'

const UNIT = /\/jpaas-publish-server\/front\/page\/build\/unit/

/** Hanweb's newer system: a script tag names the unit that it asks, and with what, as an object in single quotes. */
export function jpaasFrame({ $, absolute }: OpenDocument): Next | undefined {
  for (const script of $('script[url][querydata]').toArray()) {
    const { url: unit = '', querydata = '' } = script.attribs
    if (!UNIT.test(unit) || /pageType['"]?\s*:\s*['"]detail/.test(querydata)) continue
    const fields = [...querydata.matchAll(/['"]([\w-]{1,40})['"]\s*:\s*['"]([^'"]{0,200})['"]/g)]
    const query = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value]))
    const url = absolute(`${unit}${unit.includes('?') ? '&' : '?'}${query}`)
    if (url) return { url, by: 'script:jpaas' }
  }
  return undefined
}
