import { decodeHTML } from 'entities';

/** `&amp;`, `&#8211;`, `&#x2019;` */
const ENTITY = /&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});/gi;

/** What the marks of a title or abstract are in LaTeX; the others leave their content. */
const LATEX: Record<string, [before: string, after: string]> = {
  i: ['\\emph{', '}'],
  em: ['\\emph{', '}'],
  italic: ['\\emph{', '}'],
  b: ['\\textbf{', '}'],
  strong: ['\\textbf{', '}'],
  bold: ['\\textbf{', '}'],
  sub: ['$_{', '}$'],
  sup: ['$^{', '}$'],
  sc: ['\\textsc{', '}'],
};
/** Elements whose tags part words. */
const PARTS_WORDS = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'title', 'sec']);
/** `<jats:italic>`, `</sub>`, `<br />`, `<p class="x">`: a tag of an element that exports leave in text. */
const TAG =
  /<(\/?)(?:jats:)?(i|em|italic|b|strong|bold|sub|sup|sc|u|p|div|br|li|ul|ol|span|title|sec|inline-formula|tex-math)(?:\s[^<>]{0,200})?\/?>/gi;
/** `<span style="font-variant: small-caps;">`, as CSL and Zotero have small capitals */
const SMALL_CAPS = /^<span\s[^<>]*font-variant:\s*small-caps/i;

/** Tags that are not left to stand alone. */
const NEEDS_END = /^(?:p|br|li)$/;

/**
 * Text in which an export left HTML or JATS marks and character references, as LaTeX: `H<sub>2</sub>O &amp; more`
 * becomes `H$_{2}$O \& more`. A tag without its partner is a pair of comparison signs and stays as it is.
 */
export function withoutHtml(source: string): string {
  return decodeReferences(replaceTags(source));
}

function decodeReferences(text: string): string {
  return text.replace(ENTITY, (reference) => {
    const decoded = decodeHTML(reference);
    return decoded === '\u00a0' ? ' ' : decoded;
  });
}

function replaceTags(text: string): string {
  const tags = [...text.matchAll(TAG)];
  if (tags.length === 0) return text;
  const paired = pairs(tags);
  let at = 0;
  let out = '';
  for (const [index, tag] of tags.entries()) {
    out += text.slice(at, tag.index);
    at = tag.index + tag[0].length;
    const name = (tag[2] ?? '').toLowerCase();
    const opening = paired.get(index);
    if (opening === undefined && !NEEDS_END.test(name)) out += tag[0];
    else if (PARTS_WORDS.has(name)) out += ' ';
    else {
      const mark = SMALL_CAPS.test(opening ?? '') ? 'sc' : name;
      out += LATEX[mark]?.[tag[1] === '/' ? 1 : 0] ?? '';
    }
  }
  return out + text.slice(at);
}

/** The opening tag of each pair, by the places of both. */
function pairs(tags: readonly RegExpExecArray[]): Map<number, string> {
  const open = new Map<string, number[]>();
  const paired = new Map<number, string>();
  for (const [index, tag] of tags.entries()) {
    const name = (tag[2] ?? '').toLowerCase();
    const starts = open.get(name) ?? [];
    open.set(name, starts);
    if (tag[1] !== '/') starts.push(index);
    else {
      const start = starts.pop();
      const opening = tags[start ?? -1]?.[0];
      if (start !== undefined && opening !== undefined)
        paired.set(start, opening).set(index, opening);
    }
  }
  return paired;
}
