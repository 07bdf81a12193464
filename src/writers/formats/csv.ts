import papaparse from 'papaparse';
import { toPlain } from '../../text/index.ts';
import { citedAddress, identifierOf, permalinkUrl } from '../addresses.ts';
import type { CitableWriter } from '../writer.ts';

/** A table with one row a paper (RFC 4180, UTF-8); authors are parted by semicolons, classes by blanks. */
export const csv: CitableWriter = {
  format: 'csv',
  label: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv',
  holds: 'One row a paper, for spreadsheets.',
  write: (works, { site }) => {
    const rows = works.map((work) => {
      const { authors, issued, venue, categories, codeUrl, abstract } = work.fields;
      return [
        work.citationKey,
        toPlain(work.title.value.rich),
        (authors?.value.names ?? []).map((name) => name.literal).join('; '),
        issued?.value.iso ?? '',
        venue?.value ?? '',
        identifierOf(work, 'arxiv') ?? '',
        identifierOf(work, 'doi') ?? '',
        identifierOf(work, 'pmid') ?? '',
        (categories?.value ?? []).join(' '),
        citedAddress(work, site),
        codeUrl?.value ?? '',
        permalinkUrl(work, site),
        abstract ? toPlain(abstract.value.rich) : '',
      ];
    });
    return csvTable(csvColumns, rows);
  },
};

/** A table with a line of names above it. */
export function csvTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${papaparse.unparse({ fields: [...columns], data: rows.map((row) => [...row]) })}\r\n`;
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
];
