import { z } from 'zod';

/** Words that belong to the family name and are written small: `van der`, `de`, `al`. */
export const PARTICLES: readonly string[] = [
  'af al av bin da das de degli dei del dela della delle den der des di do dos du el het ibn la las le les lo los',
  "ten ter van vande vanden vander vom von zu zum zur 't ’t 's ’s",
].flatMap((line) => line.split(' '));

/** A name as printed on one paper, in CSL's parts. `literal` is the printed form and always there. */
export const nameSchema = z.strictObject({
  /** `Ludwig van Beethoven` */
  literal: z.string().min(1),
  /** `Ludwig` */
  given: z.string().min(1).optional(),
  /** `Beethoven` */
  family: z.string().min(1).optional(),
  /** `van` */
  particle: z.string().min(1).optional(),
  /** `Jr.` */
  suffix: z.string().min(1).optional(),
});

export type Name = z.infer<typeof nameSchema>;

/** Who a name stands for, as far as the survey knows: one page, every spelling, every paper. */
export interface Person {
  slug: string;
  /** The spelling used most often. */
  name: Name;
  /** All printed forms, most frequent first. */
  spellings: string[];
  /** Permalinks of their works, newest first. */
  works: string[];
}
