import { z } from 'zod';
import { isInCalendar } from './date.ts';
import { formVersion } from './form-version.ts';
import { identifierSchema } from './identifier.ts';
import { permalinkSchema } from './permalink-name.ts';

/** `2026-11` or `2026-11-22`. */
export const editionNameSchema = z
  .string()
  .refine(isInCalendar, 'a date such as 2026-11 or 2026-11-22');

const digest = z.string().regex(/^[0-9a-f]{16}$/, 'a digest of 16 hexadecimal digits');

/** `content/editions/<edition>.json`: the state of the survey at one release. */
export const editionSchema = z.strictObject({
  version: z.literal(1, { error: formVersion(1) }),
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

/** What one state of the survey has that the one before it had not. Every list is in order of permalink or slug. */
export interface Changes {
  added: { permalink: string; title: string }[];
  /** `fields` are those of the model, and `identifiers` and `themes`. */
  changed: {
    permalink: string;
    title: string;
    fields: string[];
    /** Present when the title is another one. */
    titleBefore?: string;
  }[];
  merged: { permalink: string; title: string; into: string; reason: string }[];
  withdrawn: { permalink: string; title: string; reason: string }[];
  /** Permalinks that were merged or withdrawn and have a paper again. */
  returned: { permalink: string; title: string }[];
  /** Papers that were in the state before without being released. */
  dropped: { permalink: string; title: string }[];
  themes: {
    added: { slug: string; label: string }[];
    changed: { slug: string; label: string }[];
    removed: { slug: string; label: string }[];
  };
}

/** A released state and what it brought: the difference from the one before it. */
export interface ReleasedEdition extends Edition {
  changes: Changes;
  /** Whether `content/editions/` has a copy of the survey as it was, with a page below `/editions/`. */
  copied: boolean;
}
