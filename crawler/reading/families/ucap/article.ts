import type { Family } from '../family.ts'

/** UCAP (开普): custom elements around each field; `/<site>/<channel>/<yyyymm>/<32 hex>.shtml`. */
export const ucap: Family = {
  name: 'ucap',
  fits: ({ text }) => /<ucap(?:content|title)\b|id=["']?UCAP-CONTENT\b/i.test(text),
  title: ['ucaptitle', '#ti'],
  date: ['publishtime', 'ucappublishtime'],
  source: ['ucapsource'],
  author: ['ucapauthor'],
  body: ['ucapcontent', '#UCAP-CONTENT', '#zoomcon'],
}
