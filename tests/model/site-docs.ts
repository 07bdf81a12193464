import { format } from 'prettier';
import { z } from 'zod';
import { siteJsonSchema } from '../../src/model/index.ts';

/** The part of JSON Schema that the schema of `content/site.yaml` uses. */
const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    description: z.string().optional(),
    examples: z.array(z.unknown()).optional(),
    default: z.unknown().optional(),
    type: z
      .union([z.string(), z.array(z.string()).transform((types) => types.join(' or '))])
      .optional(),
    format: z.string().optional(),
    properties: z.record(z.string(), nodeSchema).optional(),
    items: nodeSchema.optional(),
    required: z.array(z.string()).optional(),
    anyOf: z.array(nodeSchema).optional(),
  }),
);
interface Node {
  description?: string | undefined;
  examples?: unknown[] | undefined;
  default?: unknown;
  type?: string | undefined;
  format?: string | undefined;
  properties?: Record<string, Node> | undefined;
  items?: Node | undefined;
  required?: string[] | undefined;
  anyOf?: Node[] | undefined;
}

const HEAD = `# content/site.yaml

What a survey is called, how it looks and where it will stand. Every field may be left out, and a survey
without the file has words of its own. A key that is not known here stops the build, which names the line
and the key that was meant.

Editors that know YAML's language server complete and check the file when its first line is

\`\`\`yaml
# yaml-language-server: $schema=https://example.org/site.schema.json
\`\`\`

with the address or path of [site.schema.json](site.schema.json) in place of the example.

This page and the schema are made from \`src/model/site.ts\`: \`node tests/run.ts --project unit
tests/model/site-docs.test.ts -u\` writes them.
`;

/** JSON Schema of the file, as text. */
export const siteSchemaText = () =>
  format(JSON.stringify(siteJsonSchema()), { parser: 'json', printWidth: 100 });

/** The documentation of the file, field by field, in Markdown. */
export function siteDocs(): Promise<string> {
  const { properties = {} } = nodeSchema.parse(siteJsonSchema());
  const sections = Object.entries(properties).map(([name, node]) => section(name, node));
  return format([HEAD, ...sections].join('\n'), { parser: 'markdown', printWidth: 100 });
}

function section(name: string, node: Node): string {
  const ways = (node.anyOf ?? []).map(({ properties = {} }) => properties);
  const parts: Record<string, Node> = node.properties ?? Object.assign({}, ...ways);
  return [
    `## ${name}`,
    '',
    node.description ?? '',
    '',
    ...rows(parts),
    ...usually(node),
    ...(node.examples ?? []).map((value) => `- \`${name}: ${text(value)}\``),
    '',
  ].join('\n');
}

function rows(parts: Record<string, Node>): string[] {
  const entries = Object.entries(parts);
  if (entries.length === 0) return [];
  return [
    '| key | value | such as |',
    '| --- | --- | --- |',
    ...entries.flatMap(([key, part]) => rowsOf(key, part)),
    '',
  ];
}

/** The row of a key, and below it those of the keys that each item of its list has: `sources[].name`. */
function rowsOf(key: string, { description = '', examples = [], items, ...part }: Node): string[] {
  const samples = [...examples, ...(part.default === undefined ? [] : [part.default])];
  const inner = Object.entries(items?.properties ?? {});
  return [
    `| \`${key}\` | ${description} | ${samples.map((value) => `\`${text(value)}\``).join(', ')} |`,
    ...inner.flatMap(([name, node]) => rowsOf(`${key}[].${name}`, node)),
  ];
}

function usually(node: Node): string[] {
  return node.default === undefined ? [] : [`Without it: \`${text(node.default)}\`.`, ''];
}

function text(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
