import type { Family } from '../family.ts'

/** Founder e-papers (数字报): custom elements, `content_<page>_<id>.htm`, and a comment that holds every field. */
export const paper: Family = {
  name: 'paper',
  fits: ({ text, url }) => /<founder-(?:content|title)\b/i.test(text) || /\/content_\d+_\d+\.htm/.test(url),
  said: ({ text }) => {
    const comment = /<!--\s*enpproperty([\s\S]{0,8000}?)\/?enpproperty\s*-->/i.exec(text)?.[1] ?? ''
    const field = (name: string) => new RegExp(`<${name}>([\\s\\S]{0,400}?)</${name}>`, 'i').exec(comment)?.[1]?.trim()
    return { title: field('title'), date: field('date'), author: field('author') }
  },
  title: ['founder-title'],
  date: [],
  source: [],
  author: ['founder-author'],
  body: ['founder-content', '#ozoom'],
}
