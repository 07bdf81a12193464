import { z } from 'zod';

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
