import type { Family } from './family.ts'

/** Boda VSB (博达): `/info/<column>/<id>.htm`. */
export const vsb: Family = {
  name: 'vsb',
  fits: ({ $ }) => $('[id^="vsb_content"], .v_news_content').length > 0,
  title: ['form[name="_newscontent_fromname"] h1', '.titlestyle'],
  date: ['.timestyle'],
  source: [],
  author: ['.authorstyle'],
  body: ['.v_news_content', '[id^="vsb_content"]'],
}
