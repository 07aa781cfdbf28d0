import type { Family } from '../family.ts'

/** Local recruitment and news portals: `newsdetail-<number>.html`, an info line of its own name. */
export const localPortal: Family = {
  name: 'local-portal',
  fits: ({ text, url }) => /\/newsdetail-\d+\.html/.test(url) || /id=["']?zuozhe\b|class=["']?news_cont\b/.test(text),
  title: [],
  date: [],
  source: [],
  body: ['.news_cont', '.newscontent', '.news-content', '#newscontent'],
}
