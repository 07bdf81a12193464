import papaparse from 'papaparse';
import type { Authors, Citable, Name } from '../../model/index.ts';
import { toPlain } from '../../text/index.ts';
import { citedAddress, doiOf, identifierOf, permalinkUrl } from '../addresses.ts';
import { keywordsOf } from '../keywords.ts';
import { articleNumberOf } from '../places.ts';
import type { CitableWriter, CitingSite } from '../writer.ts';

/** A table with one row a paper (RFC 4180, UTF-8); names, family name first, are parted by semicolons, classes by blanks. */
export const csv: CitableWriter = {
  format: 'csv',
  label: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv',
  holds: 'One row a paper, for spreadsheets.',
  write: (works, { site }) =>
    csvTable(
      csvColumns,
      works.map((work) => csvRow(work, site)),
    ),
};

/** The cells of one work, by {@link csvColumns}. */
export function csvRow(work: Citable, site: CitingSite): string[] {
  const { authors, categories, codeUrl, abstract, note } = work.fields;
  const { publication } = work;
  const arxiv = identifierOf(work, 'arxiv');
  return [
    work.citationKey,
    toPlain(work.title.value.rich),
    authors === undefined ? '' : namesIn(authors.value),
    publication.issued?.iso ?? '',
    publication.containerTitle ?? '',
    arxiv ?? '',
    doiOf(work) ?? '',
    identifierOf(work, 'pmid') ?? '',
    (categories?.value ?? []).join(' '),
    citedAddress(work) ?? '',
    codeUrl?.value ?? '',
    permalinkUrl(work, site),
    abstract ? toPlain(abstract.value.rich) : '',
    // `article` of CSL is an article of a journal to whoever reads a table.
    publication.isPreprint ? 'preprint' : publication.type,
    publication.posted ?? '',
    publication.volume ?? '',
    publication.issue ?? '',
    publication.page ?? articleNumberOf(work) ?? '',
    publication.publisher ??
      publication.institution ??
      // The server of a preprint that has no number of arXiv's to know it by.
      (publication.isPreprint && !arxiv ? publication.archive?.name : undefined) ??
      '',
    namesIn({ names: publication.editors, more: false }),
    publication.issn ?? '',
    publication.isbn ?? '',
    publication.language ?? '',
    keywordCell(work),
    note?.value ?? '',
    publication.articleNumber ?? '',
  ];
}

/** `van Beethoven, Ludwig; King, Martin, Jr.; Garden Survey Team; et al.`: where each name is in parts. */
function namesIn({ names, more }: Authors): string {
  return [...names.map(inverted), ...(more && names.length > 0 ? ['et al.'] : [])].join('; ');
}

function inverted({ literal, given, particle, family, suffix }: Name): string {
  if (family === undefined) return literal;
  return [[particle, family].filter(Boolean).join(' '), given, suffix].filter(Boolean).join(', ');
}

/** Keywords between semicolons; one alone that has a comma ends in one, for it is no list. */
function keywordCell(work: Citable): string {
  const [first = '', ...others] = keywordsOf(work);
  if (others.length === 0) return first.includes(',') ? `${first};` : first;
  return [first, ...others].join('; ');
}

/** What a spreadsheet takes for a formula or for several cells, behind apostrophes or not: `=1+1`, `@SUM(A1)`, `\t=1` */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The text of a cell: an apostrophe before what a spreadsheet would run says that it is text. */
export const asCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text that {@link asCell} wrote into a cell. */
export const textOfCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/** A table with a line of names above it. */
export function csvTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const data = rows.map((row) => row.map(asCell));
  return `${papaparse.unparse({ fields: [...columns], data })}\r\n`;
}

/** The columns of {@link csv}, in order. */
export const csvColumns = [
  'Citation key',
  'Title',
  'Authors',
  'Date',
  'Venue',
  'arXiv ID',
  'DOI',
  'PMID',
  'Categories',
  'URL',
  'Code URL',
  'Permalink',
  'Abstract',
  'Type',
  'Posted',
  'Volume',
  'Issue',
  'Pages',
  'Publisher',
  'Editors',
  'ISSN',
  'ISBN',
  'Language',
  'Keywords',
  'Note',
  'Article number',
];
