import { collapse, sentences } from '../../text/index.ts';
import { addTo } from '../order.ts';

/** `<Cite of="arxiv-2507.17249 arxiv-2502.17298" />`, `<Cite of='…'>`; the permalinks are in the second group. */
const citeTag = /<Cite\s+of=(["'])([^"'<>]*)\1\s*\/?>/g;
/** Any other tag of a component or of HTML: `<Figure id="x">`, `</Cite>`. */
const otherTag = /<\/?[A-Za-z][^<>]*>/g;
/** `{/* a comment *\/}` and other expressions of MDX. */
const expression = /\{[^{}]*\}/g;
/** `[text](address)`, `![text](address)` */
const markdownLink = /!?\[([^[\]]*)\]\([^()\s]*\)/g;
/** `**`, `__`, `*`, `_` around words, and backticks. */
const emphasis = /\*{1,3}|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])|`+/gu;
/** Marks at the start of a line: `## `, `> `, `- `, `1. `. */
const lineMark = /^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+/gm;
/** A line that opens or closes a code block. */
const fence = /^\s*(?:```|~~~)/;
/** `import X from 'y'` and `export const …` of MDX. */
const moduleLine = /^(?:import|export)\s/;

/** `$R^{4}$` in running text. */
const formula = /\$[^$]+\$/g;
/** Stands for a formula while marks are taken away. */
const formulaMark = '\uE002';
/** Stands for the n-th tag while sentences are divided; the characters are private to Unicode's users. */
const opening = '\uE000';
const closing = '\uE001';
const placeholder = /\uE000(\d+)\uE001/g;

/** The papers a text cites, by permalink in order of first mention, each with the sentences that cite it. */
export interface Citation {
  permalink: string;
  /** Plain text but for formulas, which are LaTeX between dollars. */
  sentences: string[];
}

/** The citations in the body of a theme page. `mdx` is the text after the front matter. */
export function citations(mdx: string): Citation[] {
  const found = new Map<string, string[]>();
  for (const paragraph of paragraphs(mdx)) {
    const cited: string[][] = [];
    const marked = paragraph.replace(citeTag, (_tag, _quote, of: string) => {
      cited.push(of.split(/\s+/).filter((permalink) => permalink !== ''));
      return `${opening}${cited.length - 1}${closing}`;
    });
    if (cited.length === 0) continue;
    for (const sentence of sentences(collapse(bare(marked)))) {
      const text = tidy(sentence.replace(placeholder, ''));
      for (const [, index] of sentence.matchAll(placeholder)) {
        for (const permalink of cited[Number(index)] ?? []) {
          const known = found.get(permalink);
          if (known?.at(-1) !== text) addTo(found, permalink, text);
        }
      }
    }
  }
  return Array.from(found, ([permalink, texts]) => ({ permalink, sentences: texts }));
}

/** Stretches of prose between blank lines, code blocks left out. */
function paragraphs(mdx: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  let inCode = false;
  const close = () => {
    if (lines.length > 0) blocks.push(lines.join('\n'));
    lines = [];
  };
  for (const line of mdx.split(/\r?\n/)) {
    if (fence.test(line)) {
      close();
      inCode = !inCode;
    } else if (inCode || moduleLine.test(line)) continue;
    else if (line.trim() === '') close();
    else lines.push(line);
  }
  close();
  return blocks;
}

/** The words of a paragraph without the marks of Markdown and MDX, formulas as they are. */
function bare(paragraph: string): string {
  const formulas: string[] = [];
  const words = paragraph
    .replace(formula, (math) => {
      formulas.push(math);
      return formulaMark;
    })
    .replace(expression, '')
    .replace(otherTag, '')
    .replace(markdownLink, '$1')
    .replace(lineMark, '')
    .replace(emphasis, '');
  return words.replaceAll(formulaMark, () => formulas.shift() ?? '');
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
