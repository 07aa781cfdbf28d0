/** How elements may stand in each other so that every parser builds the same tree. After the HTML standard, 13.2. Data only. */

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Kept open by no end tag but their own and those of what holds them ("special" of the standard). */
export const SPECIAL = setOf(
  'address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd ' +
    'details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header ' +
    'hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript ' +
    'object ol p param plaintext pre script search section select source style summary table tbody td template ' +
    'textarea tfoot th thead title tr track ul wbr xmp',
)

/** Left open, they are opened again in what follows. */
export const FORMATTING = setOf('a b big code em font i nobr s small strike strong tt u')

/** End an open paragraph, also one that is not the innermost element. */
export const ENDS_P = setOf(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr li dd dt main menu nav ol p pre search section summary table ul',
)

export const HEADINGS = setOf('h1 h2 h3 h4 h5 h6')

/** An end tag reaches no further out than these. */
export const SCOPES = setOf('applet caption html table td th marquee object template')
export const TABLE_ENDS = setOf('table caption tbody thead tfoot tr td th')

/** What may stand in an element that takes nothing else. */
export const HOLDS: Readonly<Record<string, ReadonlySet<string>>> = {
  html: setOf('head body'),
  head: setOf('base basefont bgsound link meta noscript script style title'),
  table: setOf('caption colgroup thead tbody tfoot tr script style'),
  colgroup: setOf('col'),
  thead: setOf('tr script style'),
  tbody: setOf('tr script style'),
  tfoot: setOf('tr script style'),
  tr: setOf('td th script style'),
  select: setOf('option optgroup script hr'),
  optgroup: setOf('option script hr'),
  option: new Set(),
  iframe: new Set(),
  svg: setOf(
    'path g circle ellipse rect line polyline polygon text tspan defs use symbol clippath style title desc lineargradient radialgradient stop mask pattern filter animate',
  ),
}

/** Where an element must stand. */
export const STANDS_IN: Readonly<Record<string, ReadonlySet<string>>> = {
  head: setOf('html'),
  body: setOf('html'),
  caption: setOf('table'),
  colgroup: setOf('table'),
  col: setOf('colgroup'),
  thead: setOf('table'),
  tbody: setOf('table'),
  tfoot: setOf('table'),
  tr: setOf('table thead tbody tfoot'),
  td: setOf('tr'),
  th: setOf('tr'),
}

/** One within another of its kind ends the outer one. */
export const NOT_IN_ITSELF = setOf('a nobr button form select option html head body')

/** Parsers differ about what is inside, or the standard has rules for them alone. */
export const UNUSUAL = setOf(
  'template noframes noembed xmp plaintext listing frameset frame image isindex keygen menuitem rb rtc math foreignobject',
)

/** A parser that closes these by itself does what the standard does. */
export const ENDS_ITSELF = setOf('p li dd dt option optgroup thead tbody tr td th head rt rp')

/** Nothing in them is text of the page; they may follow its end. */
export const AFTER_END = setOf('script style link meta')
