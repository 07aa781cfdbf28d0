/** The style sheet of each page, inlined: a first view is one answer, and carries no rule that it has no use for. */
import type { View } from '../domain/view.ts'
import { BASE } from './styles/base.ts'
import { FILTERS } from './styles/filters.ts'
import { FRONT } from './styles/front.ts'
import { ITEM } from './styles/item.ts'
import { MAST } from './styles/mast.ts'
import { MODES } from './styles/modes.ts'
import { RANKING } from './styles/ranking.ts'
import { ROWS } from './styles/rows.ts'
import { SOURCES } from './styles/sources.ts'

/** Blanks and comments out. Every line of ours ends in `{`, `}`, `;` or `,`, so that lines may touch. */
function squeeze(css: string): string {
  return css
    .replace(/\/\*[^*]*\*\//g, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/: (?=[^{}]*[;}])/g, ':')
    .replace(/ \{/g, '{')
    .replace(/([{};,]) +/g, '$1')
    .replaceAll(';}', '}')
}

// Modes come last: they overrule what the parts say.
const sheet = (...parts: string[]): string => squeeze([BASE, MAST, ...parts, MODES].join(''))
const LISTED = sheet(ROWS, FILTERS)

export const STYLES: Record<View['page'], string> = {
  home: sheet(ROWS, FRONT),
  list: LISTED,
  jobs: LISTED,
  search: LISTED,
  item: sheet(ROWS, ITEM),
  popular: sheet(ROWS, RANKING),
  sources: sheet(ROWS, SOURCES),
  about: sheet(),
  problem: sheet(ROWS),
}
