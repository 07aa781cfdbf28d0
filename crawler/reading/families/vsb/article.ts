import type { Family } from '../family.ts'

/** Boda VSB (博达): `/info/<column>/<id>.htm`. */
export const vsb: Family = {
  name: 'vsb',
  fits: ({ text }) => /id=["']?vsb_content|class=["'][^"']*\bv_news_content\b/i.test(text),
  title: ['form[name="_newscontent_fromname"] h1', '.titlestyle'],
  date: ['.timestyle'],
  source: [],
  author: ['.authorstyle'],
  body: ['.v_news_content', '[id^="vsb_content"]'],
}
