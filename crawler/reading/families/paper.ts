import type { Family } from './family.ts'

/** Founder e-papers (数字报): custom elements, `content_<page>_<id>.htm`. */
export const paper: Family = {
  name: 'paper',
  fits: ({ $, page }) => $('founder-content, founder-title').length > 0 || /\/content_\d+_\d+\.htm/.test(page.url),
  title: ['founder-title'],
  date: [],
  source: [],
  author: ['founder-author'],
  body: ['founder-content', '#ozoom'],
}
