import { z } from 'zod';

/** The released path segment of a work: lower-case letters, digits, `.`, `-`. */
export const permalinkSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/, 'a permalink such as arxiv-2401.01234');
