/** By what an element can be called in a selector that should still hold next year. */
import type { Element } from './reading/document.ts'

/** Made by a build (`title-3bY8Hw-9`, `css-1x2y3z`), or saying only how the element stands among its like. */
const PASSING =
  /^(?:odd|even|first|last|active|current|on|cur|selected|hover|show|clearfix|clear|fl|fr|left|right|new|top|sticky)$|\d{3,}|^(?:css|sc|jsx|svelte|ember|style__)-?|[-_][A-Za-z0-9]*(?:\d[A-Za-z]|[A-Za-z]\d)[A-Za-z0-9]*/i

/** `.name`, or undefined where the name would not hold or cannot be written without escapes. */
function stable(name: string): boolean {
  return /^[A-Za-z_][\w-]*$/.test(name) && !PASSING.test(name)
}

/** From the surest and shortest on: id, itemprop, class, tag with class; empty where it has no name that lasts. */
export function namesOf({ name: tag, attribs }: Element): string[] {
  const { id = '', class: classes = '', itemprop = '' } = attribs
  const words = classes.split(/\s+/).filter((word) => word !== '' && stable(word))
  return [
    ...(stable(id) ? [`#${id}`] : []),
    ...(stable(itemprop) ? [`[itemprop="${itemprop}"]`] : []),
    ...words.map((word) => `.${word}`),
    ...words.map((word) => `${tag}.${word}`),
    ...(words.length > 1 ? [`.${words.join('.')}`] : []),
  ]
}
