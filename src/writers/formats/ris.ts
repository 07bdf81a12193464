import type { Citable } from '../../model/index.ts';
import { toPlain } from '../../text/index.ts';
import { citedAddress, identifierOf } from '../addresses.ts';
import { publicationOf, repositoryOf } from '../publication.ts';
import { taggedName } from './tagged-name.ts';
import type { CitableWriter, CitingSite } from '../writer.ts';

/**
 * RIS has no type for preprints. A manuscript is the nearest that programs agree on: `UNPB` is spelt `UNPD` in several,
 * and Zotero takes what it does not know, and `GEN`, for a journal article.
 */
const types = { proceedings: 'CONF', journal: 'JOUR', preprint: 'MANSCPT' };

/**
 * RIS, for EndNote, Mendeley, Zotero and Papers (Research Information Systems, RIS Format Specifications).
 *
 * Every value stands on one line: a value broken after seventy characters, as the specification
 * allows and citation-js does, is joined by other programs with a blank in the middle of a word.
 */
export const ris: CitableWriter = {
  format: 'ris',
  label: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  holds: 'For Zotero, EndNote, Mendeley and Papers.',
  write: (works, { site }) => works.map((work) => record(work, site)).join('\n'),
};

function record(work: Citable, site: CitingSite): string {
  const { authors, issued, abstract, venue, categories } = work.fields;
  const publication = publicationOf(work);
  const journal = publication.kind === 'journal' ? publication : undefined;
  const [first, last] = journal?.pages?.split(/[-–]/) ?? [];
  const arxiv = identifierOf(work, 'arxiv');
  const pmid = identifierOf(work, 'pmid');
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', types[publication.kind]],
    ['TI', toPlain(work.title.value.rich)],
    ...(authors?.value.names ?? []).map((name): [string, string] => ['AU', taggedName(name)]),
    ['PY', issued?.value.iso.slice(0, 4)],
    ['DA', issued?.value.iso.replaceAll('-', '/')],
    ['T2', journal?.title ?? venue?.value],
    ['VL', journal?.volume],
    ['IS', journal?.issue],
    ['SP', first],
    ['EP', last],
    ['PB', publication.kind === 'preprint' ? repositoryOf(work) : undefined],
    ['AN', arxiv ? `arXiv:${arxiv}` : pmid && `PMID:${pmid}`],
    ['DO', identifierOf(work, 'doi')],
    ['UR', citedAddress(work, site)],
    ...(categories?.value ?? []).map((code): [string, string] => ['KW', code]),
    ['AB', abstract && toPlain(abstract.value.rich)],
  ];
  return risRecord(fields);
}

/** A record of RIS: each value on a line of its own, empty ones left out. */
export function risRecord(
  fields: readonly (readonly [tag: string, value: string | undefined])[],
): string {
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}\n`] : []));
  return `${lines.join('')}ER  - \n`;
}

const oneLine = (value: string) => value.replace(/\s+/g, ' ').trim();
