import { type Citable, itemKinds, type Name } from '../model/index.ts';
import { CSL_MARKS, toMarked, toPlain } from '../text/index.ts';
import { citedAddress, doiOf, identifierOf } from './addresses.ts';
import { keywordList } from './keywords.ts';
import { articleNumberOf } from './places.ts';

/** The part of a CSL-JSON item (CSL 1.0.2, csl-data.json) that a work fills. */
export interface CslItem {
  id: string;
  'citation-key': string;
  type: string;
  title: string;
  author?: CslName[] | undefined;
  editor?: CslName[] | undefined;
  translator?: CslName[] | undefined;
  issued?: CslDate | undefined;
  /** When a published work's preprint was posted. */
  submitted?: CslDate | undefined;
  abstract?: string | undefined;
  genre?: string | undefined;
  'container-title'?: string | undefined;
  'container-title-short'?: string | undefined;
  'collection-title'?: string | undefined;
  'collection-number'?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  page?: string | undefined;
  edition?: string | undefined;
  'event-title'?: string | undefined;
  'event-place'?: string | undefined;
  'event-date'?: CslDate | undefined;
  'chapter-number'?: string | undefined;
  'number-of-pages'?: string | undefined;
  DOI?: string | undefined;
  ISBN?: string | undefined;
  ISSN?: string | undefined;
  PMID?: string | undefined;
  URL?: string | undefined;
  language?: string | undefined;
  keyword?: string | undefined;
  /** `arXiv:2507.17249` of a preprint; else the number of an article or report. */
  number?: string | undefined;
  publisher?: string | undefined;
  'publisher-place'?: string | undefined;
  status?: string | undefined;
  version?: string | undefined;
  note?: string | undefined;
}

interface CslDate {
  'date-parts': [number[]] | [number[], number[]];
}

/** A person or a house in CSL-JSON. */
export type CslName =
  | { literal: string }
  | { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string };

/**
 * A work as a CSL-JSON item: text in Unicode, date as precise as known, nothing that is not known. A preprint server is
 * its publisher and the number there its number, as Zotero has them: styles print an `archive` besides.
 */
export function toCslItem(work: Citable): CslItem {
  const { authors, abstract, note } = work.fields;
  const { publication } = work;
  const { archive, isPreprint } = publication;
  const arxiv = identifierOf(work, 'arxiv');
  const category = archive?.category;
  const number =
    isPreprint && archive?.id ? `${archive.name}:${archive.id}` : publication.articleNumber;
  return withoutGaps({
    id: work.citationKey,
    'citation-key': work.citationKey,
    type: (publication.kind && itemKinds[publication.kind].csl) ?? publication.type,
    title: toMarked(work.title.value.rich, CSL_MARKS),
    author: namesOf(authors?.value.names ?? [], authors?.value.more),
    editor: namesOf(publication.editors),
    translator: namesOf(publication.translators ?? []),
    issued: publication.issued && dateOf(publication.issued.iso),
    submitted: publication.posted === undefined ? undefined : dateOf(publication.posted),
    abstract: abstract && toPlain(abstract.value.rich),
    genre: publication.genre,
    'container-title': publication.containerTitle,
    'container-title-short': publication.containerTitleShort,
    'collection-title': publication.collectionTitle,
    'collection-number': publication.collectionNumber,
    volume: publication.volume,
    issue: publication.issue,
    page: publication.page ?? (isPreprint ? undefined : articleNumberOf(work)),
    edition: publication.edition,
    'event-title': publication.event,
    'event-place': publication.eventPlace,
    'event-date':
      publication.eventDate === undefined ? undefined : stretchOf(publication.eventDate),
    'chapter-number': publication.chapterNumber,
    'number-of-pages': publication.numberOfPages,
    DOI: doiOf(work),
    ISBN: publication.isbn,
    ISSN: publication.issn,
    PMID: identifierOf(work, 'pmid'),
    URL: citedAddress(work),
    language: publication.language,
    keyword: keywordList(work) || undefined,
    number,
    publisher:
      publication.publisher ?? publication.institution ?? (isPreprint ? archive?.name : undefined),
    'publisher-place': publication.publisherPlace,
    status: publication.status,
    version: publication.version,
    // Where readers that know no archive look for the number of a published paper, with its class as Zotero has it.
    note:
      [
        arxiv && (category || !isPreprint) ? numberWithClass(arxiv, category) : undefined,
        note?.value,
      ]
        .filter(Boolean)
        .join('; ') || undefined,
  });
}

/** `arXiv:2507.17249 [cs.LG]` */
const numberWithClass = (arxiv: string, category: string | undefined) =>
  `arXiv:${arxiv}${category ? ` [${category}]` : ''}`;

/** The same item without the variables that nothing is known for. */
function withoutGaps(item: CslItem): CslItem {
  for (const [variable, value] of Object.entries(item)) {
    if (value === undefined) Reflect.deleteProperty(item, variable);
  }
  return item;
}

const dateParts = (iso: string) => iso.split('-').map(Number);

const dateOf = (iso: string): CslDate => ({ 'date-parts': [dateParts(iso)] });

/** `2018-05-02`, `2018-05-02/2018-05-04` */
const STRETCH = /^(\d{4}(?:-\d\d){0,2})(?:\/(\d{4}(?:-\d\d){0,2}))?$/;

/** A day, or the first and the last of several; undefined for what is none. */
function stretchOf(printed: string): CslDate | undefined {
  const [, first, last] = STRETCH.exec(printed) ?? [];
  if (first === undefined) return undefined;
  return last === undefined ? dateOf(first) : { 'date-parts': [dateParts(first), dateParts(last)] };
}

/** A list that goes on ends in `others`, as processors know it from BibTeX. */
function namesOf(names: readonly Name[], more = false): CslName[] | undefined {
  if (names.length === 0) return undefined;
  return [...names.map(toCslName), ...(more ? [{ literal: 'others' }] : [])];
}

function toCslName(name: Name): CslName {
  if (!name.family) return { literal: name.literal };
  return {
    family: name.family,
    ...(name.given ? { given: name.given } : {}),
    ...(name.particle ? { 'non-dropping-particle': name.particle } : {}),
    ...(name.suffix ? { suffix: name.suffix } : {}),
  };
}
