import type { Citable, ItemType } from '../../model/index.ts';
import { toPlain } from '../../text/index.ts';
import { addressOf, citedAddresses, doiOf, identifierOf } from '../addresses.ts';
import { filedUnder, keywordList } from '../keywords.ts';
import { articleNumberOf, chapterOf, IS_WHOLE, numberOf } from '../places.ts';
import { editionOf, namesOfKind } from './bib-entry.ts';
import { taggedName, taggedNames } from './tagged-name.ts';

/** Reference types of EndNote, by which it knows them in its tagged format and in XML. */
const endNoteTypes: Record<ItemType, readonly [name: string, number: number]> = {
  article: ['Unpublished Work', 34],
  'article-journal': ['Journal Article', 17],
  'article-magazine': ['Magazine Article', 19],
  'article-newspaper': ['Newspaper Article', 23],
  book: ['Book', 6],
  chapter: ['Book Section', 5],
  dataset: ['Dataset', 59],
  document: ['Generic', 13],
  'entry-dictionary': ['Dictionary', 52],
  'entry-encyclopedia': ['Encyclopedia', 53],
  manuscript: ['Manuscript', 36],
  'paper-conference': ['Conference Paper', 47],
  patent: ['Patent', 25],
  'post-weblog': ['Blog', 56],
  report: ['Report', 27],
  review: ['Journal Article', 17],
  software: ['Computer Program', 9],
  speech: ['Generic', 13],
  standard: ['Standard', 58],
  thesis: ['Thesis', 32],
  webpage: ['Web Page', 12],
};

/** What EndNote calls a work, and its number for that. */
export const endNoteTypeOf = (work: Citable): readonly [name: string, number: number] =>
  namesOfKind(work).endNote ?? endNoteTypes[work.publication.type];

/** Types whose container is a periodical (`%J`); that of others is a book or a conference (`%B`). */
const PERIODICAL: ReadonlySet<ItemType> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'review',
]);

/** The fields of a reference of EndNote, each under its sign in the tagged format: `%T` is the title. */
export function endNoteFields(work: Citable): [tag: string, value: string | undefined][] {
  const { authors, abstract, note } = work.fields;
  const { publication } = work;
  const { archive, isPreprint, issued } = publication;
  const articleNumber = articleNumberOf(work);
  const doi = doiOf(work);
  const isConference = publication.type === 'paper-conference';
  const pmid = identifierOf(work, 'pmid');
  const words = filedUnder(work);
  return [
    ['%0', endNoteTypeOf(work)[0]],
    ['%F', work.citationKey],
    ['%T', toPlain(work.title.value.rich)],
    ...taggedNames(authors?.value).map((name): [string, string] => ['%A', name]),
    ...publication.editors.map((name): [string, string] => ['%E', taggedName(name)]),
    ...(publication.translators ?? []).map((name): [string, string] => ['%?', taggedName(name)]),
    [PERIODICAL.has(publication.type) ? '%J' : '%B', publication.containerTitle],
    ['%O', publication.containerTitleShort],
    ['%S', publication.collectionTitle],
    ['%V', publication.volume],
    ['%N', numberOf(work)],
    [
      '%P',
      publication.page ??
        articleNumber ??
        (IS_WHOLE.has(publication.type) ? publication.numberOfPages : undefined),
    ],
    ['%&', chapterOf(work)],
    ['%7', editionOf(work)],
    ['%9', publication.genre ?? (isPreprint && !archive ? 'Preprint' : undefined)],
    ['%D', issued?.iso.slice(0, 4)],
    ['%8', issued?.iso],
    [
      '%I',
      publication.publisher ?? publication.institution ?? (isPreprint ? archive?.name : undefined),
    ],
    // Of a conference, where it was; the place of the publisher is then elsewhere.
    ['%C', isConference ? publication.eventPlace : publication.publisherPlace],
    ['%1', isConference ? publication.publisherPlace : undefined],
    ['%@', publication.issn],
    ['%@', publication.isbn],
    ['%G', publication.language],
    ['%M', archive?.id ? `${archive.name}:${archive.id}` : pmid && `PMID:${pmid}`],
    ['%R', doi],
    // Programs that do not know `%R` find the DOI in an address.
    ...[
      ...new Set([
        ...citedAddresses(work),
        ...(doi ? [addressOf({ scheme: 'doi', value: doi })] : []),
      ]),
    ].map((address): [string, string] => ['%U', address]),
    ...(words.length === 1 ? [keywordList(work) || words[0]] : words).map(
      (word): [string, string | undefined] => ['%K', word],
    ),
    ['%Z', note?.value],
    ['%X', abstract && toPlain(abstract.value.rich)],
    // Last, for programs that do not know it take it for more of the field before it.
    ['%]', articleNumber],
  ];
}
