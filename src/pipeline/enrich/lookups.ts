import type { Work } from '../../model/index.ts';
import { toPlain } from '../../text/index.ts';
import { identifierKey } from '../reading/index.ts';
import type { FoundRecord, Service } from './found-record.ts';
import { type Gap, identifierOf } from './gaps.ts';

/** One question to a service: for the record of an identifier of its own, or for papers with a title. */
export interface Lookup {
  service: Service;
  by: 'identifier' | 'title';
  /** An arXiv identifier for arXiv, a DOI for the others; or a plain title. */
  value: string;
}

/** One string for one lookup: `arxiv identifier 2507.17249`. */
export function lookupKey({ service, by, value }: Lookup): string {
  return `${service} ${by} ${value}`;
}

/** Gaps that a service's records can fill. */
const fills: Record<Service, readonly Gap[]> = {
  arxiv: ['title', 'authors', 'date', 'identifier', 'doi'],
  crossref: ['title', 'authors', 'date', 'identifier', 'doi', 'venue', 'pages'],
  datacite: ['title', 'authors', 'date', 'venue'],
  openalex: ['title', 'authors', 'date', 'identifier', 'doi', 'venue'],
};

/** Gaps for which the record of a DOI is looked up, of which a DOI is none. */
const ofDoi: readonly Gap[] = ['title', 'authors', 'date', 'venue', 'pages'];

/** The questions that may fill the gaps of a paper, in the order in which they are to be asked: the surest first. */
export function lookupsFor(work: Work, gaps: readonly Gap[]): Lookup[] {
  const helps = (service: Service) => gaps.some((gap) => fills[service].includes(gap));
  const describes = (service: Service) =>
    gaps.some((gap) => fills[service].includes(gap) && ofDoi.includes(gap));
  const arxiv = identifierOf(work, 'arxiv');
  const doi = identifierOf(work, 'doi');
  const title = work.title.from.kind === 'inferred' ? '' : toPlain(work.title.value.rich);
  const lookups: Lookup[] = [];
  if (arxiv !== undefined && helps('arxiv'))
    lookups.push({ service: 'arxiv', by: 'identifier', value: arxiv });
  if (doi !== undefined && helps('crossref'))
    lookups.push({ service: 'crossref', by: 'identifier', value: doi });
  for (const service of ['datacite', 'openalex'] as const) {
    if (doi !== undefined && describes(service))
      lookups.push({ service, by: 'identifier', value: doi });
  }
  if (arxiv === undefined && helps('arxiv') && title !== '')
    lookups.push({ service: 'arxiv', by: 'title', value: title });
  if (doi === undefined && helps('crossref') && title !== '')
    lookups.push({ service: 'crossref', by: 'title', value: title });
  if (doi === undefined && helps('openalex') && title !== '')
    lookups.push({ service: 'openalex', by: 'title', value: title });
  return lookups;
}

/** What services answered, by lookup. */
export class Answers {
  readonly #byKey = new Map<string, readonly FoundRecord[]>();
  readonly #byIdentifier = new Map<string, FoundRecord>();

  /** Takes the records that a service gave for a lookup; none is an answer too. */
  add(lookup: Lookup, records: readonly FoundRecord[]): void {
    this.#byKey.set(lookupKey(lookup), records);
    for (const record of records) {
      for (const identifier of record.identifiers)
        this.#byIdentifier.set(`${record.service} ${identifierKey(identifier)}`, record);
    }
  }

  /** The records a lookup gives; undefined when nothing that was answered tells. */
  to(lookup: Lookup): readonly FoundRecord[] | undefined {
    const known = this.#byKey.get(lookupKey(lookup));
    if (known !== undefined || lookup.by === 'title') return known;
    const scheme = lookup.service === 'arxiv' ? 'arxiv' : 'doi';
    const record = this.#byIdentifier.get(`${lookup.service} ${scheme}:${lookup.value}`);
    return record === undefined ? undefined : [record];
  }
}
