import { z } from 'zod';
import { isoDateSchema } from './date.ts';
import { permalinkSchema } from './permalink-name.ts';

/** A public address below the first page that is not a paper’s: `themes/experts`, `pages/methods`, `sources/lists/a.bib`, `authors/ann-lee`, `editions/2026-11`. */
export const addressSchema = z
  .string()
  .regex(
    /^(?:themes|pages|sources|authors|papers\/venue|editions)\/(?!.*\/\/)[^/](?:.*[^/])?$/u,
    'an address such as themes/experts, pages/methods, sources/list.bib, authors/ann-lee, papers/venue/iclr or editions/2026-11',
  );

/** What became of a released address. */
const addressFateSchema = z.discriminatedUnion('status', [
  /** It has the page it was released with. */
  z.strictObject({ status: z.literal('current') }),
  /** What stood there stands elsewhere now; its page leads there. */
  z.strictObject({
    status: z.literal('moved'),
    to: addressSchema,
    /** Edition that released the move. */
    on: isoDateSchema,
    reason: z.string().min(1),
  }),
  /** What stood there left the survey; its page says so. */
  z.strictObject({ status: z.literal('removed'), on: isoDateSchema, reason: z.string().min(1) }),
]);

/** One released address that is not a paper's, and what it stands for. */
export const releasedAddressSchema = z.strictObject({
  address: addressSchema,
  /** Edition that released it first. */
  since: z.string().min(1),
  /** What its page was called at the last release. */
  title: z.string().min(1),
  /** Of a theme or an own page: digest of everything its file says. Of a source: SHA-256 of its bytes as published. */
  digest: z.string().optional(),
  /** Of a theme: digest of its rules alone. */
  rules: z.string().optional(),
  /** Permalinks of its papers at the last release; of an author, when the page left. */
  papers: z.array(permalinkSchema).optional(),
  /** True for a theme that the build found. */
  suggested: z.literal(true).optional(),
  fate: addressFateSchema.default({ status: 'current' }),
});

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 of 64 hexadecimal digits');

/** A released state of a source, so that its lines can be found when the source is edited. */
export const sourceStateSchema = z.strictObject({
  /** SHA-256 of the bytes as published. */
  digest: sha256,
  /** The source whose state it was: `sources/list.bib`. */
  source: addressSchema,
  /** Edition that released it. */
  since: z.string().min(1),
  lines: z.int().nonnegative(),
  /** A hash of each line, eight digits each: of the last released state of its source. */
  marks: z.string().optional(),
  /** Of an earlier state: stretches of its lines, and where they begin in the last released one: `[14, 16, 3]`. */
  runs: z.array(z.tuple([z.int(), z.int(), z.int()])).optional(),
});

export type ReleasedAddress = z.infer<typeof releasedAddressSchema>;
export type SourceState = z.infer<typeof sourceStateSchema>;

/** A released address that has no page of its own any more: a page that leads on, or one that says what stood there. */
export interface DepartedAddress {
  address: string;
  title: string;
  /** Permalinks of the papers it had. */
  papers: string[];
  /** `on` is absent until the next release writes it down. `to` is where the way ends: a page, or a removed address. */
  fate:
    | { status: 'moved'; to: string; reason: string; on?: string }
    | { status: 'removed'; reason: string; on?: string };
}

/** A source as it is published now. */
export interface PublishedSource {
  /** Path of the seed. */
  path: string;
  /** `sources/list.bib` */
  address: string;
  /** SHA-256 of its bytes as published. */
  digest: string;
  lines: number;
  /** A hash of each line, eight digits each. */
  marks: string;
}

/** A state of a source that can be cited: the one of now, or a released one. */
export interface CitableState {
  digest: string;
  /** Edition that released it; absent until then. */
  since?: string;
  /** Address of the source as it was called. */
  source: string;
  lines: number;
  /** Path of the seed it is a state of; absent when that left. */
  seed?: string;
  /** By line of the state, from 0: its line in the seed as it is now, from 1; 0 for one that is there no more. */
  now: number[];
}
