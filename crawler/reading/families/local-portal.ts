import type { Family } from './family.ts'

/** Local recruitment and news portals: `newsdetail-<number>.html`, dedecms and its like. */
export const localPortal: Family = {
  name: 'local-portal',
  fits: ({ $, page }) => /\/newsdetail-\d+\.html/.test(page.url) || $('#zuozhe, .news_cont').length > 0,
  title: [],
  date: [],
  source: [],
  body: ['.news_cont', '.newscontent', '.news-content', '#newscontent'],
}
