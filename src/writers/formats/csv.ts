import papaparse from 'papaparse';
import type { Citable } from '../../model/index.ts';
import { displayName, toPlain } from '../../text/index.ts';
import { citedAddress, identifierOf, permalinkUrl } from '../addresses.ts';
import { keywordsOf } from '../keywords.ts';
import type { CitableWriter, CitingSite } from '../writer.ts';

/** A table with one row a paper (RFC 4180, UTF-8); authors are parted by semicolons, classes by blanks. */
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
  return [
    work.citationKey,
    toPlain(work.title.value.rich),
    (authors?.value.names ?? []).map(displayName).join('; '),
    publication.issued?.iso ?? '',
    publication.containerTitle ?? '',
    identifierOf(work, 'arxiv') ?? '',
    identifierOf(work, 'doi') ?? '',
    identifierOf(work, 'pmid') ?? '',
    (categories?.value ?? []).join(' '),
    citedAddress(work) ?? '',
    codeUrl?.value ?? '',
    permalinkUrl(work, site),
    abstract ? toPlain(abstract.value.rich) : '',
    publication.type,
    publication.posted ?? '',
    publication.volume ?? '',
    publication.issue ?? '',
    publication.page ?? publication.articleNumber ?? '',
    publication.publisher ?? publication.institution ?? '',
    publication.editors.map(displayName).join('; '),
    publication.issn ?? '',
    publication.isbn ?? '',
    publication.language ?? '',
    keywordsOf(work).join('; '),
    note?.value ?? '',
  ];
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
];
