import { expect, it } from 'vitest'
import { fileOf, itemOf, linkBetween } from './addresses.ts'

it.each([
  ['/', 'index.html'],
  ['/?region=990181', 'region/990181/index.html'],
  ['/news', 'news/index.html'],
  ['/news?region=990181', 'news/region/990181/index.html'],
  ['/jobs?position=2341-teacher&open=1', 'jobs/position/2341-teacher/open/1/index.html'],
  ['/news?cursor=new.ab.1.0.0.0&region=1', 'news/region/1/after/new.ab.1.0.0.0/index.html'],
  ['/jobs.ics?position=x', 'jobs/position/x.ics'],
  ['/news.rss', 'news.rss'],
  ['/items/gov-abc', 'items/gov-abc/index.html'],
  ['/sources', 'sources/index.html'],
  ['/assets/mark.svg', 'assets/mark.svg'],
  ['/sources?region=1', undefined],
  ['/news?region=1&category=2', undefined],
  ['/news?region=1&region=2', undefined],
  ['/news?lang=en', undefined],
  ['/search?q=a', undefined],
  ['/news?region=..%2f..', undefined],
  ['/items/..%2fx', undefined],
  ['//elsewhere.example/news', undefined],
  ['/assets/../../etc/passwd', undefined],
])('%s becomes %s', (address, file) => expect(fileOf(address)).toBe(file))

it('leads from any file to any other, wherever the folder lies', () => {
  expect(linkBetween('news/region/1/index.html', 'items/a/index.html')).toBe('../../../items/a/index.html')
  expect(linkBetween('index.html', 'news/index.html')).toBe('news/index.html')
})

it('knows the item of an address', () => {
  expect([itemOf('/items/gov-a'), itemOf('/items/gov-a?lang=en'), itemOf('/news')]).toEqual([
    'gov-a',
    'gov-a',
    undefined,
  ])
})
