import type { Citable } from '../../model/index.ts';
import { toLatex } from '../../text/index.ts';
import { citedAddress, doiOf, identifierOf } from '../addresses.ts';
import type { CitableWriter } from '../writer.ts';
import {
  type BibField,
  bibAuthors,
  bibEntry,
  bibNames,
  bibRemark,
  bibTitle,
  braced,
  bracedKeywords,
  archiveOf,
  bracedText,
  entryTypeOf,
  houseField,
  nameOfArchive,
  namesOfKind,
  placeFields,
  subtypeOf,
} from './bib-entry.ts';

/** BibTeX for biblatex and biber: whole dates, `eprinttype` and `eprintclass` (manual, 3.14.7). */
export const biblatex: CitableWriter = {
  format: 'biblatex',
  label: 'biblatex',
  extension: 'biblatex.bib',
  mediaType: 'application/x-bibtex',
  holds: 'For biblatex and biber: whole dates and eprint fields, abstracts included.',
  write: (works, { remark = [] }) => bibRemark(remark) + works.map(entry).join('\n'),
};

function entry(work: Citable): string {
  const { abstract, note } = work.fields;
  const { publication } = work;
  const arxiv = identifierOf(work, 'arxiv');
  const pmid = identifierOf(work, 'pmid');
  const archived = archiveOf(work);
  const entryType = typeOf(work);
  return bibEntry(entryType, work.citationKey, [
    ['ids', braced(work.otherKeys?.join(', '))],
    ['title', braced(bibTitle(work.title.value))],
    ['author', braced(bibAuthors(work))],
    ['editor', braced(bibNames(publication.editors))],
    ['translator', braced(bibNames(publication.translators ?? []))],
    ['entrysubtype', braced(subtypeOf(work, entryType))],
    ...containerFields(work),
    ['date', braced(publication.issued?.iso)],
    ['eprint', braced(arxiv ?? pmid ?? archived?.id)],
    ['eprinttype', arxiv ? '{arxiv}' : pmid ? '{pubmed}' : braced(archived?.type)],
    ['eprintclass', arxiv && braced(publication.archive?.category)],
    ['pmid', arxiv && braced(pmid)],
    ['doi', braced(doiOf(work))],
    ['isbn', braced(publication.isbn)],
    ['issn', braced(publication.issn)],
    ['url', braced(citedAddress(work))],
    ['language', bracedText(publication.language)],
    ['pubstate', bracedText(publication.status)],
    ['version', bracedText(publication.version)],
    ['keywords', bracedKeywords(work)],
    ['note', bracedText(note?.value)],
    ['abstract', abstract && braced(toLatex(abstract.value.rich))],
  ]);
}

/** Entry types that have a `type` in biblatex's data model. */
const TYPED: ReadonlySet<string> = new Set([
  'booklet',
  'dataset',
  'manual',
  'misc',
  'patent',
  'report',
  'software',
  'thesis',
  'unpublished',
]);

const typeOf = (work: Citable) => namesOfKind(work).biblatex ?? entryTypeOf(work);

function containerFields(work: Citable): BibField[] {
  const { publication } = work;
  const { type } = publication;
  const entryType = typeOf(work);
  const isPeriodical = type.startsWith('article-') || type === 'review';
  return [
    [isPeriodical ? 'journaltitle' : 'booktitle', bracedText(publication.containerTitle)],
    ...placeFields(work),
    ['type', TYPED.has(entryType) ? bracedText(publication.genre) : undefined],
    houseField(work, entryType),
    ['howpublished', bracedText(nameOfArchive(work))],
    ['location', bracedText(publication.publisherPlace)],
  ];
}
