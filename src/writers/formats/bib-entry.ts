import {
  archivedAt,
  type Citable,
  itemKinds,
  type ItemType,
  type KindNames,
  type Name,
  type RichText,
} from '../../model/index.ts';
import { nameToLatex, toLatex } from '../../text/index.ts';
import { keywordList } from '../keywords.ts';
import { articleNumberOf, numberOf } from '../places.ts';
import placeNames from './place-names.json' with { type: 'json' };

/** A field of an entry: its name, and its value with braces, or a bare macro such as `jul`; empty values are left out. */
export type BibField = [name: string, value: string | undefined];

/** Lines before the first entry, where programs skip what stands: up to an at sign. */
export function bibRemark(lines: readonly string[]): string {
  const said = lines.map((line) => `% ${line.replaceAll('@', '%40')}\n`);
  return said.length === 0 ? '' : `${said.join('')}\n`;
}

/** An entry as BibTeX and biblatex write it, one field a line. */
export function bibEntry(type: string, key: string, fields: readonly BibField[]): string {
  const lines = fields.flatMap(([name, value]) =>
    value ? [`  ${name.padEnd(13)} = ${value},\n`] : [],
  );
  return `@${type}{${key},\n${lines.join('')}}\n`;
}

/**
 * Entry types of biblatex (manual, 2.1). Preprints are `@misc`: readers that check fields by type refuse eprint fields in
 * `@online`. What a style of BibTeX does not know, it sets as `@misc`.
 */
const types: Partial<Record<ItemType, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  review: 'review',
  'paper-conference': 'inproceedings',
  chapter: 'incollection',
  'entry-encyclopedia': 'inreference',
  'entry-dictionary': 'inreference',
  book: 'book',
  dataset: 'dataset',
  software: 'software',
  patent: 'patent',
  report: 'report',
  thesis: 'thesis',
  manuscript: 'unpublished',
  speech: 'unpublished',
  webpage: 'online',
  'post-weblog': 'online',
};

/** The entry type of a work in the data model of biblatex, for all works of its type. */
export const entryTypeOf = ({ publication: { type } }: Citable) => types[type] ?? 'misc';

/** What formats call works of its kind; empty where its type says all. */
export const namesOfKind = ({ publication: { kind } }: Citable): Partial<KindNames> =>
  kind === undefined ? {} : itemKinds[kind];

/** What an entry is more closely than its type says. */
const subtypes: Partial<Record<ItemType, string>> = {
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
  review: 'book review',
  'entry-encyclopedia': 'encyclopedia',
  'entry-dictionary': 'dictionary',
  'post-weblog': 'blog',
  speech: 'presentation',
  standard: 'standard',
};

/** Where a work stands in what contains it. */
export const placeFields = (work: Citable): BibField[] => {
  const { publication } = work;
  return [
    ['shortjournal', bracedText(publication.containerTitleShort)],
    ['eventtitle', bracedText(publication.event)],
    ['eventdate', bracedText(publication.eventDate)],
    ['venue', bracedText(publication.eventPlace)],
    ['series', bracedText(publication.collectionTitle)],
    ['volume', bracedText(publication.volume)],
    ['number', bracedText(numberOf(work))],
    ['eid', bracedText(articleNumberOf(work))],
    ['pages', bracedPages(publication.page)],
    ['chapter', bracedText(publication.chapterNumber)],
    ['pagetotal', bracedText(publication.numberOfPages)],
    ['edition', bracedText(publication.edition)],
  ];
};

/** The archive other than arXiv that a work stands in, by an address of it. */
export const archiveOf = (work: Citable) =>
  work.identifiers
    .map(({ value }) => (value.scheme === 'url' ? archivedAt(value.value) : undefined))
    .find((found) => found !== undefined);

/** Types that have organizations in biblatex's data model: pages and the like no publishers, manuals both. */
const WITH_ORGANIZATION: ReadonlySet<string> = new Set(['online', 'misc', 'manual']);

/** Types of law, of whose works a court or a parliament is the institution. */
const OF_LAW: ReadonlySet<string> = new Set(['jurisdiction', 'legal', 'legislation']);

/** The house of a work, in the field that its entry type has for it. */
export function houseField(
  { publication: { type, publisher, institution } }: Citable,
  entryType: string,
): BibField {
  if (WITH_ORGANIZATION.has(entryType))
    return ['organization', bracedText(publisher ?? institution)];
  // A name among several, which one with an `and` in it must not be taken for.
  if (type === 'patent') return ['holder', braced(bracedText(publisher ?? institution))];
  return type === 'thesis' || type === 'report' || (OF_LAW.has(entryType) && !publisher)
    ? ['institution', bracedText(institution ?? publisher)]
    : ['publisher', bracedText(publisher ?? institution)];
}

/** Where a preprint is, unless its arXiv identifier tells. */
export function nameOfArchive({
  publication: { isPreprint, archive },
}: Citable): string | undefined {
  return isPreprint && (archive?.name !== 'arXiv' || !archive.id) ? archive?.name : undefined;
}

/**
 * `entrysubtype`, where the entry type is that of other works, too. A preprint has one unless its arXiv identifier tells.
 *
 * @param entryType as the entry has it
 */
export function subtypeOf(work: Citable, entryType: string): string | undefined {
  const { type, isPreprint, archive } = work.publication;
  if (isPreprint) return archive?.name === 'arXiv' && archive.id ? undefined : 'preprint';
  return entryType === 'review' ? undefined : subtypes[type];
}

/** A value in braces. */
export const braced = (value: string | undefined) => value && `{${value}}`;

/** Plain text as LaTeX in braces. */
export const bracedText = (text: string | undefined) => text && `{${latexOf(text)}}`;

const latexOf = (text: string) => toLatex([{ type: 'text', value: text }]);

/** Pages as BibTeX has them: `249--260`. */
const bracedPages = (page: string | undefined) => page && `{${page.replaceAll('–', '--')}}`;

/** The version of what comes in versions, in formats that have one field for it and for the edition of others. */
export const editionOf = ({ publication: { type, version, edition } }: Citable) =>
  type === 'software' || type === 'dataset' ? (version ?? edition) : edition;

/** Keywords with commas between them. */
export const bracedKeywords = (work: Citable) => bracedText(keywordList(work));

/** A command such as `\textbackslash`, or a word up to the next blank, brace, formula or punctuation. */
const COMMAND_OR_WORD = /\\[A-Za-z]+|(?:\\[%&#_]|[^\s{}$\\:;,.?!()[\]"“”])+/gu;

/** `\textbackslash` and nothing else. */
const COMMAND = /^\\[a-z]+$/i;

/** Letters, digits and signs without a gap between them: `iPhone`, `R\&D`. */
const RUN = /(?:[\p{L}\p{M}\d]|\\[&_])+/gu;

/** What stands in a run up to its first letter. */
const TO_FIRST_LETTER = /^[^\p{L}]*\p{L}/u;

/** `H2O`, `3D`, `R\&D`, `C++`: a capital beside a digit or sign. */
const CAPITAL_BESIDE_SIGN = /\p{Lu}\d|\d\p{Lu}|\\[&_]\p{Lu}|\p{Lu}(?:\+|\\#)/u;

/** True for `AND`, `LLMs`, `iPhone`, `pH`: a capital behind the first letter, or beside a digit or sign. */
function isMixedCase(text: string): boolean {
  return (
    CAPITAL_BESIDE_SIGN.test(text) ||
    (text.match(RUN) ?? []).some((run) => /\p{Lu}/u.test(run.replace(TO_FIRST_LETTER, '')))
  );
}

/** `X` of `X-ray`, `R` of `R-CNN`. */
const LONE_CAPITAL = /^\p{Lu}$/u;

/** True for a word that a style must not set in small letters; `Low-Rank` and `Title-Case` are capitals of a title. */
function keepsCapitals(word: string): boolean {
  const pieces = word.split('-');
  return (
    pieces.some(isMixedCase) ||
    (pieces.length > 1 && pieces.some((piece) => LONE_CAPITAL.test(piece)))
  );
}

/** Whether a capital by itself is a sign: `R` of `packages for R`, `D` of `vitamin D`, and not the article of `Toward A Theory`. */
const isSymbol = (capital: string, before: string) =>
  !BEFORE_SENTENCE.test(before) && (capital !== 'A' || /(?:^|\s)\p{Ll}\S*\s$/u.test(before));

/** `Markov`, `D’Arcy`, `Anderson–Darling`: written with a capital and small letters. */
const CAPITALISED = /^\p{Lu}[\p{L}’'–-]*\p{Ll}/u;

/** Words that are small in titles whose others have capitals. */
const SMALL = new Set(
  'about above across after against along among amongst around before behind below beneath beside besides between beyond down during except from inside into like near onto outside over past since than that their they this through throughout till toward towards under underneath unless unlike until upon using versus what when where which while with within without your'.split(
    ' ',
  ),
);

/** `hedges`: small in a sentence, and written with a capital where titles have their words so. */
const isSmall = (word: string) => /^\p{Ll}{4}/u.test(word) && !SMALL.has(word);

/** What stands before the first word of a title or of a sentence in it. */
const BEFORE_SENTENCE = /(?:^|[.:?!“"])[\s(“"‘{]*$/u;

/**
 * Capitals of a title that names have and not its beginning: `Ghent`, `Bayesian`, `New South Wales`. Where the words of a
 * title are written with capitals anyway, or there is none to tell by, only those of countries and languages.
 */
function namesIn(latex: string): Set<string> {
  const names: string[][] = [];
  let [small, end] = [0, -1];
  for (const { 0: word, index } of latex.matchAll(COMMAND_OR_WORD)) {
    if (isSmall(word)) small += 1;
    else if (CAPITALISED.test(word) && !BEFORE_SENTENCE.test(latex.slice(0, index))) {
      const last = names.at(-1);
      // Words beside each other are one name, unless they are many.
      if (last && index === end + 1 && last.length < 3) last.push(word);
      else names.push([word]);
      end = index + word.length;
    }
  }
  const isSentence = small > 0 && small + 1 >= names.length;
  if (isSentence) return new Set(names.flat());
  const known = Array.from(latex.matchAll(PLACES), ([name]) => name.split(/[\s-]/u)).flat();
  return new Set(names.flat().filter((word) => known.includes(word)));
}

/** Names of countries, continents and languages, as CLDR has them in English: `Mali`, `New Zealand`, `Dutch`. */
const PLACES = new RegExp(
  String.raw`(?<!\p{L})(?:${placeNames.toSorted((a, b) => b.length - a.length).join('|')})(?!\p{L})`,
  'gu',
);

/**
 * True where a program has put braces around every word with a capital, the first included, as they do with titles whose
 * words all have one: that says nothing of any of them. A person leaves the first word to the style.
 */
function isEachKept(latex: string, caseKept: readonly string[]): boolean {
  const words = latex.match(COMMAND_OR_WORD) ?? [];
  const [first = '', ...rest] = words;
  const capitals = rest.filter((word) => CAPITALISED.test(word));
  return (
    capitals.length >= 3 &&
    [first, ...capitals].every((word) => caseKept.includes(word)) &&
    !words.some(isSmall)
  );
}

/**
 * A title in LaTeX whose names, acronyms, mixed-case words and formulas keep their capitals under styles that lower-case
 * titles; names are also what the source protects, unless that is every word with a capital.
 */
export function bibTitle({ rich: title, caseKept = [] }: Citable['title']['value']): string {
  const latex = title.map((node) => (node.type === 'math' ? '$' : toLatex([node]))).join('');
  const names = namesIn(latex);
  if (!isEachKept(latex, caseKept)) for (const word of caseKept) names.add(word);
  return withCapitals(title, names);
}

const withCapitals = (rich: RichText, names: ReadonlySet<string>): string =>
  rich
    .map((node, at) => {
      if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'smallcaps') {
        const inner = withCapitals(node.children, names);
        return toLatex([{ ...node, children: [] }]).replace(/\}$/u, () => `${inner}}`);
      }
      const latex = toLatex([node]);
      if (node.type === 'math') return `{${latex}}`;
      if (node.type !== 'text') return latex;
      const joined = (index: number, length: number) =>
        (index === 0 && rich[at - 1]?.type === 'math') ||
        (index + length === latex.length && rich[at + 1]?.type === 'math');
      return latex.replaceAll(COMMAND_OR_WORD, (found, index: number) =>
        !COMMAND.test(found) &&
        (keepsCapitals(found) ||
          names.has(found) ||
          (LONE_CAPITAL.test(found) &&
            (joined(index, found.length) || isSymbol(found, latex.slice(0, index)))))
          ? `{${found}}`
          : found,
      );
    })
    .join('');

/** The author field: `Gu, Hao and van Beethoven, Ludwig and {王小明} and others`. */
export function bibAuthors(work: Citable): string | undefined {
  const authors = work.fields.authors?.value;
  return authors && bibNames(authors.names, authors.more);
}

/** A list of names; undefined where there is none. */
export function bibNames(names: readonly Name[], more = false): string | undefined {
  if (names.length === 0) return undefined;
  return [...names.map(bibName), ...(more ? ['others'] : [])].join(' and ');
}

/** What BibTeX takes for two names: `Barnes and Noble` as the family name of one. */
const IN_TWO = /\sand\s/iu;

function bibName(name: Name): string {
  if (!name.family) return `{${nameToLatex(name.literal)}}`;
  const latex = nameToLatex(name.family);
  const own = IN_TWO.test(name.family) ? `{${latex}}` : latex;
  const family = name.particle ? `${nameToLatex(name.particle)} ${own}` : own;
  const rest = [name.suffix, name.given].filter((part) => part !== undefined).map(nameToLatex);
  return [family, ...rest].join(', ');
}

/** `PhD thesis`, `Ph.D.`, `doctoral dissertation`; any other thesis is a master's where it says so. */
export function isMastersThesis(genre: string | undefined): boolean {
  return genre !== undefined && /master|m\.?sc|diplom|mathesis/i.test(genre);
}
