/** Chinese. Written in simplified script, in which every Chinese text is read. */
import type { Words } from './words.ts'
import { call, callFields } from './zh-call.ts'
import { flags } from './zh-flags.ts'
import { hiring, stage } from './zh-hiring.ts'
import { kind } from './zh-kind.ts'
import { category, place, publisher } from './zh-place.ts'

export const zh: Words = {
  tag: 'zh',
  script: 'han',
  hiring,
  stage,
  kind,
  call,
  callFields,
  flags,
  place,
  category,
  publisher,
}
