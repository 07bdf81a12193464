import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterMap['childNode'];

/** Elements that run, load or change where a page leads. */
const ACTIVE_ELEMENTS = /^(?:script|style|iframe|object|embed|base|meta|link|form|img|svg:script)$/;

/** Where links of the site's texts may lead. */
const SAFE_ADDRESS = /^(?:https?:|mailto:|#|\.{0,2}\/)/i;

/** What of a piece of HTML would run, load or leave; nothing for one that only shows text, formulas and links. */
export function activeParts(html: string): string[] {
  return partsOf(parseFragment(html).childNodes);
}

function partsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    const own = ACTIVE_ELEMENTS.test(node.tagName) ? [`<${node.tagName}>`] : [];
    const attributes = node.attrs.flatMap(({ name, value }) => {
      const bad =
        name.startsWith('on') ||
        (name === 'href' && !SAFE_ADDRESS.test(value)) ||
        ['src', 'srcset', 'srcdoc', 'action', 'formaction', 'xlink:href'].includes(name) ||
        (name === 'style' && /url|expression|@/i.test(value));
      return bad ? [`${name}="${value}"`] : [];
    });
    return [...own, ...attributes, ...partsOf(node.childNodes)];
  });
}
