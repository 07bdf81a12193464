import { itemKinds, type ItemType, type Name, type Site, type Work } from '../model/index.ts';
import { displayName, toPlain } from '../text/index.ts';
import {
  addressOf,
  articleNumberOf,
  doiOf,
  endsOf,
  identifierOf,
  permalinkUrl,
} from '../writers/index.ts';

/** One `<meta name content>`. */
export type Meta = readonly [name: string, content: string];

/** Item types of Zotero by those of CSL (https://api.zotero.org/itemTypes). */
const zoteroTypes: Record<ItemType, string> = {
  article: 'preprint',
  'article-journal': 'journalArticle',
  'article-magazine': 'magazineArticle',
  'article-newspaper': 'newspaperArticle',
  book: 'book',
  chapter: 'bookSection',
  dataset: 'dataset',
  document: 'document',
  'entry-dictionary': 'dictionaryEntry',
  'entry-encyclopedia': 'encyclopediaArticle',
  manuscript: 'manuscript',
  'paper-conference': 'conferencePaper',
  patent: 'patent',
  'post-weblog': 'blogPost',
  report: 'report',
  review: 'journalArticle',
  software: 'computerProgram',
  speech: 'presentation',
  standard: 'standard',
  thesis: 'thesis',
  webpage: 'webpage',
};

/** What Zotero calls a work (its item types). */
export function itemType({ publication }: Pick<Work, 'publication'>): string {
  const { kind, type } = publication;
  return (kind && itemKinds[kind].zotero) ?? zoteroTypes[type];
}

/**
 * A paper in the tags that Google Scholar, Zotero and others read from a page's head.
 *
 * Zotero takes the type from `citation_journal_title`, `citation_conference_title` and the like, and only where there is
 * none of them from `z:itemType` (its translator “Embedded Metadata”), so a preprint has none of them. A technical
 * report is what Zotero makes of `citation_technical_report_*`, whatever else the page says: never printed.
 * Google Scholar's own rules: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing.
 */
export function embeddedMetadata(work: Work, site: Site): Meta[] {
  const { authors, abstract, categories } = work.fields;
  const { publication } = work;
  const { type, issued, posted, isPreprint, archive } = publication;
  const title = toPlain(work.title.value.rich);
  const text = abstract && toPlain(abstract.value.rich);
  const names = authors?.value.names ?? [];
  const arxiv = identifierOf(work, 'arxiv');
  const doi = doiOf(work);
  const pmid = identifierOf(work, 'pmid');
  const url = permalinkUrl(work, site);
  const container = publication.containerTitle;
  const [first = articleNumberOf(work), last] = endsOf(publication.page);
  const house = publication.publisher ?? publication.institution;
  const words = [
    ...new Set([...work.keywords.map(({ value }) => value.value), ...(categories?.value ?? [])]),
  ];
  const tags: [name: string, content: string | undefined][] = [
    ['z:itemType', itemType(work)],
    ['citation_title', title],
    ...names.map((name): [string, string] => ['citation_author', invertedName(name)]),
    ...publication.editors.map((name): [string, string] => ['citation_editor', invertedName(name)]),
    // Google Scholar reads slashes; the online date is the day of the first version.
    ['citation_publication_date', issued?.iso.replaceAll('-', '/')],
    ['citation_online_date', (posted ?? issued?.iso)?.replaceAll('-', '/')],
    ['citation_doi', doi],
    ['citation_arxiv_id', arxiv],
    ['citation_pmid', pmid],
    ['citation_journal_title', PERIODICAL.has(type) ? container : undefined],
    ['citation_journal_abbrev', PERIODICAL.has(type) ? publication.containerTitleShort : undefined],
    ['citation_conference_title', type === 'paper-conference' ? container : undefined],
    ['citation_inbook_title', type === 'chapter' ? container : undefined],
    ['citation_dissertation_institution', type === 'thesis' ? house : undefined],
    ['citation_volume', publication.volume],
    ['citation_issue', publication.issue],
    ['citation_firstpage', first],
    ['citation_lastpage', last],
    ['citation_publisher', house],
    ['citation_isbn', publication.isbn],
    ['citation_issn', publication.issn],
    ['citation_language', publication.language],
    ['citation_abstract', text],
    ['citation_abstract_html_url', url],
    ['citation_pdf_url', arxiv && `https://arxiv.org/pdf/${arxiv}`],
    ['citation_public_url', url],
    ...words.map((word): [string, string] => ['citation_keywords', word]),
    ['DC.title', title],
    ...names.map((name): [string, string] => ['DC.creator', displayName(name)]),
    ['DC.date', issued?.iso],
    ...work.identifiers.map(({ value }): [string, string] => ['DC.identifier', addressOf(value)]),
    ['DC.identifier', url],
    ...words.map((word): [string, string] => ['DC.subject', word]),
    // Where a journal system puts its journal; of an entry in an encyclopedia nothing else says it.
    ['DC.source', container],
    ['DC.type', 'Text'],
    ['DC.publisher', house ?? (isPreprint ? archive?.name : undefined)],
    // Where Zotero keeps the server and the number of a preprint.
    ['z:repository', isPreprint ? archive?.name : undefined],
    ['z:archiveID', isPreprint && archive?.id ? `${archive.name}:${archive.id}` : undefined],
  ];
  return tags.flatMap(([name, content]) => (content ? [[name, content] as const] : []));
}

/** Types of CSL whose container is a periodical. */
export const PERIODICAL: ReadonlySet<ItemType> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'review',
]);

/** `van Beethoven, Ludwig`, `King, Martin Jr.`; a name without parts as it is. */
export function invertedName({ literal, family, given, particle, suffix }: Name): string {
  if (family === undefined) return literal;
  return [[particle, family].filter(Boolean).join(' '), [given, suffix].filter(Boolean).join(' ')]
    .filter((part) => part !== '')
    .join(', ');
}
