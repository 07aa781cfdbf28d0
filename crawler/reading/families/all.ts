/** Families in the order in which they are asked: those with marks in the page before those known by the address alone. */
import type { Page } from '../../../domain/page.ts'
import type { Family } from './family.ts'
import { gkmlpt } from './gkmlpt/article.ts'
import { jeecms } from './jeecms/article.ts'
import { jpage } from './jpage/article.ts'
import { localPortal } from './local-portal/article.ts'
import { overseas } from './overseas/article.ts'
import { paper } from './paper/article.ts'
import { taiwan } from './taiwan/article.ts'
import { trs } from './trs/article.ts'
import { ucap } from './ucap/article.ts'
import { vsb } from './vsb/article.ts'

const FAMILIES: readonly Family[] = [ucap, vsb, paper, trs, jpage, gkmlpt, jeecms, taiwan, overseas, localPortal]

/** A page may wear the marks of several: the first whose own come first is asked alone. */
export function findFamily(page: Page): Family | undefined {
  return FAMILIES.find((family) => family.fits(page))
}
