import type { Citable, Name } from '../model/index.ts';
import { toPlain } from '../text/index.ts';
import { citedAddress, identifierOf, permalinkUrl } from './addresses.ts';
import { publicationOf, repositoryOf } from './publication.ts';
import type { CitingSite } from './writer.ts';

/** The part of a CSL-JSON item (CSL 1.0.2, csl-data.json) that a work fills. */
export interface CslItem {
  id: string;
  'citation-key': string;
  /** A preprint is CSL's `article`. */
  type: 'article' | 'article-journal' | 'paper-conference';
  title: string;
  author?: CslName[];
  issued?: { 'date-parts': [number[]] };
  abstract?: string;
  'container-title'?: string;
  volume?: string;
  issue?: string;
  page?: string;
  DOI?: string;
  URL: string;
  /** `arXiv:2507.17249` */
  number?: string;
  publisher?: string;
  PMID?: string;
  /** With a preprint where it was published, as far as known; else its number on arXiv. */
  note?: string;
  /** Address of the paper's page in this survey. */
  source: string;
}

type CslName =
  | { literal: string }
  | { family: string; given?: string; 'non-dropping-particle'?: string; suffix?: string };

const types = {
  proceedings: 'paper-conference',
  journal: 'article-journal',
  preprint: 'article',
} as const;

/** A work as a CSL-JSON item: text in Unicode, date as precise as known, nothing that is not known. */
export function toCslItem(work: Citable, site: CitingSite): CslItem {
  const { authors, abstract, issued, venue } = work.fields;
  const arxiv = identifierOf(work, 'arxiv');
  const doi = identifierOf(work, 'doi');
  const pmid = identifierOf(work, 'pmid');
  const repository = repositoryOf(work);
  const publication = publicationOf(work);
  const isPreprint = publication.kind === 'preprint';
  const journal = publication.kind === 'journal' ? publication : undefined;
  return {
    id: work.citationKey,
    'citation-key': work.citationKey,
    type: types[publication.kind],
    title: toPlain(work.title.value.rich),
    ...(authors && authors.value.names.length > 0
      ? { author: authors.value.names.map(toCslName) }
      : {}),
    ...(issued ? { issued: { 'date-parts': [issued.value.iso.split('-').map(Number)] } } : {}),
    ...(abstract ? { abstract: toPlain(abstract.value.rich) } : {}),
    ...(isPreprint ? {} : { 'container-title': publication.title }),
    ...(journal?.volume ? { volume: journal.volume } : {}),
    ...(journal?.issue ? { issue: journal.issue } : {}),
    ...(journal?.pages ? { page: journal.pages } : {}),
    ...(doi ? { DOI: doi } : {}),
    URL: citedAddress(work, site),
    // Styles print the number of a published paper as that of the article in its journal.
    ...(arxiv ? { [isPreprint ? 'number' : 'note']: `arXiv:${arxiv}` } : {}),
    ...(isPreprint && repository ? { publisher: repository } : {}),
    ...(pmid ? { PMID: pmid } : {}),
    ...(isPreprint && venue ? { note: venue.value } : {}),
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
