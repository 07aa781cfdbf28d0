/** Whose number or mail it is, by the words before it (DOMAIN sections 12 and 17). */
import { ANYBODY, ASKED, CONTACT, OFFICE, PERSON } from './words/contacts.ts'

export interface MaskOptions {
  /** True in a body's own notice or call: mobiles and mails that it gives for asking and signing up stay. */
  contacts: boolean
  /** True in a call: a number of nobody in particular is the caller's (有意者请致电…). */
  call?: boolean
  /** True in obituaries, thanks, searches for people: no mobile and no private mail stays, whatever its label. */
  grief?: boolean
  /** The header of its column labels the text. */
  labelled?: boolean
  /** A title has one line: a break in it is layout, and parts no number. */
  oneLine?: boolean
}

/** The same clause before an offset, other numbers skipped, so that a second number after 、 is labelled like the first. */
export function labelBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 60), offset)
  const clause = before.slice(Math.max(...[...'。；;\n！!？?'].map((stop) => before.lastIndexOf(stop))) + 1)
  return clause.replace(/[\d*]{3}[\d*\- ]{4,16}/gu, '')
}

/** How near the label must be, in UTF-16 units: names of contacts stand between. */
export const LABEL_REACH = 24

export const lastOf = (words: RegExp, text: string) => [...text.matchAll(words)].at(-1)?.index ?? -1

/** Whether the words before a mobile or mail give it as a body's own. */
export function isOfficial(text: string, offset: number, { call, labelled }: MaskOptions): boolean {
  const label = labelBefore(text, offset).slice(-LABEL_REACH)
  const own = label.split(/[，,]/u).filter(Boolean).at(-1) ?? ''
  const [person, office] = [lastOf(PERSON, own), lastOf(OFFICE, own)]
  if (person >= 0) return office > person
  if (ASKED.test(own) && office < 0) return false
  if (lastOf(OFFICE, label) > lastOf(PERSON, label)) return true
  if (lastOf(PERSON, label) >= 0) return false
  return labelled === true || CONTACT.test(label) || (call === true && lastOf(ANYBODY, label) >= 0)
}
