import type { z } from 'zod';
import { given, type Identifier, type IsoDate, type settableSchema } from '../../model/index.ts';
import { sourceRecords } from '../reading/index.ts';

/**
 * Who is asked: the APIs of arXiv (https://info.arxiv.org/help/api/), Crossref (https://api.crossref.org), DataCite
 * (https://support.datacite.org/docs/api) and OpenAlex (https://docs.openalex.org).
 */
export const services = ['arxiv', 'crossref', 'datacite', 'openalex'] as const;
export type Service = (typeof services)[number];

/** What a service calls itself. */
export const serviceNames: Record<Service, string> = {
  arxiv: 'arXiv',
  crossref: 'Crossref',
  datacite: 'DataCite',
  openalex: 'OpenAlex',
};

/** What services say of a publication besides its container, by the names that corrections have for the fields. */
export const details = [
  'type',
  'venue_short',
  'volume',
  'issue',
  'pages',
  'article_number',
  'publisher',
  'publisher_place',
  'editors',
  'isbn',
  'issn',
  'event',
  'event_place',
  'language',
  'journal_ref',
] as const;
export type Details = Pick<z.infer<typeof settableSchema>, (typeof details)[number]>;

/** One paper as a service describes it. */
export interface FoundRecord {
  service: Service;
  /** Public address at which the record can be checked: `https://arxiv.org/abs/2507.17249`. */
  url: string;
  /** arXiv identifiers and DOIs, in normal form. */
  identifiers: Identifier[];
  /** LaTeX, as in a seed. */
  title?: string;
  /** The title without its subtitle, where the service tells the two apart. */
  shortTitle?: string;
  /** In order, as printed. */
  authors: string[];
  date?: IsoDate;
  venue?: string;
  details: Details;
  abstract?: string;
  /** True for a paper posted before its publication. */
  preprint: boolean;
}

/** The papers in an Atom feed of arXiv's API; none when it holds no entry of a paper. */
export function foundInAtom(feed: string): FoundRecord[] {
  const bytes = new TextEncoder().encode(feed);
  return sourceRecords({ path: 'arxiv.xml', bytes }).records.flatMap(
    ({ fields, identifiers }): FoundRecord[] => {
      const known = identifiers.map(({ value }) => value);
      const arxiv = known.find(({ scheme }) => scheme === 'arxiv');
      if (arxiv === undefined) return [];
      const { title, authors, posted, abstract, journalRef } = fields;
      return [
        {
          service: 'arxiv',
          url: `https://arxiv.org/abs/${arxiv.value}`,
          identifiers: known.filter(({ scheme }) => scheme === 'arxiv' || scheme === 'doi'),
          ...given({
            title: title?.value.source,
            date: posted?.value.iso,
            abstract: abstract?.value.source,
          }),
          authors: authors?.value.names.map(({ literal }) => literal) ?? [],
          details: given({ journal_ref: journalRef?.value }),
          preprint: true,
        },
      ];
    },
  );
}
