import { z } from 'zod';

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

/** Every field of a document, parents before their parts. */
export function schemaFields(schema: unknown): SchemaField[] {
  return parts(nodeSchema.parse(schema), '');
}

function parts(node: Node, at: string): SchemaField[] {
  const required = new Set(node.required);
  const own = Object.entries(node.properties ?? {}).flatMap(([name, value]) => {
    const child = nodeSchema.parse(value);
    const path = at === '' ? name : `${at}.${name}`;
    return [{ path, type: typeOf(child), required: required.has(name) }, ...parts(child, path)];
  });
  const items = !node.items ? [] : parts(nodeSchema.parse(node.items), `${at}[]`);
  return [...own, ...items, ...shared(node.anyOf ?? node.oneOf ?? [], at)];
}

/** Fields of the ways a value can look; one that some way lacks is not always there. */
function shared(ways: readonly unknown[], at: string): SchemaField[] {
  const lists = ways
    .map((way) => parts(nodeSchema.parse(way), at))
    .filter(({ length }) => length > 0);
  const paths = [...new Set(lists.flat().map(({ path }) => path))];
  return paths.map((path) => {
    const fields = lists.flatMap((list) => list.find((field) => field.path === path) ?? []);
    return {
      path,
      type: [...new Set(fields.map(({ type }) => type))].join(' or '),
      required: fields.length === lists.length && fields.every(({ required }) => required),
    };
  });
}

const WORDS: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
};

function typeOf(node: Node): string {
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.enum) return 'one of a list of words';
  if (node.prefixItems) return `${node.prefixItems.length} numbers`;
  const ways = node.anyOf ?? node.oneOf;
  if (ways) return [...new Set(ways.map((way) => typeOf(nodeSchema.parse(way))))].join(' or ');
  const types = typeof node.type === 'string' ? [node.type] : (node.type ?? []);
  return types
    .map((type) =>
      type === 'array'
        ? `list of ${typeOf(nodeSchema.parse(node.items ?? {}))}`
        : (WORDS[type] ?? type),
    )
    .join(' or ');
}
