/** Which page of a list an address names, where it says so by a word. */

const NAMED =
  /([/?&](?:page|paged|pageno|pagenum|pageindex|curpage|pg|start|offset|limitstart)[=/])(\d{1,7})(?=[/?&#]|$)/i

/**
 * Publishers disagree on what "next" and "previous" are, newer or older; a smaller number is the page before in any case.
 * Where numbers without such a word count down (`23.htm`), nothing is known. An address without a number is the first page.
 */
export function isStepBack(url: string | undefined, here: string): boolean {
  const from = NAMED.exec(here)
  if (!url || !from) return false
  const to = NAMED.exec(url)
  if (to && to[1] !== from[1]) return false
  return restOf(url, to) === restOf(here, from) && Number(to?.[2] ?? 0) < Number(from[2])
}

function restOf(url: string, found: RegExpExecArray | null): string {
  const rest = found ? url.slice(0, found.index) + url.slice(found.index + found[0].length) : url
  return rest.replace(/^https?:/, '').replace(/[/?&]+$/, '')
}
