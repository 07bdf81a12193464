import { z } from 'zod';

const expected = 'an address such as https://example.org/';

/** Address of a page on the web. A browser runs `javascript:` and opens `file:`, so no other scheme is one. */
export const webAddressSchema = z.url({ protocol: /^https?$/, error: expected });

/** Where something can be checked or asked: a page on the web, or a mail address with `mailto:`. */
export const contactAddressSchema = z.url({
  protocol: /^(?:https?|mailto)$/,
  error: `${expected} or mailto:editor@example.org`,
});
