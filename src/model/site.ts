import { z } from 'zod';
import { contactAddressSchema, webAddressSchema } from './address.ts';
import { isoDateSchema } from './date.ts';
import { editionNameSchema } from './edition.ts';
import { limitsSchema } from './limits.ts';

/** YAML reads `2026` as a number. */
const nameOfEdition = z
  .union([z.string(), z.number().transform(String)])
  .pipe(editionNameSchema)
  .optional();

/** `logo.svg`, `looks/logo.png`: an image below the content folder that browsers show. */
const imageSchema = z
  .string()
  .regex(
    /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\]+\.(?:svg|png|webp|jpe?g)$/i,
    'a file of the content folder such as logo.svg was expected (SVG, PNG, WebP or JPEG)',
  );

/** A field with what the documentation says of it: a sentence or two, and samples of its value. */
const field = <T extends z.ZodType>(schema: T, description: string, ...examples: unknown[]): T =>
  schema.meta({ description, ...(examples.length > 0 ? { examples } : {}) });

/** Where records of a review are found, in the terms of PRISMA 2020. */
export const sourceKinds = [
  'database',
  'register',
  'website',
  'organisation',
  'citation',
  'other',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What stands for the address of a survey that has not got one: a name that leads nowhere (RFC 2606). */
const PLACEHOLDER = 'https://survey.example/';

/**
 * `content/site.yaml`: what the survey is called, how it looks and where it will stand.
 *
 * The descriptions become `docs/site-yaml.md` and the JSON Schema by which editors complete and check the file.
 */
export const siteSchema = z
  .strictObject({
    title: field(
      z.string().min(1).default('A literature survey'),
      'Title of the survey: on the first page, in the titles of all pages, in feeds and references.',
      'Parts and wholes',
    ),
    short_title: field(
      z.string().min(1).optional(),
      'What the head of every page and the icon of the installed site say; about twelve letters fit below an icon. Without it, the title.',
      'Wholes',
    ),
    description: field(
      z.string().min(1).optional(),
      'One paragraph, on the first page and in search results. Without it, how many papers there are and from which years.',
      'What is known of parts and of the wholes they make.',
    ),
    url: field(
      webAddressSchema.default(PLACEHOLDER),
      'Public address with the path: permalinks, canonical links, feeds and the sitemap are printed with it. Links between pages work anywhere.',
      'https://example.org/survey/',
    ),
    permalink_base: field(
      webAddressSchema.optional(),
      'Address that outlasts hosts and leads to `url`, such as one of w3id.org: permalinks are printed with it, and stay as they are when the survey moves to another host. Without it, `url`.',
      'https://w3id.org/example/survey/',
    ),
    doi: field(
      z
        .string()
        .regex(/^10\.\d{4,9}\/\S+$/u, 'a DOI such as 10.5281/zenodo.1234567 was expected')
        .optional(),
      'DOI of the survey as an archive has registered it; deposits name it.',
      '10.5281/zenodo.1234567',
    ),
    language: field(
      z.string().min(2).default('en'),
      'Language of the survey, as a tag of BCP 47. The words of the pages, dates, hyphenation and the direction of writing follow it; a language that the program has no words for gets English ones.',
      'en',
      'de',
      'zh-Hans',
    ),
    curator: field(
      z
        .strictObject({
          name: field(z.string().min(1), 'A person or a group.', 'Ann Lee'),
          url: field(
            contactAddressSchema.optional(),
            'Their page, or a mail address with `mailto:`.',
            'https://example.org/ann/',
            'mailto:ann@example.org',
          ),
        })
        .optional(),
      'Who answers for the survey; named at the foot of every page and as author in references.',
    ),
    licence: field(
      z
        .strictObject({
          name: field(z.string().min(1), 'What it is called.', 'CC BY 4.0'),
          url: field(
            webAddressSchema,
            'Where its text stands.',
            'https://creativecommons.org/licenses/by/4.0/',
          ),
        })
        .default({ name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }),
      'Licence of the survey’s own text. Abstracts belong to their authors.',
    ),
    edition: field(
      nameOfEdition,
      'The state this survey is published as: a year, a month or a day. It stands at the head of the first page and in references, and is the name of the next release.',
      '2026-11',
      '2026-11-22',
    ),
    logo: field(
      imageSchema.optional(),
      'Image beside the short title at the head of every page, about as high as a line, and the icon of browser tabs. A file of the content folder.',
      'logo.svg',
    ),
    wordmark: field(
      imageSchema.optional(),
      'Image in place of logo and short title at the head of every page; the short title stays its text for who cannot see it. A file of the content folder.',
      'wordmark.svg',
    ),
    card: field(
      imageSchema.optional(),
      'Image of 1200 by 630 pixels that goes with links to the survey where messages and posts show one. A file of the content folder.',
      'card.png',
    ),
    made_with: field(
      z.boolean().default(true),
      'Whether the foot of the pages says “Made with Florilegium”.',
      false,
    ),
    publish: field(
      z.array(z.string().min(1)).default([]),
      'Fields of seeds that are published as they are, although local paths and mail addresses in them, or all of them, would be withheld. By the names of the format or the survey.',
      ['annote', 'Notes', 'N1', 'comment'],
    ),
    show: field(
      z.array(z.string().min(1)).optional(),
      'Fields of seeds that stand on the pages of their papers, each under its name: notes, and columns or fields of your own. By the names of the format or the survey. They are published as `publish` says.',
      ['note', 'annote', 'Reading group'],
    ),
    layouts: field(
      z.record(z.string().min(1), z.enum(['none', 'objects', 'labels', 'blocks'])).optional(),
      'Seeds of no known format, by their paths: which layout their papers have, `objects` (data), `labels` (labelled records) or `blocks` (references, or blocks that repeat), or `none` where a text is no listing and no paper is to be read from it.',
      { 'notes.txt': 'none', 'group/list.txt': 'blocks' },
    ),
    limits: field(limitsSchema.optional(), 'How much one seed may ask of a build.'),
    screening: field(
      z
        .strictObject({
          sources: field(
            z
              .array(
                z.strictObject({
                  seeds: field(
                    z.array(z.string().min(1)).min(1),
                    'Seeds by their paths, or folders of them, which end in `/`.',
                    ['scopus.csv', 'wos/'],
                  ),
                  name: field(z.string().min(1), 'What the source is called.', 'Scopus'),
                  kind: field(
                    z.enum(sourceKinds).default('database'),
                    'What it is: `database`, `register`, `website`, `organisation`, `citation` (lists of references followed) or `other`.',
                    'register',
                  ),
                  searched: field(isoDateSchema.optional(), 'When it was searched.', '2026-10-01'),
                }),
              )
              .default([]),
            'What the seeds were found in, for the flow of the review. A seed that is not named is a database of its own.',
          ),
          publish: field(
            z.array(z.enum(['reviewer', 'note'])).default([]),
            'Columns of `content/decisions.csv` that are published although they are about people: `reviewer`, `note`.',
            ['note'],
          ),
          show: field(
            z.array(z.string().min(1)).default([]),
            'Columns of `content/decisions.csv` that are your own, such as ratings or data that were extracted: they stand on the pages of their papers, and in the sets as CSV.',
            ['Rating', 'Sample size'],
          ),
          facets: field(
            z.array(z.string().min(1)).default([]),
            'Columns of `content/decisions.csv` that are your own and have few values: lists of papers and search are narrowed by them.',
            ['Rating'],
          ),
        })
        .optional(),
      'For systematic reviews: how the flow of `/screening/` speaks of where papers were found, and what of the decisions in `content/decisions.csv` is published beside stage, decision and reason.',
      { sources: [{ seeds: ['trials.ris'], name: 'ClinicalTrials.gov', kind: 'register' }] },
    ),
    service_worker: field(
      z.boolean().default(true),
      'Whether browsers keep the site for reading without a connection. `false` also takes away what they have kept.',
      false,
    ),
    corrections: field(
      z
        .union([
          z.strictObject({
            issues: field(
              webAddressSchema,
              'A repository whose issues they become.',
              'https://github.com/owner/repository',
            ),
          }),
          z.strictObject({
            mail: field(z.email(), 'A mail address.', 'editor@example.org'),
          }),
        ])
        .optional(),
      'Where readers send corrections: every paper then has a link “Suggest a correction”.',
    ),
  })
  .meta({ title: 'content/site.yaml of a Florilegium survey' });

export type Site = z.infer<typeof siteSchema>;

/** The site of a survey, which is described whatever its file says. */
export interface DescribedSite extends Site {
  description: string;
}

/** What the head of every page calls the survey. */
export const shortTitleOf = ({ title, short_title }: Pick<Site, 'title' | 'short_title'>): string =>
  short_title ?? title;

/** Whether a survey was given its public address. */
export const hasAddress = ({ url }: Pick<Site, 'url'>): boolean => url !== PLACEHOLDER;

/** JSON Schema of `content/site.yaml`, for editors. */
export function siteJsonSchema(): object {
  return z.toJSONSchema(siteSchema, { io: 'input' });
}
