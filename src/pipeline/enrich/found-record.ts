import type { Identifier, IsoDate } from '../../model/index.ts';
import { sourceRecords } from '../reading/index.ts';

/** Who is asked: arXiv's API (https://info.arxiv.org/help/api/) and Crossref's (https://api.crossref.org). */
export const services = ['arxiv', 'crossref'] as const;
export type Service = (typeof services)[number];

/** What a service calls itself. */
export const serviceNames: Record<Service, string> = { arxiv: 'arXiv', crossref: 'Crossref' };

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
      const { title, authors, posted, abstract } = fields;
      return [
        {
          service: 'arxiv',
          url: `https://arxiv.org/abs/${arxiv.value}`,
          identifiers: known.filter(({ scheme }) => scheme === 'arxiv' || scheme === 'doi'),
          ...(title === undefined ? {} : { title: title.value.source }),
          authors: authors?.value.names.map(({ literal }) => literal) ?? [],
          ...(posted === undefined ? {} : { date: posted.value.iso }),
          ...(abstract === undefined ? {} : { abstract: abstract.value.source }),
          preprint: true,
        },
      ];
    },
  );
}
