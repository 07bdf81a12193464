import { type Citable, MONTHS } from '../../model/index.ts';
import { settable, toLatex } from '../../text/index.ts';
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
  isMastersThesis,
  nameOfArchive,
  namesOfKind,
  placeFields,
  subtypeOf,
} from './bib-entry.ts';

/** Entry types of the classic styles (BibTeXing, 3.1) for what they set as `@misc` under the names of biblatex. */
const classic: ReadonlyMap<string, string> = new Map([
  ['review', 'article'],
  ['inreference', 'incollection'],
  ['report', 'techreport'],
]);

/**
 * BibTeX with the fields arXiv itself gives (`eprint`, `archivePrefix`, `primaryClass`), for the classic styles; beside
 * them `eprinttype`, by which biblatex knows the archive.
 *
 * Letters that pdfLaTeX cannot set are commands or written in Latin ones; the file for biblatex keeps them.
 *
 * Written from the rich text and not through a library: the ones there are escape `$`, so a title
 * such as `$R^{4}$ec` would print its dollars.
 */
export const bibtex: CitableWriter = {
  format: 'bibtex',
  label: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  holds: 'For BibTeX and its classic styles; formulas in LaTeX, abstracts included.',
  write: (works, { remark = [] }) => bibRemark(remark) + works.map(entry).join('\n'),
};

function typeOf(work: Citable): string {
  const { type, genre } = work.publication;
  if (type === 'thesis') return isMastersThesis(genre) ? 'mastersthesis' : 'phdthesis';
  const { bibtex: name, biblatex } = namesOfKind(work);
  // Styles set types they do not know as `@misc`, which is all that they have for documents of any kind.
  const entryType = name ?? (type === 'document' ? biblatex : undefined) ?? entryTypeOf(work);
  return classic.get(entryType) ?? entryType;
}

function entry(work: Citable): string {
  const { abstract, note } = work.fields;
  const { publication } = work;
  const { archive, issued } = publication;
  const arxiv = identifierOf(work, 'arxiv');
  const [year, month, day] = issued?.iso.split('-') ?? [];
  const archived = archiveOf(work);
  const entryType = typeOf(work);
  const printed: BibField[] = [
    ['ids', braced(work.otherKeys?.join(', '))],
    ['title', braced(bibTitle(work.title.value))],
    ['author', braced(bibAuthors(work))],
    ['editor', braced(bibNames(publication.editors))],
    ['translator', braced(bibNames(publication.translators ?? []))],
    ['entrysubtype', braced(subtypeOf(work, entryType))],
    ...containerFields(work, entryType),
    ['year', braced(year)],
    ['month', month && MONTHS[Number(month) - 1]?.slice(0, 3).toLowerCase()],
    ['date', day && braced(issued?.iso)],
    ['eprint', braced(arxiv ?? archived?.id)],
    ['eprinttype', arxiv ? '{arXiv}' : braced(archived?.type)],
    ['archivePrefix', arxiv && '{arXiv}'],
    ['primaryClass', arxiv && braced(archive?.category)],
    ['doi', braced(doiOf(work))],
    ['isbn', braced(publication.isbn)],
    ['issn', braced(publication.issn)],
    ['pmid', braced(identifierOf(work, 'pmid'))],
    ['url', braced(citedAddress(work))],
    ['language', bracedText(publication.language)],
    ['pubstate', bracedText(publication.status)],
    ['version', bracedText(publication.version)],
    ['keywords', bracedKeywords(work)],
    ['note', bracedText(note?.value)],
  ];
  return bibEntry(entryType, work.citationKey, [
    ...printed.map(([name, value]): BibField => [
      name,
      // Keys are no text to be set.
      value && (name === 'ids' ? value : settable(value, work.latin)),
    ]),
    // No style prints it.
    ['abstract', abstract && braced(toLatex(abstract.value.rich))],
  ]);
}

function containerFields(work: Citable, entryType: string): BibField[] {
  const { publication } = work;
  const { type } = publication;
  const isPeriodical = entryType === 'article';
  const [houseName, house] = houseField(work, entryType);
  // An entry without it is a PhD thesis, and not every thesis is.
  const genre = publication.genre ?? (type === 'thesis' ? 'Thesis' : undefined);
  return [
    [isPeriodical ? 'journal' : 'booktitle', bracedText(publication.containerTitle)],
    ...placeFields(work),
    // Of a chapter the classic styles print it as the kind of chapter.
    ['type', entryType === 'incollection' ? undefined : bracedText(genre)],
    [type === 'thesis' ? 'school' : type === 'patent' ? 'assignee' : houseName, house],
    ['howpublished', bracedText(nameOfArchive(work))],
    ['address', bracedText(publication.publisherPlace)],
  ];
}
