/** What the two baselines take from a page: the fields of an article, by selectors that know the pages. Data only. */

/** Selector and attribute; the text of the first match where no attribute is named. */
export interface Field {
  selector: string
  attribute?: string
}

export const FIELDS: Readonly<Record<string, Field>> = {
  title: { selector: 'meta[name="ArticleTitle"]', attribute: 'content' },
  date: { selector: 'meta[name="PubDate"]', attribute: 'content' },
  source: { selector: 'meta[name="ContentSource"]', attribute: 'content' },
  heading: { selector: 'h1, .bt-title' },
  body: { selector: '.TRS_UEDITOR, ucapcontent, .v_news_content, #zoom' },
}

/** All of these in the page. */
export const LINKS = 'a[href]'
export const IMAGES = 'img[src]'
