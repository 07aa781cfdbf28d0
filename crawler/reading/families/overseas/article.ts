import type { Family } from '../family.ts'

/** Portals abroad: GOV.UK's `govspeak`, Drupal's body field. */
export const overseas: Family = {
  name: 'overseas',
  fits: ({ text }) => /class=["']?[^"'>]*\b(?:govspeak|field--name-body)\b/.test(text),
  title: [],
  date: [],
  source: [],
  body: ['.gem-c-govspeak', '.govspeak', '.node__content .field--name-body', '.field--name-body'],
}
