/** Mustache with a site's own templates; every one of them may be included by the others. */
import Mustache from 'mustache'
import type { Site } from './load-sites.ts'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** As in HTML, and no more: Mustache's own escape would also rewrite the slashes of every link. */
function escapeHtml(value: unknown): string {
  return String(value).replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char)
}

/** Throws when the site has no such template. */
export function createRender(site: Site): (template: string, view: Record<string, unknown>) => string {
  return (template, view) => {
    const text = site.templates[template]
    if (text === undefined) throw new Error(`${site.host} has no template ${template}.html`)
    return Mustache.render(text, view, site.templates, { escape: escapeHtml })
  }
}
