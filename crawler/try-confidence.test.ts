import { expect, it } from 'vitest'
import { confidenceOf } from './try-confidence.ts'

it.each([
  ['correct:.headline', 'sure'],
  ['meta:ArticleTitle', 'sure'],
  ['jsonld:headline', 'sure'],
  ['family:trs .TRS_Editor', 'likely'],
  ['label:source', 'likely'],
  ['block:ul>li>a score 16', 'likely'],
  ['url', 'guess'],
  ['title', 'guess'],
  ['something new', 'guess'],
])('a field read by %s is %s', (reason, confidence) => {
  expect(confidenceOf(reason)).toBe(confidence)
})
