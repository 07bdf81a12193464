import { z } from 'zod';
import type { PageWords } from '../words/index.ts';

/** One field of a document, as its JSON Schema says. */
export interface SchemaField {
  /** `works[].title.plain` */
  path: string;
  /** `text`, `list of text`, `whole number or null` */
  type: string;
  required: boolean;
}

/** The part of JSON Schema that Zod writes and a table of fields shows. */
const nodeSchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});
type Node = z.infer<typeof nodeSchema>;

/** What types are called, in the language of the survey. */
type TypeWords = PageWords['data']['types'];

/** Every field of a document, parents before their parts. */
export function schemaFields(schema: unknown, words: TypeWords): SchemaField[] {
  return parts(nodeSchema.parse(schema), '', words);
}

function parts(node: Node, at: string, words: TypeWords): SchemaField[] {
  const required = new Set(node.required);
  const own = Object.entries(node.properties ?? {}).flatMap(([name, value]) => {
    const child = nodeSchema.parse(value);
    const path = at === '' ? name : `${at}.${name}`;
    const type = typeOf(child, words);
    return [{ path, type, required: required.has(name) }, ...parts(child, path, words)];
  });
  const items = !node.items ? [] : parts(nodeSchema.parse(node.items), `${at}[]`, words);
  return [...own, ...items, ...shared(node.anyOf ?? node.oneOf ?? [], at, words)];
}

/** Fields of the ways a value can look; one that some way lacks is not always there. */
function shared(ways: readonly unknown[], at: string, words: TypeWords): SchemaField[] {
  const lists = ways
    .map((way) => parts(nodeSchema.parse(way), at, words))
    .filter(({ length }) => length > 0);
  const paths = [...new Set(lists.flat().map(({ path }) => path))];
  return paths.map((path) => {
    const fields = lists.flatMap((list) => list.find((field) => field.path === path) ?? []);
    return {
      path,
      type: [...new Set(fields.map(({ type }) => type))].join(words.or),
      required: fields.length === lists.length && fields.every(({ required }) => required),
    };
  });
}

function typeOf(node: Node, words: TypeWords): string {
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return words.oneOf;
  if (node.prefixItems) return words.numbers(node.prefixItems.length);
  const ways = node.anyOf ?? node.oneOf;
  const either = (types: readonly string[]) => [...new Set(types)].join(words.or);
  if (ways) return either(ways.map((way) => typeOf(nodeSchema.parse(way), words)));
  const names = new Map(Object.entries(words.names));
  const types = typeof node.type === 'string' ? [node.type] : (node.type ?? []);
  return either(
    types.map((type) =>
      type === 'array'
        ? words.listOf(typeOf(nodeSchema.parse(node.items ?? {}), words))
        : (names.get(type) ?? type),
    ),
  );
}
