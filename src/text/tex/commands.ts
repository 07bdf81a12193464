import type { MarkNode } from '../../model/index.ts';
import mathAccentTable from '../tables/math-accents.json' with { type: 'json' };
import mathCommandTable from '../tables/math-commands.json' with { type: 'json' };
import mathSymbolTable from '../tables/math-symbols.json' with { type: 'json' };
import mathWordTable from '../tables/math-words.json' with { type: 'json' };
import accentTable from '../tables/text-accents.json' with { type: 'json' };
import commandTable from '../tables/text-commands.json' with { type: 'json' };
import symbolTable from '../tables/text-symbols.json' with { type: 'json' };
import { table } from '../table.ts';

/** What a command does to text: a node of rich text, or nothing that is kept. */
export type Markup = MarkNode['type'] | 'code' | 'plain';

const MARKUPS = ['emphasis', 'strong', 'smallcaps', 'code', 'plain'] as const;

/** `\emph{..}`: commands that mark their argument. */
export const marks: ReadonlyMap<string, Markup> = new Map(
  MARKUPS.flatMap((kind) => commandTable[kind].map((name) => [name, kind] as const)),
);

/** `{\it ..}`: commands that mark the rest of their group. */
export const switches: ReadonlyMap<string, Markup> = new Map(
  Object.entries(commandTable.switches).flatMap(([name, value]) =>
    MARKUPS.filter((kind) => kind === value).map((kind) => [name, kind] as const),
  ),
);

/** `\ss`: letters; TeX takes the blank after them, `Stra\ss e`. */
export const letters = table(symbolTable.letters);
/** `\S`, `\copyright`: authors expect the blank after them to stay. */
export const symbols = table(symbolTable.symbols);
/** `\ie`: abbreviations every second paper defines. */
export const phrases = table(symbolTable.phrases);
/** `\"`, `\v`: the combining character that goes behind the letter. */
export const accents = table(accentTable);
/** `\cite{..}`: commands that leave nothing, with the number of their arguments. */
export const dropped = table(commandTable.dropped);
/** `\textcolor{red}{..}`: commands of which the last argument is text, with their number. */
export const lastArgument = table(commandTable.last);
/** `\texorpdfstring{..}{..}`: commands of which the first argument is text, with their number. */
export const firstArgument = table(commandTable.first);
export const breaks: ReadonlySet<string> = new Set(commandTable.breaks);
export const spaces: ReadonlySet<string> = new Set(commandTable.spaces);
export const footnotes: ReadonlySet<string> = new Set(commandTable.footnotes);
/** `\left`, `\displaystyle`: math commands that mean nothing in prose. */
export const droppedInMath = table(mathCommandTable.dropped);

/** Math commands that may stand in prose without dollars, with the number of their arguments. */
export const bareMath: ReadonlyMap<string, number> = new Map([
  ...Object.values(mathSymbolTable)
    .flatMap((entries) => Object.keys(entries))
    .concat(mathWordTable)
    .map((name) => [name, 0] as const),
  ...Object.keys(mathAccentTable)
    .concat(mathCommandTable.shown, mathCommandTable.doubleStruck)
    .concat(mathCommandTable.word, mathCommandTable.root)
    .map((name) => [name, 1] as const),
  ...mathCommandTable.fraction
    .concat(mathCommandTable.binomial, ['overset', 'underset', 'stackrel'])
    .map((name) => [name, 2] as const),
]);

/** Whether a command that math knows too is one of prose: `\L`, `\S`, `\dots`. */
export function hasTextMeaning(name: string): boolean {
  return letters.has(name) || symbols.has(name) || marks.has(name) || phrases.has(name);
}
