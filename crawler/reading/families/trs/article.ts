import type { Family } from '../family.ts'

/** TRS WCM (拓尔思): the editor's own class around the text, file names `t20240811_123456.html`. */
export const trs: Family = {
  name: 'trs',
  fits: ({ text, url }) =>
    /class=["']?[^"'>]*\b(?:TRS_Editor|trs_editor_view|TRS_UEDITOR|trs_paper_default)\b/i.test(text) ||
    /\/t\d{8}_\d+\.s?html?/.test(url),
  title: ['.article-title', '.xl-title', '.detail-title'],
  date: [],
  source: [],
  body: ['.trs_editor_view', '.TRS_UEDITOR', '.trs_paper_default', '.TRS_Editor'],
}
