/** Whether one can still apply or sign up. */
import type { Item } from '../domain/item.ts'
import { closingOf } from '../index-config/open.ts'

const SHUT = new Set(['full', 'finished', 'cancelled'])

/** By the rule of the index, so that `open=1` finds what is called open. Undefined for what nobody can apply for. */
export function isOpen(item: Item, zone: string, at: Date): boolean | undefined {
  if (item.stage === 'cancelled' || SHUT.has(item.volunteer?.status ?? '')) return false
  const closes = closingOf(item, zone)
  return closes === undefined ? undefined : closes * 1000 > at.getTime()
}
