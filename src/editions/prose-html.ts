import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import { toHtml } from 'hast-util-to-html';
import { type Handler, type Handlers, toHast } from 'mdast-util-to-hast';
import { proseTree } from '../pipeline/index.ts';
import { toMathMl } from '../text/index.ts';

/** What a text is set with. */
export interface ProseSetting {
  /** Before the ids of its footnotes, so that no other text of the page has them. */
  name: string;
  /** Absolute address of the page it stood on, from which its links lead. */
  address: string;
  /** How many levels its headings go down. */
  below: number;
  /** Number of a cited paper and where it stands on the page; undefined for one that is not there. */
  cite(permalink: string): { number: number; href: string } | undefined;
}

/** Elements of HTML that a text may use by their tags; of others what they hold is kept. */
const KEPT = new Set(
  'abbr b cite code del dfn em i ins kbd mark p q s small strong sub sup u'.split(' '),
);
const DEEPEST = 6;

/**
 * HTML of human-written prose for a page that stands alone: citations are numbers that lead to the list of papers, formulas
 * MathML, links absolute. Images give their descriptions, and what a text computes is left out.
 *
 * @param mdx the text after the front matter
 */
export function proseHtml(mdx: string, setting: ProseSetting): string {
  const raw = (value: string): ElementContent => ({ type: 'raw', value });
  const jsx: Handler = (
    state,
    node: Extract<Nodes, { type: 'mdxJsxTextElement' | 'mdxJsxFlowElement' }>,
  ) => {
    if (node.name === 'Cite') return citation(node.attributes, setting);
    const children = state.all(node);
    return node.name !== null && KEPT.has(node.name)
      ? ({ type: 'element', tagName: node.name, properties: {}, children } satisfies Element)
      : children;
  };
  const handlers: Handlers = {
    mdxJsxTextElement: jsx,
    mdxJsxFlowElement: jsx,
    mdxTextExpression: () => undefined,
    mdxFlowExpression: () => undefined,
    mdxjsEsm: () => undefined,
    inlineMath: (_, { value }: { value: string }) => raw(toMathMl(value, false)),
    math: (_, { value }: { value: string }) => raw(`<p>${toMathMl(value, true)}</p>`),
    image: (_, { alt }: { alt?: string | null }) => ({ type: 'text', value: alt ?? '' }),
    imageReference: (_, { alt }: { alt?: string | null }) => ({ type: 'text', value: alt ?? '' }),
  };
  const tree = toHast(proseTree(mdx), {
    handlers,
    clobberPrefix: `${setting.name}-`,
    footnoteLabelTagName: 'p',
    footnoteLabelProperties: {},
  });
  settle(tree, setting);
  return toHtml(tree, { allowDangerousHtml: true });
}

function citation(
  attributes: readonly { type: string; name?: string; value?: unknown }[],
  { cite }: ProseSetting,
): ElementContent[] {
  const of = attributes.find(({ name }) => name === 'of')?.value;
  const cited = (typeof of === 'string' ? of.split(/\s+/u) : []).flatMap(
    (each) => cite(each) ?? [],
  );
  return cited.map(({ number, href }): Element => ({
    type: 'element',
    tagName: 'a',
    properties: { href, className: ['cite'] },
    children: [{ type: 'text', value: `[${number}]` }],
  }));
}

/** Puts headings below those of the page, and makes links absolute. */
function settle(node: ReturnType<typeof toHast>, setting: ProseSetting): void {
  if (node.type === 'element') {
    const level = /^h([1-6])$/u.exec(node.tagName)?.[1];
    if (level !== undefined) node.tagName = `h${Math.min(DEEPEST, Number(level) + setting.below)}`;
    const { href } = node.properties;
    if (node.tagName === 'a' && typeof href === 'string' && !href.startsWith('#'))
      node.properties['href'] = new URL(href, setting.address).href;
  }
  if ('children' in node) for (const child of node.children) settle(child, setting);
}
