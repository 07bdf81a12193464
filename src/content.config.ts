/** The survey's collections. A project with sources of its own hands them on from `florilegium/content`. */
import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';
import { surveyLoader } from './collections/index.ts';

// What `reference` of `astro:content` gives, without the runtime for pages, which would be read only for it.
const reference = <Name extends string>(collection: Name) =>
  z.string().transform((id) => ({ collection, id }));

/** A paper as lists show it; its id is the permalink. What is more has `getPaper()`. */
const paperSchema = z.object({
  /** Place in the survey, newest paper first, from 0. */
  place: z.number().int(),
  /** As HTML, formulas set, without links. */
  title: z.string(),
  /** As text, for where no HTML can stand. */
  plainTitle: z.string(),
  /** `Ann Lee, Bo Li, Cleo Fox et al.` */
  authors: z.string(),
  /** When it appeared, as precise as known: `2025-07-23`, `2025-07` or `2025`. */
  issued: z.string().optional(),
  /** `Journal of Hedges` */
  venue: z.string().optional(),
  /** First sentences of its abstract as HTML; empty for a paper without one. */
  opening: z.string(),
  /** Whether one of its sources names its code. */
  hasCode: z.boolean(),
  /** Strongest first. */
  themes: z.array(reference('themes')),
});

/** A theme; its id is the last part of its address. */
const themeSchema = z.object({
  /** Place in the survey, from 0. */
  place: z.number().int(),
  label: z.string(),
  tagline: z.string(),
  scopeNote: z.string(),
  /** Whether the build found it and nobody has written it. */
  suggested: z.boolean(),
  /** Day its text was written: `2026-11-22`. */
  written: z.string().optional(),
  /** In the order of the theme's page. */
  papers: z.array(reference('papers')),
});

/** A seed; its id is its name in addresses. */
const seedSchema = z.object({
  /** Place in the survey, from 0. */
  place: z.number().int(),
  /** Below the seeds folder: `lists/a.bib`. */
  path: z.string(),
  /** `Seed 002`, as pages call it. */
  name: z.string(),
  /** Name of its format: `bibtex`; null for text that no reader knows. */
  format: z.string().nullable(),
  /** `BibTeX` */
  label: z.string(),
  /** Whose page it is, where it says so: `Ann Lee`. */
  profile: z.string().optional(),
  bytes: z.number().int(),
  lines: z.number().int(),
  records: z.number().int(),
  messages: z.number().int(),
  /** Bytes by what became of them. */
  account: z.object({
    field: z.number().int(),
    chrome: z.number().int(),
    separator: z.number().int(),
    unparsed: z.number().int(),
  }),
});

export const collections = {
  papers: defineCollection({ loader: surveyLoader('papers'), schema: paperSchema }),
  themes: defineCollection({ loader: surveyLoader('themes'), schema: themeSchema }),
  seeds: defineCollection({ loader: surveyLoader('seeds'), schema: seedSchema }),
};
