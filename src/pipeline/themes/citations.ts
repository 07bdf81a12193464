import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { collapse, sentences } from '../../text/index.ts';
import { addTo } from '../lists.ts';
import { codeOf, lineOf, linksOf, type ProseProblem, unmakeable } from './prose-problems.ts';

/** The papers a text cites, by permalink in order of first mention, each with the sentences that cite it. */
export interface Citation {
  permalink: string;
  /** Plain text but for formulas, which are LaTeX between dollars. */
  sentences: string[];
}

/** What the prose of a theme cites. With a problem the citations are not all there. */
export interface ReadProse {
  citations: Citation[];
  /** What it says: its paragraphs, headings and cells, one a line. */
  text: string;
  /** Where it leads, in order. */
  links: { href: string; line: number }[];
  problems: ProseProblem[];
}

/** Reads what the pages read: MDX with the tables and footnotes of GitHub, and formulas. */
const reader = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkMdx);

/** Stands for the n-th tag while sentences are divided; the characters are private to Unicode's users. */
const opening = '\uE000';
const closing = '\uE001';
/** `\uE0003\uE001` */
const placeholder = /\uE000(\d+)\uE001/g;

/** `<Cite ` in an expression, where the permalinks would be known only when the page is made. */
const citeInCode = /<Cite\b/;

const asText =
  'Write the permalinks as text, with blanks between them: <Cite of="arxiv-2401.01234" />.';

/**
 * The citations in the body of a theme page, which are tags with the permalinks as text: `<Cite of="a b" />`. One in code
 * or in a comment is none; one that is computed is a problem, for its paper would be missing from every list.
 *
 * @param mdx the text after the front matter
 */
export function citations(mdx: string): ReadProse {
  const found = new Map<string, string[]>();
  const problems: ProseProblem[] = [];
  const tree = treeOf(mdx, problems);
  problems.push(...unmakeable(tree));
  const blocks = blocksOf(tree, problems);
  for (const { text, cited } of blocks) {
    if (cited.length === 0) continue;
    for (const sentence of sentences(collapse(text))) {
      const words = tidy(sentence.replace(placeholder, ''));
      for (const [, index] of sentence.matchAll(placeholder)) {
        for (const permalink of cited[Number(index)] ?? []) {
          if (found.get(permalink)?.at(-1) !== words) addTo(found, permalink, words);
        }
      }
    }
  }
  return {
    citations: Array.from(found, ([permalink, texts]) => ({ permalink, sentences: texts })),
    text: blocks
      .map(({ text }) => tidy(text.replace(placeholder, '')))
      .filter(Boolean)
      .join('\n'),
    links: linksOf(tree),
    problems,
  };
}

/** The tree of the body of a theme page; without anything below it where the text is not valid. */
export const proseTree = (mdx: string): Nodes => treeOf(mdx, []);

function treeOf(mdx: string, problems: ProseProblem[]): Nodes {
  try {
    return reader.parse(mdx);
  } catch (error) {
    if (!(error instanceof Error && 'line' in error && 'reason' in error)) throw error;
    problems.push({
      line: Number(error.line ?? 1),
      text: `The text is not valid MDX: ${String(error.reason)}.`,
      hint: 'Close every tag, and write "<" and "{" that are meant as they stand as "\\<" and "\\{".',
    });
    return { type: 'root', children: [] };
  }
}

/** A paragraph, heading or cell: its words, in which placeholders stand for tags, and the permalinks of each tag. */
interface Block {
  text: string;
  cited: string[][];
}

/** The blocks of a text, in order. */
function blocksOf(tree: Nodes, problems: ProseProblem[]): Block[] {
  const blocks: Block[] = [];
  const walk = (node: Nodes, block: Block | undefined): void => {
    problems.push(...computedCitations(node));
    const isCitation = 'name' in node && node.name === 'Cite';
    let within = block;
    if (within === undefined && (isCitation || isBlock(node))) {
      within = { text: '', cited: [] };
      blocks.push(within);
    }
    if (within !== undefined) {
      if (isCitation) within.text += mark(within.cited.push(permalinksOf(node, problems)) - 1);
      else within.text += ownText(node);
    }
    if ('children' in node) for (const child of node.children) walk(child, within);
  };
  walk(tree, undefined);
  return blocks;
}

const mark = (index: number) => `${opening}${index}${closing}`;

const isBlock = ({ type }: Nodes) =>
  type === 'paragraph' || type === 'heading' || type === 'tableCell';

/** What a node says itself, without the nodes below it. */
function ownText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'inlineMath':
      return `$${node.value}$`;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'break':
      return ' ';
    default:
      return '';
  }
}

/** The permalinks of a tag; a tag with anything but `of="…"` is a problem. */
function permalinksOf(node: Nodes, problems: ProseProblem[]): string[] {
  const attributes = 'attributes' in node ? node.attributes : [];
  const [of, ...others] = attributes;
  if (of?.type === 'mdxJsxAttribute' && of.name === 'of' && others.length === 0) {
    const permalinks = typeof of.value === 'string' ? of.value.split(/\s+/).filter(Boolean) : [];
    if (permalinks.length > 0) return permalinks;
  }
  const found = attributes.map((attribute) =>
    attribute.type === 'mdxJsxExpressionAttribute'
      ? `{${attribute.value}}`
      : typeof attribute.value === 'object' && attribute.value !== null
        ? `${attribute.name}={${attribute.value.value}}`
        : attribute.name,
  );
  problems.push({
    line: lineOf(node),
    text: `A citation has the attribute of="…" with one permalink or more, and no other; found was <Cite${found.map((each) => ` ${each}`).join('')}>.`,
    hint: asText,
  });
  return [];
}

/** Citations inside an expression, an attribute or a declaration; comments are not looked at. */
function computedCitations(node: Nodes): ProseProblem[] {
  return codeOf(node)
    .filter(({ data, value }) => data?.estree?.body.length !== 0 && citeInCode.test(value))
    .map(() => ({
      line: lineOf(node),
      text: 'A citation stands inside code, where no list of cited papers can see it.',
      hint: asText,
    }));
}

/** Takes away the gap a citation leaves before a stop: `shown .` -> `shown.`, and empty brackets. */
function tidy(sentence: string): string {
  return collapse(
    sentence
      .replace(/\(\s*[;,]?\s*\)/g, '')
      .replace(/ +([.,;:!?)])/g, '$1')
      .replace(/\( +/g, '('),
  );
}
