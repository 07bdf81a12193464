import { z } from 'zod';
import { identifierSchema } from './identifier.ts';

/** The released path segment of a work: lower-case letters, digits, `.`, `-`. */
export const permalinkSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/, 'a permalink such as arxiv-2507.17249');

/** One released permalink and what it stands for. */
export const ledgerEntrySchema = z.strictObject({
  permalink: permalinkSchema,
  /** Edition that released it first. */
  since: z.string().min(1),
  /** Plain-text title at release, to recognise the work by when it has no identifier, and to name it when it is gone. */
  title: z.string().min(1),
  identifiers: z.array(identifierSchema),
});

/** `content/permalinks.json`. */
export const permalinkLedgerSchema = z.strictObject({
  version: z.literal(1),
  permalinks: z.array(ledgerEntrySchema),
});

export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
export type PermalinkLedger = z.infer<typeof permalinkLedgerSchema>;
