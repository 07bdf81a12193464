import { z } from 'zod';

const most = z.number().int().positive();

/**
 * What a seed may ask of a build, so that one pasted by mistake costs its own part and not the survey. They count bytes
 * and records, never seconds: reading takes time in proportion to them, and the same seed must give the same survey on a
 * slow machine.
 */
export const limitsSchema = z.strictObject({
  bytes: most
    .default(64_000_000)
    .meta({ description: 'Bytes of one seed; a larger one is not read.' }),
  records: most
    .default(100_000)
    .meta({ description: 'Records of one seed; those after them are not read.' }),
  field_length: most
    .default(200_000)
    .meta({ description: 'Characters of one field; a longer one is no field.' }),
  authors: most
    .default(1_000)
    .meta({ description: 'Authors named on a paper’s page; further ones are counted there.' }),
});

export type Limits = z.infer<typeof limitsSchema>;

/** The limits of a survey that sets none. */
export const usualLimits: Limits = limitsSchema.parse({});
