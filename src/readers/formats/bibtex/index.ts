import { decodeHTMLStrict } from 'entities';
import type { Message } from '../../../model/index.ts';
import { decodeTex, parseTex, toPlain } from '../../../text/index.ts';
import { linesBetween } from '../../scan/index.ts';
import {
  type Entry,
  type Reading,
  type SeedText,
  defineReader,
  namesPaper,
  untitled,
  placeOf,
} from '../../seed/index.ts';
import { type BibEntry, bibEntries, type BibField } from './entries.ts';
import { bibFields } from './fields.ts';
import { inheritedFields, type Parents, parentsIn } from './inheritance.ts';

/**
 * BibTeX and BibLaTeX as reference managers and publishers write it: Zotero, JabRef, Mendeley, ACM,
 * Web of Science, Scopus, DBLP, arXiv and others. Keeps each value's place; LaTeX and HTML in it are
 * decoded.
 */
export const bibtex = defineReader({
  format: 'bibtex',
  label: 'BibTeX',
  source: 'BibTeX file',
  stripsMath: false,
  labelsFields: true,
  signs: 'entries such as `@article{key, title = {…}}`',
  opening:
    /[ \t]*@[ \t]*(?!comment|string|preamble)[A-Za-z][A-Za-z_-]{2,19}[ \t]*[{(]\s{0,20}(?:[^\s,={}()"]{1,200}\s{0,20},|[A-Za-z]+\s{0,20}=)/iy,
  detect,
  read,
});

// `@article{key,`, `@inproceedings{ WOS:1,`, `@misc{\n  title =`
const ENTRY_HEAD =
  /(?:^|[\s},])@[ \t]*(?!comment|string|preamble)[A-Za-z][A-Za-z_-]{2,19}\s{0,20}[{(]\s{0,20}(?:[^\s,={}()"]{0,200}\s{0,20},\s{0,20}|[^\s,={}()"]{1,200}\s{1,20})?[A-Za-z][\w.:+-]{0,60}\s{0,20}=/i;

/** How much of a text is looked at to tell what it is. */
const SAMPLE = 200_000;

function detect(text: SeedText): number {
  const head = text.text.slice(0, SAMPLE);
  if (!ENTRY_HEAD.test(head)) return 0;
  let inside = 0;
  for (const entry of bibEntries(head)) {
    if (isRecord(entry) && entry.fields.length === 0) continue;
    inside += entry.to - entry.from;
  }
  // An entry to cite a project by stands in many a page that lists other things.
  const share = inside / head.trim().length;
  return share > 0.5 ? 0.99 : share > 0.2 ? 0.4 : 0.1;
}

const NO_RECORD: ReadonlySet<string> = new Set(['string', 'preamble', 'comment', 'set', 'xdata']);

function isRecord(entry: BibEntry): boolean {
  return !NO_RECORD.has(entry.type);
}

/** What entries say about each other: the text of macros, and the entries that others inherit from. */
interface Shared {
  entries: BibEntry[];
  macros: ReadonlyMap<string, string>;
  parents: Parents;
  allowance: Allowance;
}

/**
 * Characters that macros may still stand for. Each of thirty macros that names the one before it twice would stand for
 * more than any memory holds; what a file may expand to is therefore bounded by its own length, by no clock.
 */
interface Allowance {
  left: number;
  /** Whether a macro was left as its name for lack of it. */
  isSpent: boolean;
}

/** What macros may stand for in the smallest file, and how much more for each character of a larger one. */
const ALLOWANCE = { least: 1_000_000, perCharacter: 2 };

function shared(text: string): Shared {
  const entries = [...bibEntries(text)];
  const macros = new Map<string, string>();
  const allowance: Allowance = {
    left: ALLOWANCE.least + ALLOWANCE.perCharacter * text.length,
    isSpent: false,
  };
  for (const { type, fields } of entries) {
    if (type !== 'string') continue;
    for (const field of fields) macros.set(field.name, macroText(text, field, macros, allowance));
  }
  return { entries, macros, parents: parentsIn(text, entries), allowance };
}

/** The characters a value stands for before TeX in it is read: macros resolved while the allowance lasts, parts joined with their blanks. */
function macroText(
  text: string,
  field: BibField,
  macros: ReadonlyMap<string, string>,
  allowance: Allowance,
): string {
  return field.parts
    .map(({ kind, from, to }) => {
      const value = text.slice(from, to);
      const meant = kind === 'bare' ? macros.get(value.toLowerCase()) : undefined;
      if (meant === undefined) return value;
      if (meant.length > allowance.left) {
        allowance.isSpent = true;
        return value;
      }
      allowance.left -= meant.length;
      return meant;
    })
    .join('');
}

function decoded(value: string, next?: 'tex'): string {
  const plain = decodeTex(value, next);
  return plain.includes('&') ? decodeHTMLStrict(plain) : plain;
}

// What TeX makes something else of: `{`, `~`, `$\epsilon$`, `--`, ``` ``a'' ```
const OF_TEX = /[\\{}~$`]|--|''/;

// `\apj`: a journal by its macro, which is known when values are cleaned
const MACRO = /^\\[A-Za-z]+$/;

/** A value as it is printed: accents, formulas, dashes and quotation marks as the characters they stand for, markup left out. */
function printed(value: string): string {
  return OF_TEX.test(value) && !MACRO.test(value)
    ? toPlain(parseTex(decoded(value, 'tex')).rich)
    : decoded(value);
}

// What programs write above the entries: `% Encoding: UTF-8`, `EXPORT DATE:23 May 2024`, the fence of a code block; and the brackets left over below an entry
const HEAD_LINE =
  /^(?:%.*|```.*|Scopus|EXPORT DATE:.*|This file was created with.*|Automatically generated by.*|Any changes to this file.*|BibTeX export options can be customi[sz]ed.*|@comment\b.*|Encoding: .*|[,;}]+)$/i;

function read(text: SeedText): Reading {
  const context = shared(text.text);
  const { entries } = context;
  const others = entries.filter((entry) => !isRecord(entry));
  // Settings, groups and thoughts of whoever keeps the file.
  const isPrivate = ({ type }: BibEntry) => type.toLowerCase() === 'comment';
  return {
    entries: withSpent(
      text,
      context,
      entries.filter(isRecord).map((entry) => entryOf(text, entry, context)),
    ),
    chrome: [
      ...others.filter((entry) => !isPrivate(entry)),
      ...linesBetween(text.text, entries).filter(({ value }) => HEAD_LINE.test(value)),
    ],
    private: others.filter(isPrivate),
  };
}

/** The entries; the first says when macros of the file stand for more than they may. */
function withSpent(
  text: SeedText,
  { allowance }: Shared,
  [first, ...others]: readonly Entry[],
): Entry[] {
  if (first === undefined) return [];
  if (!allowance.isSpent) return [first, ...others];
  const tooLong: Message = {
    code: 'macros-too-long',
    severity: 'warning',
    source: placeOf(text, first),
    text: 'The macros of the file (@string) stand for many times its own text, so that some were left as their names.',
    hint: 'Write the values out where they are used, and take out macros that only name each other.',
  };
  return [{ ...first, messages: [...(first.messages ?? []), tooLong] }, ...others];
}

function entryOf(text: SeedText, entry: BibEntry, context: Shared): Entry {
  const { macros, parents, allowance } = context;
  const inherited = inheritedFields(text.text, entry, parents);
  const fields = bibFields({
    text: text.text,
    entry: { ...entry, fields: [...entry.fields, ...inherited] },
    raw: (field) => macroText(text.text, field, macros, allowance).trim(),
    decode: printed,
    verbatim: (value) => decoded(value),
    prose: (value) => decoded(value, 'tex'),
  });
  const name = nameOf(text.text, entry);
  if (!namesPaper(fields)) {
    return untitled(
      text,
      entry,
      `The entry ${name} has neither a title nor an identifier`,
      'Add `title = {…}` to the entry if it is a paper.',
      fields,
    );
  }
  const [only, ...others] = entry.fields;
  const isCut =
    only?.name === 'title' && !/[{}=]/.test(text.text.slice(only.range.from, only.range.to));
  if (entry.state === 'cut-off' && others.length === 0 && isCut) {
    return untitled(
      text,
      entry,
      `The copy ends inside the title of the entry ${name}`,
      'Copy the end of the file again.',
      fields,
    );
  }
  const unbalanced: Message = {
    code: 'unbalanced-braces',
    severity: 'warning',
    source: placeOf(text, entry),
    text: `The braces or quotes of the entry ${name} do not match; each value was read up to the line of the next field.`,
    hint: 'Compare its values with the file and close what is open.',
  };
  return {
    from: entry.from,
    to: entry.to,
    fields,
    truncated: entry.state === 'cut-off',
    unknown: entry.unknown,
    messages: entry.state === 'unbalanced' ? [unbalanced] : [],
  };
}

function nameOf(text: string, { key, type }: BibEntry): string {
  return key === null ? `@${type} without a key` : `“${text.slice(key.from, key.to)}”`;
}
