import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';

/** What of a JSON Schema says which keys a value may have. */
const describedSchema: z.ZodType<Described> = z.lazy(() =>
  z.object({
    properties: z.record(z.string(), describedSchema).optional(),
    // Nothing at all may stand behind the last item of a tuple.
    items: z.union([describedSchema, z.boolean()]).optional(),
    anyOf: z.array(describedSchema).optional(),
    additionalProperties: z.union([describedSchema, z.boolean()]).optional(),
  }),
);
interface Described {
  properties?: Record<string, Described> | undefined;
  items?: Described | boolean | undefined;
  anyOf?: Described[] | undefined;
  additionalProperties?: Described | boolean | undefined;
}

/**
 * The keys a schema knows at a place of the value.
 *
 * @param path as in an issue: names of keys and places in lists
 */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  let places = variants(describedSchema.parse(json));
  for (const step of path) places = places.flatMap((place) => below(place, step)).flatMap(variants);
  return [...new Set(places.flatMap(({ properties = {} }) => Object.keys(properties)))];
}

function variants(place: Described): Described[] {
  return place.anyOf === undefined ? [place] : place.anyOf.flatMap(variants);
}

function below({ properties = {}, items, additionalProperties }: Described, step: PropertyKey) {
  if (typeof step === 'number') return typeof items === 'object' ? items : [];
  const key = String(step);
  if (Object.hasOwn(properties, key)) return properties[key] ?? [];
  return typeof additionalProperties === 'object' ? additionalProperties : [];
}

/** Fewer letters say little about the name they begin. */
const LEAST = 3;

/**
 * The name that was probably meant, upper case ignored: half of its letters may be wrong, or one of the two names begins
 * as the whole other; undefined when none is near.
 */
export function nearest(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const plain = (text: string) => text.toLowerCase().replace(/[-_ ]/g, '');
  const folded = new Map(names.map((each) => [plain(each), each]));
  const given = plain(name);
  const best = closest(given, [...folded.keys()]);
  if (distance(given, best) <= Math.max(1, best.length / 2)) return folded.get(best);
  const begun = [...folded.keys()].filter(
    (each) => given.length >= LEAST && (each.startsWith(given) || given.startsWith(each)),
  );
  return begun.length === 1 ? folded.get(begun[0] ?? '') : undefined;
}
