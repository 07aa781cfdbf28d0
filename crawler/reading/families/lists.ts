/** The list side of the families: what their scripts say about further pages. */
import type { OpenDocument } from '../document.ts'
import type { Next } from '../next-page.ts'
import { gkmlptFrame } from './gkmlpt/list.ts'
import { jpaasFrame } from './jpaas/list.ts'
import { jpageNext } from './jpage/list.ts'
import { pageHtmlNext } from './trs/list.ts'
import { ucapFrame } from './ucap/list.ts'

type Reader = (document: OpenDocument) => Next | undefined

/** Pagers drawn by a script. */
export const PAGERS: readonly Reader[] = [pageHtmlNext, jpageNext]
/** Pages that hold no items before a script has asked for them. */
export const FRAMES: readonly Reader[] = [ucapFrame, gkmlptFrame, jpaasFrame]
