import type { Citable } from '../../model/index.ts';
import { toPlain } from '../../text/index.ts';
import { citedAddress, identifierOf } from '../addresses.ts';
import { publicationOf, repositoryOf } from '../publication.ts';
import { taggedName } from './tagged-name.ts';
import type { CitableWriter, CitingSite } from '../writer.ts';

const types = {
  proceedings: 'Conference Paper',
  journal: 'Journal Article',
  preprint: 'Unpublished Work',
};

/** Where each kind names what the work stands in: `%B` conference, `%J` journal. */
const venueTags = { proceedings: '%B', journal: '%J', preprint: '%B' };

/** EndNote's import format (ENW, after refer), which EndNote opens by a double click. */
export const enw: CitableWriter = {
  format: 'enw',
  label: 'EndNote',
  extension: 'enw',
  mediaType: 'application/x-endnote-refer',
  holds: 'For EndNote: opens by a double click.',
  write: (works, { site }) => works.map((work) => record(work, site)).join('\n'),
};

function record(work: Citable, site: CitingSite): string {
  const { authors, issued, abstract, venue } = work.fields;
  const publication = publicationOf(work);
  const journal = publication.kind === 'journal' ? publication : undefined;
  const arxiv = identifierOf(work, 'arxiv');
  const pmid = identifierOf(work, 'pmid');
  const fields: [tag: string, value: string | undefined][] = [
    ['%0', types[publication.kind]],
    ['%T', toPlain(work.title.value.rich)],
    ...(authors?.value.names ?? []).map((name): [string, string] => ['%A', taggedName(name)]),
    [venueTags[publication.kind], journal?.title ?? venue?.value],
    ['%V', journal?.volume],
    ['%N', journal?.issue],
    ['%P', journal?.pages],
    ['%D', issued?.value.iso.slice(0, 4)],
    ['%8', issued?.value.iso],
    ['%I', publication.kind === 'preprint' ? repositoryOf(work) : undefined],
    ['%M', arxiv ? `arXiv:${arxiv}` : pmid && `PMID:${pmid}`],
    ['%R', identifierOf(work, 'doi')],
    ['%U', citedAddress(work, site)],
    ['%F', work.citationKey],
    ['%X', abstract && toPlain(abstract.value.rich)],
  ];
  return enwRecord(fields);
}

/** A record of ENW: each value on a line of its own, empty ones left out. */
export function enwRecord(
  fields: readonly (readonly [tag: string, value: string | undefined])[],
): string {
  return fields
    .flatMap(([tag, value]) => (value ? [`${tag} ${value.replace(/\s+/g, ' ').trim()}\n`] : []))
    .join('');
}
