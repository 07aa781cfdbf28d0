import type { Family } from '../family.ts'

/** Hanweb jcms, jpage and jpaas (大汉): `/art/2024/8/11/art_<col>_<id>.html`, comments around each field. */
export const jpage: Family = {
  name: 'jpage',
  fits: ({ text, url }) => /\/art\/\d{4}\/\d{1,2}\/\d{1,2}\/art_[\w]+\.html/.test(url) || /<!--\s*<\$\[信息/.test(text),
  title: ['.bt-title', '.art_title', '#title'],
  date: [],
  source: [],
  body: ['#zoom', '.article-content', '.bt-content', '.art_con'],
}
