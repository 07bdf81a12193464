import { collapse } from '../../text/index.ts';

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
