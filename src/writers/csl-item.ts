import type { Name, Site, Work } from '../model/index.ts';
import { toPlain } from '../text/index.ts';
import { addressOf, identifierOf, permalinkUrl } from './addresses.ts';

/** The part of a CSL-JSON item (CSL 1.0.2, csl-data.json) that a work fills. */
export interface CslItem {
  id: string;
  'citation-key': string;
  /** A preprint is CSL's `article`. */
  type: 'article';
  title: string;
  author?: CslName[];
  issued?: { 'date-parts': [number[]] };
  abstract?: string;
  DOI?: string;
  URL: string;
  /** `arXiv:2507.17249` */
  number?: string;
  publisher?: string;
  PMID?: string;
  /** Where it was published, as far as known, in one line. */
  note?: string;
  /** Address of the paper's page in this survey. */
  source: string;
}

type CslName =
  | { literal: string }
  | { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string };

/** A work as a CSL-JSON item: text in Unicode, date as precise as known, nothing that is not known. */
export function toCslItem(work: Work, site: Site): CslItem {
  const { authors, abstract, issued, venue } = work.fields;
  const arxiv = identifierOf(work, 'arxiv');
  const doi = identifierOf(work, 'doi');
  const pmid = identifierOf(work, 'pmid');
  const identifier = work.identifiers[0]?.value;
  return {
    id: work.citationKey,
    'citation-key': work.citationKey,
    type: 'article',
    title: toPlain(work.title.value.rich),
    ...(authors && authors.value.names.length > 0
      ? { author: authors.value.names.map(toCslName) }
      : {}),
    ...(issued ? { issued: { 'date-parts': [issued.value.iso.split('-').map(Number)] } } : {}),
    ...(abstract ? { abstract: toPlain(abstract.value.rich) } : {}),
    ...(doi ? { DOI: doi } : {}),
    URL: identifier ? addressOf(identifier) : permalinkUrl(work, site),
    ...(arxiv ? { number: `arXiv:${arxiv}`, publisher: 'arXiv' } : {}),
    ...(pmid ? { PMID: pmid } : {}),
    ...(venue ? { note: venue.value } : {}),
    source: permalinkUrl(work, site),
  };
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
