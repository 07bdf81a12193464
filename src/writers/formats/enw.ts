import type { Citable, ItemType } from '../../model/index.ts';
import { toPlain } from '../../text/index.ts';
import { citedAddresses, identifierOf } from '../addresses.ts';
import { keywordsOf } from '../keywords.ts';
import { taggedName, taggedNames } from './tagged-name.ts';
import type { CitableWriter } from '../writer.ts';

/** Reference types of EndNote. */
const types: Record<ItemType, string> = {
  article: 'Unpublished Work',
  'article-journal': 'Journal Article',
  'article-magazine': 'Magazine Article',
  'article-newspaper': 'Newspaper Article',
  book: 'Book',
  chapter: 'Book Section',
  dataset: 'Dataset',
  document: 'Generic',
  'entry-dictionary': 'Dictionary',
  'entry-encyclopedia': 'Encyclopedia',
  manuscript: 'Manuscript',
  'paper-conference': 'Conference Paper',
  patent: 'Patent',
  'post-weblog': 'Blog',
  report: 'Report',
  review: 'Journal Article',
  software: 'Computer Program',
  speech: 'Generic',
  standard: 'Standard',
  thesis: 'Thesis',
  webpage: 'Web Page',
};

/** Types whose container is a periodical (`%J`); that of others is a book or a conference (`%B`). */
const PERIODICAL: ReadonlySet<ItemType> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'review',
]);

/** EndNote's import format (ENW, after refer), which EndNote opens by a double click. */
export const enw: CitableWriter = {
  format: 'enw',
  label: 'EndNote',
  extension: 'enw',
  mediaType: 'application/x-endnote-refer',
  holds: 'For EndNote: opens by a double click.',
  write: (works) => works.map(record).join('\n'),
};

function record(work: Citable): string {
  const { authors, abstract, note } = work.fields;
  const { publication } = work;
  const { archive, isPreprint, issued } = publication;
  const pmid = identifierOf(work, 'pmid');
  return enwRecord([
    ['%0', types[publication.type]],
    ['%T', toPlain(work.title.value.rich)],
    ...taggedNames(authors?.value).map((name): [string, string] => ['%A', name]),
    ...publication.editors.map((name): [string, string] => ['%E', taggedName(name)]),
    [PERIODICAL.has(publication.type) ? '%J' : '%B', publication.containerTitle],
    ['%S', publication.collectionTitle],
    ['%V', publication.volume],
    ['%N', publication.issue ?? publication.collectionNumber],
    ['%P', publication.page ?? publication.articleNumber],
    ['%7', publication.edition],
    ['%9', publication.genre],
    ['%D', issued?.iso.slice(0, 4)],
    ['%8', issued?.iso],
    [
      '%I',
      publication.publisher ?? publication.institution ?? (isPreprint ? archive?.name : undefined),
    ],
    ['%C', publication.publisherPlace ?? publication.eventPlace],
    ['%@', publication.issn],
    ['%@', publication.isbn],
    ['%G', publication.language],
    ['%M', archive?.id ? `${archive.name}:${archive.id}` : pmid && `PMID:${pmid}`],
    ['%R', identifierOf(work, 'doi')],
    ...citedAddresses(work).map((address): [string, string] => ['%U', address]),
    ['%F', work.citationKey],
    ...keywordsOf(work).map((word): [string, string] => ['%K', word]),
    ['%Z', note?.value],
    ['%X', abstract && toPlain(abstract.value.rich)],
  ]);
}

/** A record of ENW: each value on a line of its own, empty ones left out. */
export function enwRecord(
  fields: readonly (readonly [tag: string, value: string | undefined])[],
): string {
  return fields
    .flatMap(([tag, value]) => (value ? [`${tag} ${value.replace(/\s+/g, ' ').trim()}\n`] : []))
    .join('');
}
