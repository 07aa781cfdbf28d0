/** Names and words by which pages say when they were published, and when they mean something else. Data only. */

/** Names that say nothing but the day of publication. */
export const META: readonly string[] = [
  'PubDate',
  'article:published_time',
  'article:published',
  'og:published_time',
  'og:article:published_time',
  'publishdate',
  'publish_date',
  'published_date',
  'publish-date',
  'published_time',
  'publication_date',
  'publication-date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.published',
  'parsely-pub-date',
  'sailthru.date',
  'cXenseParse:recs:publishtime',
  'citation_publication_date',
  'citation_online_date',
  'bt:pubDate',
  'article.published',
  'article_date_original',
  'OriginalPublicationDate',
  'displaydate',
  'rnews:datePublished',
  'weibo: article:create_at',
]
/** Believed after what the head says for machines. */
export const LATER_META: readonly string[] = ['datePublished']
/** Systems put the day of the file or of the request there: believed after what the page shows. */
export const WEAK_META: readonly string[] = [
  'dcterms.date',
  'dcterms.created',
  'dc.date',
  'dc.date.created',
  'created',
  'date',
  'pdate',
  'last-published',
]

/** Lines whose date says something else. */
export const NOT_PUBLISHED =
  /成文|生成|更新|截止|截至|有效|实施|施行|今天是|当前|現在|现在时间|copyright|©|版权|版權|last (?:updated|modified)|letzte änderung|aktualisiert|actualizado|mis à jour|modifié/i
