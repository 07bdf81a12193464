import { z } from 'zod';
import { formVersion } from './form-version.ts';
import { isoDateSchema } from './date.ts';
import { identifierSchema } from './identifier.ts';
import { permalinkSchema } from './permalink-name.ts';
import { releasedAddressSchema, sourceStateSchema } from './released-address.ts';

/** Name of the permalink ledger in the content folder. */
export const permalinkLedgerFile = 'permalinks.json';

/** What became of a released permalink. */
const fateSchema = z.discriminatedUnion('status', [
  /** It has a paper of its own. */
  z.strictObject({ status: z.literal('current') }),
  /** Its paper turned out to be another one; its page leads there. */
  z.strictObject({
    status: z.literal('merged'),
    into: permalinkSchema,
    /** Edition that released the merge: `2026-11`. */
    on: isoDateSchema,
    reason: z.string().min(1),
  }),
  /** Its paper left the survey; its page says what stood there and why it left. */
  z.strictObject({
    status: z.literal('withdrawn'),
    /** Day or edition from which it is withdrawn: `2026-11-22`. */
    on: isoDateSchema,
    reason: z.string().min(1),
    /** Of one that decisions in screening left out: it holds as long as they do. Absent where people withdrew it. */
    by: z.literal('screening').optional(),
  }),
]);

/** The last known record of a paper, beside title and identifiers. */
const lastRecordSchema = z.strictObject({
  /** As printed, the first of them. */
  authors: z.array(z.string().min(1)).optional(),
  /** How many more there were. */
  more_authors: z.int().positive().optional(),
  issued: isoDateSchema.optional(),
  venue: z.string().min(1).optional(),
});

/** One released permalink and what it stands for. */
export const permalinkEntrySchema = z.strictObject({
  permalink: permalinkSchema,
  /** Edition that released it first. */
  since: z.string().min(1),
  /** Plain-text title at the last release: to recognise the work by, and to name it when it is gone. */
  title: z.string().min(1),
  /** Titles it was released under before. */
  other_titles: z.array(z.string().min(1)).optional(),
  identifiers: z.array(identifierSchema),
  /** The smallest hashes of the runs of three words of its abstract, to tell it from a namesake: `0a1b2c3d 17…`. */
  digest: z
    .string()
    .regex(/^[0-9a-f]{8}(?: [0-9a-f]{8})*$/, 'hashes of eight hexadecimal digits')
    .optional(),
  /** Key under which released references cite it; never given to another paper. */
  citation_key: z.string().min(1).optional(),
  /** Other keys that released references listed for it. */
  other_keys: z.array(z.string().min(1)).optional(),
  /** What else was known of it at the last release, for the page that stays when it leaves. */
  record: lastRecordSchema.optional(),
  fate: fateSchema.default({ status: 'current' }),
});

/**
 * `content/permalinks.json`. Version 1 held current permalinks only, version 2 no citation keys, version 3 no other
 * addresses than those of papers, version 4 did not tell withdrawals by screening from those by people.
 */
export const permalinkLedgerSchema = z
  .strictObject({
    version: z.literal([1, 2, 3, 4, 5], { error: formVersion(5) }),
    permalinks: z.array(permalinkEntrySchema),
    /** Pages of themes, of the survey's own, of sources, authors, venues and editions, in order of address. */
    addresses: z.array(releasedAddressSchema).optional(),
    /** States of sources, in order of source, the oldest first. */
    states: z.array(sourceStateSchema).optional(),
  })
  .superRefine(({ permalinks }, context) => {
    const known = new Map<string, PermalinkEntry>();
    permalinks.forEach((entry, index) => {
      if (known.has(entry.permalink)) {
        const message = `the permalink ${entry.permalink} stands here a second time`;
        context.addIssue({ code: 'custom', path: ['permalinks', index], message });
      }
      known.set(entry.permalink, entry);
    });
    permalinks.forEach((entry, index) => {
      const seen = new Set<string>();
      let at: PermalinkEntry | undefined = entry;
      while (at?.fate.status === 'merged' && !seen.has(at.permalink)) {
        seen.add(at.permalink);
        at = known.get(at.fate.into);
      }
      if (at !== undefined && at.fate.status !== 'merged') return;
      const message = `${entry.permalink} is merged into a permalink that ${at === undefined ? 'is not in the ledger' : 'leads back to it'}`;
      context.addIssue({ code: 'custom', path: ['permalinks', index, 'fate'], message });
    });
  });

export type PermalinkEntry = z.infer<typeof permalinkEntrySchema>;
export type PermalinkLedger = z.infer<typeof permalinkLedgerSchema>;

type ByScreening = Extract<PermalinkEntry['fate'], { status: 'withdrawn' }> & { by: 'screening' };

/** Whether decisions in screening left a paper out, and not people who withdrew its permalink. */
export const isByScreening = (fate: PermalinkEntry['fate']): fate is ByScreening =>
  fate.status === 'withdrawn' && fate.by === 'screening';

/** A released permalink that has no paper of its own any more: a page that leads on, or a tombstone. */
export interface Departed {
  permalink: string;
  title: string;
  identifiers: PermalinkEntry['identifiers'];
  record?: PermalinkEntry['record'];
  /** Hashes of its abstract. */
  digest?: string;
  /** `on` is absent until the next release writes it down. `into` is where the way ends: a paper or a tombstone. */
  fate:
    | { status: 'merged'; into: string; reason: string; on?: string }
    | { status: 'withdrawn'; reason: string; on?: string; by?: 'screening' | undefined };
}
