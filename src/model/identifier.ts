import { z } from 'zod';

/** Schemes in the order in which they name a work: the first one known gives the permalink. */
export const identifierSchemes = ['arxiv', 'doi', 'openreview', 'acl', 'pmid', 'url'] as const;

export const identifierSchema = z.strictObject({
  /** `arxiv` */
  scheme: z.enum(identifierSchemes),
  /** Normal form of the scheme: an arXiv id without version (`2507.17249`), a bare lower-case DOI. */
  value: z.string().min(1),
});

/** How every DOI begins, as a pattern: `10.1145/`. No groups. */
export const DOI_PREFIX = String.raw`10\.\d{4,9}/`;

export type IdentifierScheme = (typeof identifierSchemes)[number];
export type Identifier = z.infer<typeof identifierSchema>;
