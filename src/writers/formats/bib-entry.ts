import type { Citable, Name, RichText } from '../../model/index.ts';
import { nameToLatex, toLatex } from '../../text/index.ts';

/** A field of an entry: its name, and its value with braces, or a bare macro such as `jul`; empty values are left out. */
export type BibField = [name: string, value: string | undefined];

/** An entry as BibTeX and biblatex write it, one field a line. */
export function bibEntry(type: string, key: string, fields: readonly BibField[]): string {
  const lines = fields.flatMap(([name, value]) =>
    value ? [`  ${name.padEnd(13)} = ${value},\n`] : [],
  );
  return `@${type}{${key},\n${lines.join('')}}\n`;
}

/** A value in braces. */
export const braced = (value: string | undefined) => value && `{${value}}`;

/** Plain text as LaTeX in braces. */
export const bracedText = (text: string | undefined) => text && `{${latexOf(text)}}`;

const latexOf = (text: string) => toLatex([{ type: 'text', value: text }]);

/**
 * A command such as `\textbackslash`, or `KAN-AD`, `LLMs`, `R\&D`: a word with a capital after its first letter, or a
 * capital beside a digit.
 */
const COMMAND_OR_MIXED_CASE =
  /\\[A-Za-z]+|(?:\\[%&#_]|[^\s{}$\\])*(?:(?:[\p{L}\d-]|\\[&_])\p{Lu}|\p{Lu}\d)(?:\\[%&#_]|[^\s{}$\\:;,.?!])*/gu;

/** `\textbackslash` and nothing else. */
const COMMAND = /^\\[a-z]+$/i;

/** A title in LaTeX whose acronyms, mixed-case names and formulas keep their capitals under styles that lower-case titles. */
export function bibTitle(title: RichText): string {
  return title
    .map((node) => {
      const latex = toLatex([node]);
      if (node.type === 'math') return `{${latex}}`;
      if (node.type !== 'text') return latex;
      return latex.replaceAll(COMMAND_OR_MIXED_CASE, (found) =>
        COMMAND.test(found) ? found : `{${found}}`,
      );
    })
    .join('');
}

/** The author field: `Gu, Hao and van Beethoven, Ludwig and {王小明} and others`. */
export function bibAuthors(work: Citable): string | undefined {
  const authors = work.fields.authors?.value;
  if (!authors || authors.names.length === 0) return undefined;
  return [...authors.names.map(bibName), ...(authors.more ? ['others'] : [])].join(' and ');
}

function bibName(name: Name): string {
  if (!name.family) return `{${nameToLatex(name.literal)}}`;
  const family = [name.particle, name.family].filter(Boolean).join(' ');
  return [family, name.suffix, name.given]
    .filter((part) => part !== undefined)
    .map(nameToLatex)
    .join(', ');
}
