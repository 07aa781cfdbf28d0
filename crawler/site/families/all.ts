/** The families of site software that the sample town's sites run on, by the name in `site.yaml`. */
import type { Family } from '../family.ts'
import type { Site } from '../load-sites.ts'
import { jeecms } from './jeecms.ts'
import { jpage } from './jpage.ts'
import { plain } from './plain.ts'
import { portal } from './portal.ts'
import { trs } from './trs.ts'
import { ucap } from './ucap.ts'
import { vsb } from './vsb.ts'

export const FAMILIES: Record<Site['family'], Family> = { ucap, trs, jpage, vsb, portal, jeecms, plain }
