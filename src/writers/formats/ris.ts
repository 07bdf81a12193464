import type { Citable, ItemType } from '../../model/index.ts';
import { toPlain } from '../../text/index.ts';
import { citedAddresses, doiOf, identifierOf } from '../addresses.ts';
import { filedUnder } from '../keywords.ts';
import { chapterOf, endsOf, IS_WHOLE } from '../places.ts';
import { editionOf, namesOfKind } from './bib-entry.ts';
import { taggedName, taggedNames } from './tagged-name.ts';
import type { CitableWriter } from '../writer.ts';

/**
 * Reference types of RIS. There is none for preprints: a manuscript is the nearest that programs agree on, as Zotero
 * takes what it does not know for a journal article.
 */
const types: Record<ItemType, string> = {
  article: 'MANSCPT',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  document: 'GEN',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  manuscript: 'UNPB',
  'paper-conference': 'CONF',
  patent: 'PAT',
  'post-weblog': 'BLOG',
  report: 'RPRT',
  review: 'JOUR',
  software: 'COMP',
  speech: 'SLIDE',
  standard: 'STAND',
  thesis: 'THES',
  webpage: 'ELEC',
};

/**
 * RIS, for EndNote, Mendeley, Zotero and Papers (Research Information Systems, RIS Format Specifications).
 *
 * Every value stands on one line: a value broken after seventy characters, as the specification
 * allows and citation-js does, is joined by other programs with a blank in the middle of a word.
 */
export const ris: CitableWriter = {
  format: 'ris',
  label: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  holds: 'For Zotero, EndNote, Mendeley and Papers.',
  write: (works) => works.map(record).join('\n'),
};

function record(work: Citable): string {
  const { authors, abstract, note } = work.fields;
  const { publication } = work;
  const { archive, isPreprint, issued } = publication;
  const isConference = publication.type === 'paper-conference';
  const [first, last] = endsOf(publication.page);
  const pmid = identifierOf(work, 'pmid');
  const number = archive?.id ? `${archive.name}:${archive.id}` : pmid && `PMID:${pmid}`;
  return risRecord([
    ['TY', namesOfKind(work).ris ?? types[publication.type]],
    ['ID', work.citationKey],
    ['TI', toPlain(work.title.value.rich)],
    ...taggedNames(authors?.value).map((name): [string, string] => ['AU', name]),
    ...publication.editors.map((name): [string, string] => ['A2', taggedName(name)]),
    ...(publication.translators ?? []).map((name): [string, string] => ['A4', taggedName(name)]),
    ['PY', issued?.iso.slice(0, 4)],
    ['DA', issued?.iso.replaceAll('-', '/')],
    ['T2', publication.containerTitle],
    ['J2', publication.containerTitleShort],
    ['T3', publication.collectionTitle],
    ['C3', publication.event],
    ['VL', publication.volume],
    ['IS', publication.issue ?? publication.collectionNumber],
    ['C7', publication.articleNumber],
    ['SP', first ?? (IS_WHOLE.has(publication.type) ? publication.numberOfPages : undefined)],
    ['EP', last],
    ['SE', chapterOf(work)],
    ['ET', editionOf(work)],
    ['M3', publication.genre ?? (isPreprint && !archive ? 'Preprint' : undefined)],
    [
      'PB',
      publication.publisher ?? publication.institution ?? (isPreprint ? archive?.name : undefined),
    ],
    // Of a conference, where it was; the place of the publisher is then elsewhere.
    ['CY', isConference ? publication.eventPlace : publication.publisherPlace],
    ['C1', isConference ? publication.publisherPlace : undefined],
    ['SN', publication.issn],
    ['SN', publication.isbn],
    ['LA', publication.language],
    ['AN', number],
    ['DO', doiOf(work)],
    ...citedAddresses(work).map((address): [string, string] => ['UR', address]),
    ...filedUnder(work).map((word): [string, string] => ['KW', word]),
    ['N1', note?.value],
    ['AB', abstract && toPlain(abstract.value.rich)],
  ]);
}

/** A record of RIS: each value on a line of its own, empty ones left out. */
export function risRecord(
  fields: readonly (readonly [tag: string, value: string | undefined])[],
): string {
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}\n`] : []));
  return `${lines.join('')}ER  - \n`;
}

const oneLine = (value: string) => value.replace(/\s+/g, ' ').trim();
