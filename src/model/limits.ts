import { z } from 'zod';

const most = z.number().int().positive();

/**
 * What a seed may ask of a build, so that one pasted by mistake costs its own part and not the survey.
 *
 * None of them counts seconds. A limit by the clock would make the survey depend on the machine: one paper more on a fast
 * one, other permalinks, other bytes. Reading and cleaning take time in proportion to the characters of all fields, so
 * `characters` is the limit of a seed's time, and the same seed stops at the same place everywhere. Bytes alone do not
 * bound it, because a format may let little stand for much.
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
  characters: most.default(100_000_000).meta({
    description:
      'Characters of all fields of one seed together, to which the time it takes is in proportion; records after them are not read.',
  }),
  nesting: most.default(200).meta({
    description: 'Brackets and braces of one field inside of each other; a deeper one is no field.',
  }),
  authors: most
    .default(1_000)
    .meta({ description: 'Authors named on a paper’s page; further ones are counted there.' }),
});

export type Limits = z.infer<typeof limitsSchema>;

/** The limits of a survey that sets none. */
export const usualLimits: Limits = limitsSchema.parse({});
