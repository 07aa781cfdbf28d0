import type { Family } from './family.ts'

/** Hanweb jcms and jpage (大汉): `/art/2024/8/11/art_<col>_<id>.html`, comments around each field. */
export const jpage: Family = {
  name: 'jpage',
  fits: ({ page }) =>
    /\/art\/\d{4}\/\d{1,2}\/\d{1,2}\/art_[\d_]+\.html/.test(page.url) || /<!--\s*<\$\[信息/.test(page.text),
  title: ['.bt-title', '.art_title', '#title'],
  date: [],
  source: [],
  body: ['#zoom', '.article-content', '.bt-content', '.art_con'],
}
