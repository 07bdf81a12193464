import { z } from 'zod';
import type { Name } from '../../src/model/index.ts';

/** Texts of rich text nodes as biblatex-csl-converter gives them. */
const nodes = z.array(z.looseObject({ type: z.literal('text'), text: z.string() }));

const names = z.array(
  z.looseObject({
    family: nodes.optional(),
    given: nodes.optional(),
    prefix: nodes.optional(),
    suffix: nodes.optional(),
    literal: nodes.optional(),
  }),
);

/** The text of a field that biblatex-csl-converter has read. */
export function flat(value: unknown): string {
  return nodes
    .parse(value)
    .map(({ text }) => text)
    .join('');
}

/** Names that biblatex-csl-converter has read, in the parts of CSL; one without parts is a family name. */
export function namesOf(value: unknown): Record<string, string>[] {
  return names.parse(value ?? []).map(({ family, given, prefix, suffix, literal }) => ({
    family: flat(family ?? literal),
    ...(given && { given: flat(given) }),
    ...(prefix && { particle: flat(prefix) }),
    ...(suffix && { suffix: flat(suffix) }),
  }));
}

/** A name with its family first, from its parts: `van Beethoven, Ludwig`, `King, Martin, Jr.`. */
export function inverted({ literal, given, particle, family, suffix }: Name): string {
  if (family === undefined) return literal;
  const whole = particle === undefined ? family : `${particle} ${family}`;
  return [whole, given, suffix].filter(Boolean).join(', ');
}
