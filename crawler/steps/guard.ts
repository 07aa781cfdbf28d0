/**
 * What must be true of a reading before it is believed. A page that answers 200 may still be a redesign that our readers
 * do not know, somebody else's text, or the same notice of maintenance at every address. Pure; each answer is the reason
 * for not believing, and undefined lets it pass.
 */
import type { Item } from '../../domain/item.ts'
import type { Article } from '../../domain/page.ts'
import { areStrangers, shareIn } from './likeness.ts'

/** Of the words of a list entry at least so many stand in the page behind it. */
const LEAST_OF_ENTRY = 0.2
/** Shorter texts may be cut to a sentence by an editor of the site. */
const LONG_BODY = 80
const LEAST_OF_BODY = 0.3
const LEAST_OF_POSITIONS = 0.3
const FEW_POSITIONS = 3
/** Dates that the page itself gave. */
const OWN_DATE = new Set<Item['dateOrigin']>(['meta', 'jsonld', 'family', 'infoline', 'text', 'url'])

/** A page that says nothing of what its list entry says is another page. `entry`: title of the entry, if any. */
export function findStranger(entry: string | null, article: Article): string | undefined {
  const { title, body, tables, attachments } = article
  const cells = tables.flatMap(({ rows }) => rows.flat())
  const whole = [title, body, ...cells, ...attachments.map(({ name }) => name)].join('\n')
  const share = shareIn(entry ?? '', whole)
  return share !== undefined && share < LEAST_OF_ENTRY ? 'says nothing of what its list entry says' : undefined
}

export interface Reading {
  item: Item
  /** Positions read out of its tables that are not gone. */
  positions: number
}

/** What a new reading lost of the old one. `entry`: title that the list gives now. */
export function findLoss(before: Reading, after: Reading, entry: string | null): string | undefined {
  if (after.item.type === 'names' || before.item.type === 'names') return undefined
  return (
    lostAll(before.item, after.item) ??
    lostTitle(before.item, after.item, entry) ??
    lostBody(before.item, after.item) ??
    lostPositions(before, after) ??
    lostDate(before.item, after.item)
  )
}

function lostAll(before: Item, after: Item): string | undefined {
  const other = areStrangers(before.title, after.title) && areStrangers(before.body, after.body)
  return other ? 'says something else altogether' : undefined
}

/** The list says the new title too, or the text goes on under it: then it was edited. */
function lostTitle(before: Item, after: Item, entry: string | null): string | undefined {
  if (!areStrangers(before.title, after.title, 0.3)) return undefined
  return (shareIn(entry ?? '', after.title) ?? 0) >= 0.5 ? undefined : 'lost its title'
}

function lostBody(before: Item, after: Item): string | undefined {
  if (before.body.length < LONG_BODY || after.body.length >= before.body.length * LEAST_OF_BODY) return undefined
  return `lost its text: ${after.body.length} characters where ${before.body.length} were`
}

function lostPositions(before: Reading, after: Reading): string | undefined {
  const none = before.positions > 0 && after.positions === 0
  const few = before.positions >= FEW_POSITIONS && after.positions < before.positions * LEAST_OF_POSITIONS
  if (!none && !few) return undefined
  return `lost its positions: ${after.positions} where ${before.positions} were`
}

function lostDate(before: Item, after: Item): string | undefined {
  return OWN_DATE.has(before.dateOrigin) && !OWN_DATE.has(after.dateOrigin) ? 'lost its date' : undefined
}

/** Nothing of a copy that was taken over is shown, old or new. */
export function findTakenOver({ flags }: Item): string | undefined {
  const raw = flags.find(({ id }) => id === 'hijacked')?.raw
  return raw === undefined ? undefined : `taken over: ${raw}`
}
