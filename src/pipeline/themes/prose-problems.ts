import type { Nodes } from 'mdast';

/** Why the prose of a theme cannot be published. */
export interface ProseProblem {
  /** Line of the text, from 1. */
  line: number;
  /** What was found and what was expected. */
  text: string;
  /** What to write instead. */
  hint: string;
}

/** JavaScript in a text, with its tree, which is empty for a comment. */
export interface Code {
  value: string;
  data?: { estree?: { body: readonly unknown[] } | null | undefined } | undefined;
}

/** The components that prose has without importing them. */
const COMPONENTS: readonly string[] = ['Cite'];

/** Names that code has without declaring them. */
const GIVEN: readonly string[] =
  'props undefined NaN Infinity Array Boolean Date Intl JSON Map Math Number Object Set String URL encodeURIComponent'.split(
    ' ',
  );

/** `javascript:`, `data:` */
const SCHEME = /^\s*([a-z][a-z0-9+.-]*):/i;
const SAFE_SCHEMES: readonly string[] = ['http', 'https', 'mailto'];

/** The line of a text on which a node begins. */
export const lineOf = (node: Nodes) => node.position?.start.line ?? 1;

/** The JavaScript a node holds itself. */
export function codeOf(node: Nodes): readonly Code[] {
  switch (node.type) {
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
    case 'mdxjsEsm':
      return [node];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes
        .map((each) => (each.type === 'mdxJsxExpressionAttribute' ? each : each.value))
        .filter((each) => typeof each === 'object' && each !== null);
    default:
      return [];
  }
}

/** What a page could not be made from, though it is MDX: unknown components and names, and addresses that run code. */
export function unmakeable(tree: Nodes): ProseProblem[] {
  const nodes = [...nodesOf(tree)];
  const declared = new Set(
    nodes.flatMap((node) =>
      node.type === 'mdxjsEsm' ? codeOf(node).flatMap((code) => namesIn(code.data?.estree)) : [],
    ),
  );
  return nodes.flatMap((node) => {
    const line = lineOf(node);
    const components = [...componentsOf(node)]
      .filter((name) => !COMPONENTS.includes(name) && !declared.has(name))
      .map((name) => ({
        line,
        text: `There is no component <${name}>; <Cite of="…" /> was expected, or a tag of HTML.`,
        hint: `Import it at the head of the text, or write "<" as "\\<" if the words were meant.`,
      }));
    const names = node.type === 'mdxjsEsm' ? [] : codeOf(node).flatMap(freeNames);
    const unknown = names
      .filter((name) => !declared.has(name))
      .map((name) => ({
        line,
        text: `Braces hold code in MDX, and this one names “${name}”, which nothing declares.`,
        hint: 'Put a formula between dollars, and write "{" that is meant as it stands as "\\{".',
      }));
    const addresses = addressesOf(node).flatMap((address) => {
      const scheme = SCHEME.exec(address)?.[1]?.toLowerCase();
      if (scheme === undefined || SAFE_SCHEMES.includes(scheme)) return [];
      const text = `A link leads to “${address.slice(0, 60)}”; an address with http, https or mailto, or a path, was expected.`;
      return [{ line, text, hint: 'Correct the address, or take the link out.' }];
    });
    return [...components, ...unknown, ...addresses];
  });
}

/** Where the links of a text lead, in order. */
export function linksOf(tree: Nodes): { href: string; line: number }[] {
  return [...nodesOf(tree)].flatMap((node) =>
    addressesOf(node).map((href) => ({ href, line: lineOf(node) })),
  );
}

function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

/** Where a node leads or loads from. */
function addressesOf(node: Nodes): string[] {
  switch (node.type) {
    case 'link':
    case 'image':
    case 'definition':
      return [node.url];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes.flatMap((each) =>
        each.type === 'mdxJsxAttribute' &&
        (each.name === 'href' || each.name === 'src') &&
        typeof each.value === 'string'
          ? [each.value]
          : [],
      );
    default:
      return [];
  }
}

/** Names of components a node uses: `Figure` of `<Figure.Caption>`. */
function* componentsOf(node: Nodes): Generator<string> {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
  const { name } = node;
  // A name of HTML begins with a small letter and has no dot.
  if (name !== null && /^[A-Z_$]|\./.test(name)) yield name.split('.')[0] ?? name;
}

/** Names an expression uses and does not declare itself. */
function freeNames({ data }: Code): string[] {
  const used = namesIn(data?.estree);
  const own = new Set(namesIn(data?.estree, 'declared'));
  return [...new Set(used)].filter((name) => !own.has(name) && !GIVEN.includes(name));
}

/** Identifiers in a tree of JavaScript (ESTree), without those that name a property; or those it declares. */
function namesIn(tree: unknown, which: 'all' | 'declared' = 'all', isDeclared = false): string[] {
  if (Array.isArray(tree)) return tree.flatMap((each) => namesIn(each, which, isDeclared));
  if (typeof tree !== 'object' || tree === null) return [];
  const node: Readonly<Record<string, unknown>> = { ...tree };
  if (node['type'] === 'Identifier' && typeof node['name'] === 'string') {
    return which === 'all' || isDeclared ? [node['name']] : [];
  }
  return Object.entries(node).flatMap(([key, value]) => {
    const isName = (key === 'property' || key === 'key') && node['computed'] !== true;
    if (isName) return [];
    return namesIn(value, which, isDeclared || key === 'params' || key === 'id');
  });
}
