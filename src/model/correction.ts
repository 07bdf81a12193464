import { z } from 'zod';
import { contactAddressSchema, webAddressSchema } from './address.ts';
import { isoDateSchema } from './date.ts';
import { screeningStages } from './decision.ts';
import { itemTypes } from './item-types.ts';
import { addressSchema } from './released-address.ts';
import { permalinkSchema } from './permalink-name.ts';

/** Names one source record or work. Everything given must agree. */
export const targetSchema = z
  .strictObject({
    arxiv: z.string().min(1).optional(),
    doi: z.string().min(1).optional(),
    /** Compared after folding case, accents, punctuation and TeX. */
    title: z.string().min(1).optional(),
    permalink: z.string().min(1).optional(),
    /** Its first words, to tell papers of one title apart; compared as titles are. */
    abstract: z.string().min(1).optional(),
    /** Only records of this seed file. */
    seed: z.string().min(1).optional(),
  })
  .refine((t) => t.arxiv ?? t.doi ?? t.title ?? t.permalink, {
    message: 'name the paper by arxiv, doi, title or permalink',
  });

const text = z.string().min(1).optional();

/** What a correction may set of the fields that are plain text, by their names in seeds. */
export const settableTexts = {
  /** Journal, proceedings or book: `RecSys 2025`. */
  venue: text,
  venue_short: text,
  volume: text,
  issue: text,
  /** `249-260` */
  pages: text,
  article_number: text,
  chapter: text,
  /** How many pages there are. */
  page_count: text,
  publisher: text,
  publisher_place: text,
  edition: text,
  series: text,
  series_number: text,
  isbn: text,
  issn: text,
  /** School of a thesis, house of a report. */
  institution: text,
  event: text,
  event_place: text,
  /** `2018-05-02/2018-05-04` */
  event_date: text,
  language: text,
  version: text,
  /** `PhD thesis` */
  genre: text,
  /** `in press` */
  status: text,
  note: text,
  /** `JMLR 23(131):1-74, 2022`, as the authors gave it to arXiv. */
  journal_ref: text,
} as const;

/** Values a correction may set. Text is LaTeX as in a seed. */
export const settableSchema = z.strictObject({
  title: z.string().min(1).optional(),
  /** Every author in order, as printed. */
  authors: z.array(z.string().min(1)).min(1).optional(),
  abstract: z.string().min(1).optional(),
  arxiv: z.string().min(1).optional(),
  doi: z.string().min(1).optional(),
  /** First submission or publication. */
  date: isoDateSchema.optional(),
  /** When the preprint of a published paper was posted. */
  posted: isoDateSchema.optional(),
  /** CSL's item type: `article-journal`, `paper-conference`; `article` is a preprint. */
  type: z.enum(itemTypes).optional(),
  /** Every editor in order, as printed. */
  editors: z.array(z.string().min(1)).min(1).optional(),
  /** Every translator in order, as printed. */
  translators: z.array(z.string().min(1)).min(1).optional(),
  /** `[cs.LG, cs.CL]`, primary first. */
  categories: z.array(z.string().min(1)).min(1).optional(),
  ...settableTexts,
  code_url: webAddressSchema.optional(),
  comment: z.string().min(1).optional(),
});

/** A target that names a paper by what is said of it, not by an address. */
const describedSchema = targetSchema.refine(({ permalink }) => permalink === undefined, {
  message: 'name the paper by arxiv, doi or title here; the permalink is what is divided',
});

const evidence = z.array(contactAddressSchema).min(1);
const reason = z.string().min(1);

/** A decision about what one paper says. One that both overrides and yields overrides. */
export const correctionOfFactSchema = z.strictObject({
  match: targetSchema,
  set: settableSchema,
  /** Titles the paper carried at other times or places; kept as observations. */
  other_titles: z.array(z.string().min(1)).optional(),
  /** True when it counts before other corrections of the same fields, which stay as observations. */
  overrides: z.literal(true).optional(),
  /** True when it only fills what no seed and no other correction states; `florilegium enrich` writes such. */
  yields: z.literal(true).optional(),
  reason,
  evidence,
});

/** Papers that one released permalink stood for: the one that keeps it, and those that get addresses of their own. */
export const splitSchema = z.strictObject({
  split: permalinkSchema,
  keeps: describedSchema,
  leaves: z.array(describedSchema).min(1),
  reason,
});

/** One decision. A file in `content/corrections/` is a YAML list of them. */
export const correctionSchema = z.union([
  correctionOfFactSchema,
  z.strictObject({ merge: z.array(targetSchema).min(2), reason }),
  z.strictObject({ keep_apart: z.array(targetSchema).min(2), reason }),
  /** A paper that is left out; `stage` says at which look, for the flow of a review. */
  z.strictObject({
    exclude: targetSchema,
    stage: z.enum(screeningStages).optional(),
    reason,
  }),
  splitSchema,
  /** That the page of a theme, own page, source, author or venue has another address: `moved: themes/old`, `to: themes/new`. */
  z.strictObject({ moved: addressSchema, to: addressSchema, reason }),
  /** That the page of a theme, own page, source, author or venue left the survey. */
  z.strictObject({ removed: addressSchema, reason }),
]);
export const correctionFileSchema = z.array(correctionSchema);

export type Target = z.infer<typeof targetSchema>;

/** A decision and the place it is written down. */
export type Correction = z.infer<typeof correctionSchema> & { file: string; line: number };
