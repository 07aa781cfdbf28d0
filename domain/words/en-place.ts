/** English words around the names of places and of publishers. */
import type { CategoryWords, PlaceWords, PublisherWords } from './words.ts'

export const place: PlaceWords = {
  own: [
    ['city', /\b(?:our city|this city|across the city|city-wide)\b/iu],
    ['county', /\b(?:our (?:borough|county|district)|borough-?wide|county-?wide)\b/iu],
  ],
  // A name of letters is excluded by the town's own data (`Brooklyn, Ohio`): which state is another one, a language cannot know.
  otherAfter: /(?!)/u,
  otherBefore: /(?!)/u,
  foreignCity: /(?!)/u,
}

export const category: CategoryWords = { venue: /(?!)/gu }

export const publisher: PublisherWords = {
  label:
    /^(?:source|from|by|published by|posted by|courtesy of)\s{0,4}[:：|/]\s{0,4}|^(?:published|posted) by\s{1,4}/iu,
  tail: /\s{0,4}(?:\|\s{0,4})?(?:author|editor|date|posted|published|updated|views?)\s{0,4}[:：].{0,200}$/iu,
  nothing: /^(?:null|undefined|unknown|n\/?a|none|staff|admin|administrator|webmaster|website|internet|-{1,9})$/iu,
}
