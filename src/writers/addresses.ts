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

/** The absolute address of a work's page, which is what a citation should point at. */
export function permalinkUrl(work: Pick<Citable, 'permalink'>, site: Pick<Site, 'url'>): string {
  return absoluteUrl(site, `/papers/${work.permalink}/`);
}

/** The value of a work's identifier in one scheme. */
export function identifierOf(work: Citable, scheme: IdentifierScheme): string | undefined {
  return work.identifiers.find((identifier) => identifier.value.scheme === scheme)?.value.value;
}

/** The address a reference prints: where the first identifier leads, or the work's own page. */
export function citedAddress(work: Citable, site: Pick<Site, 'url'>): string {
  const identifier = work.identifiers[0]?.value;
  return identifier ? addressOf(identifier) : permalinkUrl(work, site);
}
