import type { Family } from '../family.ts'

/** Portals of Taiwan's cities and counties: the text in `area-essay`, a list of 發布日期 and 發布單位 beside it. */
export const taiwan: Family = {
  name: 'taiwan',
  fits: ({ text }) => /class=["']?[^"'>]*\barea-essay\b/.test(text),
  title: ['.area-essay .title', '.simple-text.title h2', '.simple-text.title h3'],
  date: [],
  source: [],
  body: ['.area-essay .essay', '.area-essay'],
}
