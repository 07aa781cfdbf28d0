import type { Family } from './family.ts'

/** UCAP (开普): custom elements around each field. */
export const ucap: Family = {
  name: 'ucap',
  fits: ({ $ }) => $('ucapcontent, ucaptitle, #UCAP-CONTENT').length > 0,
  title: ['ucaptitle', '#ti'],
  date: ['publishtime', 'ucappublishtime'],
  source: ['ucapsource'],
  author: ['ucapauthor'],
  body: ['ucapcontent', '#UCAP-CONTENT', '#zoomcon'],
}
