import type { Family } from '../family.ts'

/** Guangdong's open-information platform (gkmlpt) and its sister NFCMS (`post_<id>.html`, `mpost_<id>.html`). */
export const gkmlpt: Family = {
  name: 'gkmlpt',
  fits: ({ text, url }) =>
    /\/gkmlpt\/content\/|\/m?post_\d+\.html/.test(url) || /class=["']?[^"'>]*\bnews_cont_d_wrap\b/.test(text),
  title: ['.article-title', '.news_cont_d_title', '.content .title'],
  date: [],
  source: [],
  body: ['.article-content', '.news_cont_d_wrap'],
}
