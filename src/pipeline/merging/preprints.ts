import type { ItemType } from '../../model/index.ts';
import { collapse } from '../../text/index.ts';
import type { CorrectedRecord } from './correct.ts';

/** Preprint servers by the names under which they stand where a journal is expected. */
const SERVERS: readonly (readonly [name: string, known: RegExp])[] = [
  [
    'arXiv',
    /^(?:arxiv(?:\.org)?(?:\b.*)?|corr(?:\b.*)?|computing research repository\b.*|cornell university(?: library)?)$/i,
  ],
  ['bioRxiv', /^biorxiv\b/i],
  ['medRxiv', /^medrxiv\b/i],
  ['ChemRxiv', /^chemrxiv\b/i],
  ['PsyArXiv', /^psyarxiv\b/i],
  ['SocArXiv', /^socarxiv\b/i],
  ['EarthArXiv', /^eartharxiv\b/i],
  ['TechRxiv', /^techrxiv\b/i],
  ['Research Square', /^research square\b/i],
  ['SSRN', /^(?:ssrn\b|social science research network)/i],
  ['Preprints.org', /^preprints(?:\.org)?$/i],
  ['OSF Preprints', /^osf preprints?\b/i],
  ['Authorea', /^authorea\b/i],
  ['PeerJ Preprints', /^peerj preprints\b/i],
  ['JMIR Preprints', /^jmir preprints\b/i],
  ['SciELO Preprints', /^scielo preprints\b/i],
  ['ESS Open Archive', /^(?:ess open archive|earth and space science open archive|essoar)\b/i],
  ['IACR Cryptology ePrint Archive', /^(?:iacr )?(?:cryptology )?eprint archive\b|^iacr cryptol/i],
];

/** `engrXiv`, `EcoEvoRxiv`, `AfricArXiv`, `ChinaXiv`: all that call themselves after the first. */
const NAMED_AFTER_ARXIV = /^(\p{L}{2,12}xiv)(?:$|[ .:,])/iu;

/** `Preprint at bioRxiv`, as journals of Nature cite them, `Available at SSRN 3456789`. */
const PREPRINT_AT = /^(?:preprint|available)(?: posted)? (?:at|on) (?:https?:\/\/(?:www\.)?)?/i;

/** The preprint server that the name of a container, publisher or house is that of. */
export function serverOf(title: string): string | undefined {
  const name = collapse(title).replace(PREPRINT_AT, '');
  return SERVERS.find(([, known]) => known.test(name))?.[0] ?? NAMED_AFTER_ARXIV.exec(name)?.[1];
}

/** True for what stands where a journal is expected and says that there is none: a server, or `Preprint`. */
export function isPlaceOfPreprints(title: string): boolean {
  return serverOf(title) !== undefined || /^(?:pre|e-?)print$/i.test(collapse(title));
}

/** Types that programs give to preprints, and that say of no other place where a paper stands. */
const VAGUE: ReadonlySet<ItemType> = new Set(['article', 'document', 'manuscript', 'webpage']);

/**
 * Whether a record describes a preprint: its container is a preprint server, or it has none and is one by its arXiv
 * identifier, its house or its type. `@article` and `JOUR` without a journal are how programs export what stands on a
 * preprint server.
 */
export function isOfPreprint({ source, identifiers }: CorrectedRecord): boolean {
  const { venue, type, publisher, institution, volume, page } = source.fields;
  if (venue !== undefined) return isPlaceOfPreprints(venue.value);
  if (type?.value === 'article') return true;
  const isArticle = type?.value === 'article-journal' && !volume && !page;
  if (type !== undefined && !isArticle && !VAGUE.has(type.value)) return false;
  return (
    identifiers.some(({ value }) => value.scheme === 'arxiv') ||
    [publisher, institution].some((house) => serverOf(house?.value ?? '') !== undefined)
  );
}

/** Whether a record describes what was published: it says what contains the paper, or that it is whole by itself. */
export function isOfPublished(record: CorrectedRecord): boolean {
  const { venue, type } = record.source.fields;
  if (isOfPreprint(record)) return false;
  return (
    venue !== undefined ||
    (type !== undefined && type.value !== 'article-journal' && !VAGUE.has(type.value))
  );
}
