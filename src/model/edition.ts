import { z } from 'zod';
import { identifierSchema } from './identifier.ts';
import { permalinkSchema } from './permalink.ts';

/** `2026-11` or `2026-11-22`. */
export const editionNameSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date such as 2026-11 or 2026-11-22');

const digest = z.string().regex(/^[0-9a-f]{16}$/, 'a digest of 16 hexadecimal digits');

/** `content/editions/<edition>.json`: the state of the survey at one release. */
export const editionSchema = z.strictObject({
  version: z.literal(1),
  edition: editionNameSchema,
  /** In order of permalink. */
  works: z.array(
    z.strictObject({
      permalink: permalinkSchema,
      /** Plain text. */
      title: z.string(),
      identifiers: z.array(identifierSchema),
      /** Slugs, in order of the survey. */
      themes: z.array(z.string()),
      /** By field: digest of its text as published. Fields without a value are absent. */
      digests: z.record(z.string(), digest),
    }),
  ),
  /** In order of slug. */
  themes: z.array(
    z.strictObject({
      slug: z.string(),
      label: z.string(),
      /** Digest of everything its file says. */
      digest,
    }),
  ),
  /** Released permalinks without a paper of their own, in order of permalink. */
  departed: z.array(
    z.discriminatedUnion('status', [
      z.strictObject({
        permalink: permalinkSchema,
        status: z.literal('merged'),
        into: permalinkSchema,
        reason: z.string(),
        title: z.string(),
      }),
      z.strictObject({
        permalink: permalinkSchema,
        status: z.literal('withdrawn'),
        reason: z.string(),
        title: z.string(),
      }),
    ]),
  ),
});

export type Edition = z.infer<typeof editionSchema>;
