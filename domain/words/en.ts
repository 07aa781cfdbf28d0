/** English. */
import { call, callFields } from './en-call.ts'
import { flags } from './en-flags.ts'
import { hiring, stage } from './en-hiring.ts'
import { kind } from './en-kind.ts'
import { category, place, publisher } from './en-place.ts'
import type { Words } from './words.ts'

export const en: Words = {
  tag: 'en',
  script: 'latin',
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
