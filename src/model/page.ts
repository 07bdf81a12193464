import { z } from 'zod';

/** Front matter of `content/pages/<slug>.mdx`, a page of the survey's own. */
export const pageSchema = z.strictObject({
  /** `Methods` */
  title: z.string().min(1),
  /** What the navigation calls it, where that is not the title. */
  label: z.string().min(1).optional(),
  /** One sentence for search engines and link previews. */
  description: z.string().min(1).optional(),
  /** Place in the navigation: lower numbers come first, equal ones by title. */
  order: z.number().default(0),
});

/** A page as a person wrote it. */
export interface WrittenPage {
  slug: string;
  /** `pages/methods.mdx` */
  file: string;
  frontMatter: z.infer<typeof pageSchema>;
  body: string;
  /** Line of the file on which the body begins, from 1. */
  bodyLine: number;
}

/** A page of the survey's own, under `/pages/<slug>/`. */
export interface OwnPage {
  slug: string;
  file: string;
  title: string;
  label: string;
  description: string;
  /** What it says as plain text, a paragraph a line. */
  text: string;
  /** Digest of everything its file says. */
  digest: string;
  /** Permalinks its text cites, in order of first mention. */
  cites: string[];
}
