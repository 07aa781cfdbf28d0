/** Families in the order in which they are asked: those with marks in the page before those known by the address alone. */
import type { OpenDocument } from '../document.ts'
import type { Family } from './family.ts'
import { jeecms } from './jeecms.ts'
import { jpage } from './jpage.ts'
import { localPortal } from './local-portal.ts'
import { paper } from './paper.ts'
import { trs } from './trs.ts'
import { ucap } from './ucap.ts'
import { vsb } from './vsb.ts'

const FAMILIES: readonly Family[] = [ucap, vsb, paper, trs, jpage, jeecms, localPortal]

export function findFamily(document: OpenDocument): Family | undefined {
  return FAMILIES.find((family) => family.fits(document))
}
