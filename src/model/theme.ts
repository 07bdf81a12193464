import { z } from 'zod';

const term = z.union([
  /** `mixture of experts`: weight 1. Matched case-insensitively at word boundaries; `*` at the end matches any ending. */
  z.string().min(1),
  z.strictObject({ term: z.string().min(1), weight: z.number().positive().max(10) }),
]);

/** Front matter of `content/themes/*.mdx`. */
export const themeSchema = z.strictObject({
  /** `Mixture of Experts: compression and routing` */
  label: z.string().min(1),
  /** One line under the title in lists: `Which part of an expert can be given up.` */
  tagline: z.string().min(1),
  /** What belongs here and what does not, in two or three sentences. */
  scopeNote: z.string().min(1),
  /** Place in lists of themes; equal numbers go by label. */
  order: z.number().int().default(100),
  rules: z.strictObject({
    /** Terms that speak for the theme. */
    terms: z.array(term).default([]),
    /** A paper with one of these in title or abstract does not belong unless pinned. */
    exclude: z.array(z.string().min(1)).default([]),
    /** Permalinks that belong whatever the terms say: `arxiv-2507.17249`. */
    pins: z.array(z.string().min(1)).default([]),
    /** Permalinks that do not belong whatever the terms say. */
    unpins: z.array(z.string().min(1)).default([]),
    /** Keywords, headings or collections of the seeds whose papers belong. */
    keywords: z.array(z.string().min(1)).optional(),
    /** Share of a paper's best score from which it belongs here too: 0.25, unless said. */
    share: z.number().positive().max(1).optional(),
    /** True for a theme that takes only papers which no theme without this mark took. */
    leftOver: z.boolean().optional(),
    /** Score from which a paper belongs. */
    threshold: z.number().positive().default(3),
    /** True for the one theme that takes papers no other theme took. */
    catchAll: z.boolean().default(false),
  }),
  /** Day the prose was last revised. */
  written: z.iso.date().optional(),
});

export type ThemeFrontMatter = z.infer<typeof themeSchema>;

/** A research theme with the papers it gathers. */
export interface Theme extends ThemeFrontMatter {
  slug: string;
  /** True for one that the build found and nobody has written. */
  suggested?: true;
  /** `themes/mixture-of-experts.mdx`; of a suggested theme, the file that would adopt it. */
  file: string;
  /** Digest of everything the file says. */
  digest: string;
  /** Permalinks, newest first. */
  works: string[];
  /** Themes that share most papers with it, strongest first. */
  neighbours: { slug: string; shared: number }[];
  /** Permalinks the prose cites, in order of first mention. */
  cites: string[];
}
