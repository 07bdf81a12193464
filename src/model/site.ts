import { z } from 'zod';
import { contactAddressSchema, webAddressSchema } from './address.ts';
import { editionNameSchema } from './edition.ts';
import { limitsSchema } from './limits.ts';

/** YAML reads `2026` as a number. */
const nameOfEdition = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  editionNameSchema.optional(),
);

/** `content/site.yaml`: what the survey is called and where it will stand. */
export const siteSchema = z.strictObject({
  /** `Parts and wholes` */
  title: z.string().min(1).default('A literature survey'),
  /** `Wholes`: what stands below the icon of the installed site, where there is room for about twelve letters. */
  short_title: z.string().min(1).optional(),
  /** One paragraph on the first page and in search results. */
  description: z
    .string()
    .min(1)
    .default('A survey of papers, each with its abstract, its themes and its sources.'),
  /** Public address with the base path: `https://example.org/survey/`. Permalinks are printed with it. */
  url: webAddressSchema.default('https://florilegium.example/'),
  /** A tag such as `en`, `pt-BR` or `zh-Hant` (BCP 47). */
  language: z.string().min(2).default('en'),
  /** Who answers for the survey. */
  curator: z
    .strictObject({ name: z.string().min(1), url: contactAddressSchema.optional() })
    .optional(),
  /** Licence of the survey's own text. */
  licence: z
    .strictObject({ name: z.string().min(1), url: webAddressSchema })
    .default({ name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }),
  /** The state this survey is published as: `2026-11` or `2026-11-22`. */
  edition: nameOfEdition,
  /** How much one seed may ask of a build. */
  limits: limitsSchema.optional(),
  /** Whether browsers keep the site for reading without a connection. */
  service_worker: z.boolean().default(true),
  /** Where readers send corrections: `issues: https://github.com/owner/repository`, or `mail: editor@example.org`. */
  corrections: z
    .union([z.strictObject({ issues: webAddressSchema }), z.strictObject({ mail: z.email() })])
    .optional(),
});

export type Site = z.infer<typeof siteSchema>;
