import { type Range, trimmed } from '../seed/index.ts';
import { nextTag } from './xml-tags.ts';

/** An element directly under the root, before anything in it is looked at. */
export interface TopElement extends Range {
  /** With its prefix: `bib:Article`. */
  name: string;
  /** False when its end tag is missing, because the copy ends or the next element begins. */
  closed: boolean;
}

/** Where the root's children stand and the root's own tags. */
export interface XmlOutline {
  elements: TopElement[];
  /** Start and end tag of the root, declarations and comments. */
  furniture: Range[];
}

/**
 * The children of the root element, found by counting tags; a text that is cut off or has a tag too few
 * keeps its other elements.
 *
 * @param startsElement whether the start tag (without `<` and `>`) can only be that of a child of the root.
 * @param depth of the text's beginning: 0 before the root's start tag, 1 among its children.
 */
export function outlineOf(
  text: string,
  startsElement: (tag: string) => boolean,
  range: Range = { from: 0, to: text.length },
  startDepth: 0 | 1 = 0,
): XmlOutline {
  const elements: TopElement[] = [];
  const furniture: Range[] = [];
  let depth: number = startDepth;
  let current: TopElement | undefined;
  const finish = (to: number, closed: boolean) => {
    if (current === undefined) return;
    elements.push({ ...current, to: trimmed(text, { from: current.from, to }).to, closed });
    current = undefined;
  };
  for (
    let tag = nextTag(text, range.from, range.to);
    tag !== null;
    tag = nextTag(text, tag.to, range.to)
  ) {
    const { kind, name, from, to, cut } = tag;
    if (kind === 'other') {
      if (depth <= 1) furniture.push({ from, to });
      continue;
    }
    if (cut) break;
    if (kind === 'end') {
      depth = Math.max(0, depth - 1);
      if (depth === 1) finish(to, true);
      else if (depth === 0) {
        finish(from, false);
        furniture.push({ from, to });
      }
      continue;
    }
    if (depth > 1 && startsElement(text.slice(from + 1, to - 1))) {
      finish(from, false);
      depth = 1;
    }
    if (depth === 0) furniture.push({ from, to });
    if (depth === 1) current = { name, from, to, closed: false };
    if (kind === 'start') depth += 1;
    else if (depth === 1) finish(to, true);
  }
  finish(range.to, false);
  return { elements, furniture };
}
