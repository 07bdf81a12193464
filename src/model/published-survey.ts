import { z } from 'zod';
import { isoDateSchema } from './date.ts';
import { identifierSchema } from './identifier.ts';
import { leftReasons } from './math-coverage.ts';
import { nameSchema } from './name.ts';
import { permalinkSchema } from './permalink-name.ts';
import { fieldNames } from './field-name.ts';
import { itemTypes } from './item-types.ts';
import { keywordKinds } from './publication.ts';

const renderings = z.strictObject({
  /** `R⁴ec: A Reasoning, Reflection, and Refinement Framework` */
  plain: z.string(),
  /** With KaTeX's HTML and MathML. */
  html: z.string(),
  /** `$R^{4}$ec: A Reasoning, …` */
  latex: z.string(),
});

const lines = z.tuple([z.int().positive(), z.int().positive()]);

const provenance = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('seed'),
    seed: z.string(),
    record: z.string(),
    /** Bytes of the file, half-open. */
    span: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
    lines,
  }),
  z.strictObject({
    kind: z.literal('correction'),
    file: z.string(),
    line: z.int().positive(),
    reason: z.string(),
    evidence: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('inferred'), rule: z.string() }),
]);

const publication = z.strictObject({
  /** Item type of CSL 1.0.2; `article` is a preprint or working paper. */
  type: z.enum(itemTypes),
  /** What its source calls it more closely, where some formats have a name for it: `booklet`, `film`, `case`. */
  kind: z.string().optional(),
  is_preprint: z.boolean(),
  /** Of what `issued` is the date. */
  issued_of: z.enum(['publication', 'posting', 'identifier']).nullable(),
  /** When the preprint of a published work was posted. */
  posted: isoDateSchema.nullable(),
  genre: z.string().nullable(),
  container_title: z.string().nullable(),
  container_title_short: z.string().nullable(),
  volume: z.string().nullable(),
  issue: z.string().nullable(),
  page: z.string().nullable(),
  article_number: z.string().nullable(),
  chapter: z.string().optional(),
  /** Number of pages of the whole. */
  page_count: z.string().optional(),
  publisher: z.string().nullable(),
  publisher_place: z.string().nullable(),
  edition: z.string().nullable(),
  collection_title: z.string().nullable(),
  collection_number: z.string().nullable(),
  isbn: z.string().nullable(),
  issn: z.string().nullable(),
  institution: z.string().nullable(),
  event: z.string().nullable(),
  event_place: z.string().nullable(),
  /** `2018-05-02/2018-05-04`, as printed. */
  event_date: z.string().optional(),
  language: z.string().nullable(),
  version: z.string().nullable(),
  status: z.string().nullable(),
  remark: z.string().nullable(),
  editors: z.array(nameSchema),
  translators: z.array(nameSchema).optional(),
  /** The preprint server that holds a copy. */
  archive: z
    .strictObject({
      name: z.string(),
      id: z.string().nullable(),
      category: z.string().nullable(),
      /** Of a preprint, the DOI that arXiv gave it, where a source states it. */
      doi: z.string().optional(),
    })
    .nullable(),
});

const byteTotals = z.strictObject({
  field: z.int().nonnegative(),
  chrome: z.int().nonnegative(),
  separator: z.int().nonnegative(),
  unparsed: z.int().nonnegative(),
});

const message = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  source: z.strictObject({ file: z.string(), lines: lines.optional() }).optional(),
  text: z.string(),
  hint: z.string().optional(),
});

const departure = {
  permalink: permalinkSchema,
  /** Absolute address of the page that says what became of it. */
  url: z.string(),
  /** Of the last release, in plain text. */
  title: z.string(),
  identifiers: z.array(identifierSchema),
  reason: z.string(),
  /** Day or edition since when it is so; absent until a release writes it down. */
  on: isoDateSchema.optional(),
};

/** A title or an abstract, and where a seed prints it; null for one entered by hand. */
const shownText = {
  permalink: permalinkSchema,
  field: z.enum(['title', 'abstract']),
  source: z.strictObject({ seed: z.string(), lines }).nullable(),
};

/** What became of the formulas in titles and abstracts. */
const math = z.strictObject({
  spans: z.strictObject({
    intact: z.int().nonnegative(),
    mended: z.int().nonnegative(),
    repaired: z.int().nonnegative(),
    left_verbatim: z.int().nonnegative(),
    rendered: z.int().nonnegative(),
    failed: z.int().nonnegative(),
  }),
  texts: z.strictObject({
    without_math: z.int().nonnegative(),
    all_set: z.int().nonnegative(),
    partly_set: z.int().nonnegative(),
  }),
  /** What looks like a stripped formula and is shown as the listing prints it. */
  left_verbatim: z.array(
    z.strictObject({
      ...shownText,
      text: z.string(),
      reason: z.enum(leftReasons),
      /** Of the best reading of it as a formula, 0 to 1. */
      confidence: z.number(),
    }),
  ),
  failed: z.array(z.strictObject({ ...shownText, latex: z.string(), reason: z.string() })),
  /** Commands set as an operator's name. */
  unknown_commands: z.array(z.strictObject({ ...shownText, command: z.string() })),
});

/** What `data/survey.json` holds. Its JSON Schema is published beside it. */
export const publishedSurveySchema = z.strictObject({
  $schema: z.string(),
  site: z.strictObject({
    title: z.string(),
    description: z.string(),
    url: z.string(),
    language: z.string(),
    licence: z.strictObject({ name: z.string(), url: z.string() }),
    curator: z.strictObject({ name: z.string(), url: z.string().optional() }).optional(),
  }),
  /** Null before the first release. */
  edition: z.string().nullable(),
  works: z.array(
    z.strictObject({
      permalink: permalinkSchema,
      /** Absolute address of the paper's page. */
      url: z.string(),
      citation_key: z.string(),
      title: renderings,
      title_origin: z.enum(['seed', 'correction', 'inferred']),
      authors: z.array(nameSchema),
      /** True when the source names only some of the authors. */
      authors_incomplete: z.boolean(),
      author_count: z.int().positive().optional(),
      identifiers: z.array(identifierSchema),
      issued: isoDateSchema.nullable(),
      issued_year_inferred: z.boolean(),
      venue: z.string().nullable(),
      publication,
      keywords: z.array(z.strictObject({ value: z.string(), kind: z.enum(keywordKinds) })),
      journal_ref: z.string().nullable(),
      categories: z.array(z.string()),
      comment: renderings.nullable(),
      note: z.string().optional(),
      code_url: z.string().nullable(),
      abstract: renderings.nullable(),
      abstract_truncated: z.boolean(),
      themes: z.array(
        z.strictObject({
          slug: z.string(),
          score: z.number(),
          evidence: z.array(
            z.strictObject({
              term: z.string(),
              field: z.string(),
              count: z.int().nonnegative(),
              weight: z.number(),
            }),
          ),
        }),
      ),
      related: z.array(permalinkSchema),
      near_twins: z.array(z.strictObject({ permalink: permalinkSchema, reason: z.string() })),
      sources: z.array(z.strictObject({ seed: z.string(), lines })),
      observations: z.array(
        z.strictObject({
          field: z.string(),
          value: z.string(),
          standing: z.enum(['shown', 'agrees', 'differs', 'remark']),
          from: provenance,
        }),
      ),
    }),
  ),
  /** Released permalinks without a paper of their own, in order of permalink. */
  departed: z.array(
    z.discriminatedUnion('status', [
      z.strictObject({
        ...departure,
        status: z.literal('merged'),
        /** Where the way ends: the permalink of a paper, or of one that is withdrawn. */
        into: permalinkSchema,
      }),
      z.strictObject({
        ...departure,
        status: z.literal('withdrawn'),
        /** Present where decisions in screening left it out. */
        by: z.literal('screening').optional(),
      }),
    ]),
  ),
  themes: z.array(
    z.strictObject({
      slug: z.string(),
      label: z.string(),
      tagline: z.string(),
      scope_note: z.string(),
      /** Present for a theme that the build found and nobody has written. */
      suggested: z.literal(true).optional(),
      /** Of everything its file says, prose and rules: another one after every revision. */
      digest: z.string(),
      works: z.array(permalinkSchema),
      neighbours: z.array(z.strictObject({ slug: z.string(), shared: z.int().positive() })),
      cites: z.array(permalinkSchema),
    }),
  ),
  seeds: z.array(
    z.strictObject({
      path: z.string(),
      /** Null when no reader knew the text. */
      format: z.string().nullable(),
      bytes: z.int().nonnegative(),
      ledger: byteTotals,
      /** How many of its bytes are private and published nowhere; they are in the ledger too. */
      withheld: z.int().nonnegative(),
      records: z.array(
        z.strictObject({
          key: z.string(),
          lines,
          span: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
          /** Null when a correction excluded the record. */
          work: permalinkSchema.nullable(),
          fields: z.array(
            z.strictObject({
              name: z.enum(fieldNames),
              /** The bytes of the file at `span`, or what a format's library made of them (`decoded`), with `[withheld]` for parts of it that are private; empty when all is. */
              value: z.string(),
              label: z.string().optional(),
              span: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
              decoded: z.literal(true).optional(),
            }),
          ),
        }),
      ),
    }),
  ),
  flow: z.strictObject({
    records: z.int().nonnegative(),
    duplicates: z.int().nonnegative(),
    incomplete: z.int().nonnegative(),
    excluded: z.int().nonnegative(),
    included: z.int().nonnegative(),
  }),
  math,
  messages: z.array(message),
});

export type PublishedSurvey = z.infer<typeof publishedSurveySchema>;
export type PublishedWork = PublishedSurvey['works'][number];
