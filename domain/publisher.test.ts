import { expect, it } from 'vitest'
import { findPublisher } from './publisher.ts'
import { testSource, testTown } from './testing.ts'

it.each([
  ['来源：云溪县融媒体中心', '云溪县融媒体中心'],
  ['青石日报  编辑：某某', '青石日报'],
  ['null', '青石新闻网'],
  ['本站', '青石新闻网'],
  ['https://a.example/', '青石新闻网'],
  ['Source: Cloud Creek Gazette | Updated: May 6', 'Cloud Creek Gazette'],
  ['Posted by N/A', '青石新闻网'],
  [undefined, '青石新闻网'],
])('%s is published by %s', (said, name) => {
  expect(findPublisher(said, testSource, testTown)).toBe(name)
})
