/** What a seed can say about a paper. One list for readers, byte accounts, source pages and provenance. */
export const fieldNames = [
  'title',
  /** What stands behind the title where a source keeps the two apart; with it, the title is one. */
  'subtitle',
  /** The whole list as one text: `A, B, C`. */
  'authors',
  /** One name, as printed or `Family, Given`; a record may have many. */
  'author',
  'et_al',
  'author_count',
  'abstract',
  'arxiv',
  'doi',
  'openreview',
  'acl',
  'pmid',
  'url',
  'date',
  /** When a preprint was posted, of a source that says so beside the date of publication. */
  'posted',
  'updated',
  'year',
  'categories',
  'comment',
  /** Title of the journal, proceedings or book. */
  'venue',
  /** Of the journal, proceedings or book, as `subtitle`. */
  'venue_subtitle',
  'venue_short',
  'volume',
  'issue',
  'pages',
  'article_number',
  'publisher',
  'publisher_place',
  /** One name, as `author`. */
  'editor',
  /** A whole list as one text. */
  'editors',
  /** One name, as `author`. */
  'translator',
  /** Number of a chapter. */
  'chapter',
  /** How many pages a book has. */
  'page_count',
  'edition',
  'series',
  'series_number',
  'isbn',
  'issn',
  /** School or house. */
  'institution',
  'event',
  'event_place',
  'event_date',
  'language',
  /** One word or phrase; `label` says of what kind where it is no plain keyword: `mesh`, `tag`, `collection`, `heading`, `subject`. */
  'keyword',
  /** A whole list as one text. */
  'keywords',
  'version',
  'genre',
  'status',
  'note',
  'citation_key',
  'journal_ref',
  'code_url',
  'has_code',
  'score',
  'org',
  'upvotes',
  'comments',
  'type',
  /** What the format has a field for and the survey does not; `label` says which. */
  'other',
  /** Local paths and the like: accounted for, never published. */
  'private',
] as const;
export type FieldName = (typeof fieldNames)[number];
