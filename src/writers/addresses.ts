import type { Citable, Identifier, IdentifierScheme, Site } from '../model/index.ts';

/** Where each scheme's registry shows the work. */
const resolvers: Record<IdentifierScheme, (value: string) => string> = {
  arxiv: (value) => `https://arxiv.org/abs/${value}`,
  doi: (value) => `https://doi.org/${encodeURI(value)}`,
  openreview: (value) => `https://openreview.net/forum?id=${encodeURIComponent(value)}`,
  acl: (value) => `https://aclanthology.org/${value}/`,
  pmid: (value) => `https://pubmed.ncbi.nlm.nih.gov/${value}/`,
  url: (value) => value,
};

/** The public address of an identifier. */
export function addressOf({ scheme, value }: Identifier): string {
  return resolvers[scheme](value);
}

/** The absolute address of a root path of the site: `/themes/graphs/`. */
export function absoluteUrl(site: Pick<Site, 'url'>, path: string): string {
  return new URL(path.slice(1), site.url.replace(/\/*$/, '/')).href;
}

/** Where permalinks begin: at the base that outlasts hosts, where the survey has one. */
export function permalinkBase({
  url,
  permalink_base,
}: Pick<Site, 'url' | 'permalink_base'>): string {
  return permalink_base ?? url;
}

/**
 * The absolute address of a work's page, which is what a citation should point at: below {@link permalinkBase}.
 */
export function permalinkUrl(
  work: Pick<Citable, 'permalink'>,
  site: Pick<Site, 'url' | 'permalink_base'>,
): string {
  return absoluteUrl({ url: permalinkBase(site) }, `/papers/${work.permalink}/`);
}

/** The value of a work's identifier in one scheme. */
export function identifierOf(work: Citable, scheme: IdentifierScheme): string | undefined {
  return work.identifiers.find((identifier) => identifier.value.scheme === scheme)?.value.value;
}

/** The DOI of a work, of a preprint without one that of arXiv, where a source states it. */
export function doiOf(work: Citable): string | undefined {
  return identifierOf(work, 'doi') ?? work.publication.archive?.doi;
}

/** Schemes that exports have fields for. */
const HAVE_FIELDS: ReadonlySet<IdentifierScheme> = new Set(['arxiv', 'doi', 'pmid']);

/**
 * The address an export prints: that of an identifier no other field of it holds, else where the first identifier leads;
 * undefined where no source tells one.
 */
export function citedAddress(work: Citable): string | undefined {
  return citedAddresses(work)[0];
}

/** All that {@link citedAddress} chooses from, for formats with room for more than one. */
export function citedAddresses({ identifiers }: Citable): string[] {
  const values = identifiers.map(({ value }) => value);
  const others = values.filter(({ scheme }) => !HAVE_FIELDS.has(scheme));
  return (others.length > 0 ? others : values.slice(0, 1)).map(addressOf);
}
