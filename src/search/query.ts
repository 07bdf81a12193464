/**
 * The language of queries: words, `"exact phrases"`, `-without`, `OR`, and fields such as `author:gu` or
 * `year:2024..2026`. Everything can be read; what cannot be understood is said.
 */
import { searchWords } from '../words/index.ts';
import { keyboardForm } from '../text/index.ts';
import { withoutTex } from './spelling.ts';
import { sequence, units } from './words.ts';

const say = searchWords.problems;

/** What a query can look at, each with a sample. */
export const FIELDS = {
  title: { sample: 'title:winter' },
  author: { sample: 'author:"ada long"' },
  abstract: { sample: 'abstract:method' },
  theme: { sample: 'theme:"early maps"' },
  keyword: { sample: 'keyword:trade' },
  venue: { sample: 'venue:annals' },
  year: { sample: 'year:2024..2026' },
  type: { sample: 'type:review' },
  has: { sample: 'has:code' },
  source: { sample: 'source:002' },
  arxiv: { sample: 'arxiv:2401.01234' },
  doi: { sample: 'doi:10.1000/182' },
} as const;
export type FieldName = keyof typeof FIELDS;

/** Other names of fields, those of arXiv and of library catalogues among them. */
const SYNONYMS: ReadonlyMap<string, FieldName> = new Map([
  ...Object.keys(FIELDS).flatMap((name) => (isField(name) ? [[name, name] as const] : [])),
  ['ti', 'title'],
  ['au', 'author'],
  ['authors', 'author'],
  ['abs', 'abstract'],
  ['themes', 'theme'],
  ['keywords', 'keyword'],
  ['journal', 'venue'],
  ['date', 'year'],
  ['with', 'has'],
]);

/** Years from and to, both included. */
export type Years = readonly [from: number, to: number];

/** One thing a paper is asked to have, or not to have. */
export interface Term {
  /** As it can be typed: `-title:"low rank"`. */
  source: string;
  negated: boolean;
  /** Undefined for words anywhere. */
  field: FieldName | undefined;
  /** True for words in quotes, which count only as they are and in this order. */
  exact: boolean;
  /** The words, in order; a compound such as `low-rank` has several, and a phrase `,` where punctuation stands. */
  words: readonly string[];
  /** Of the field `year`, and of `2024-2025`. */
  years?: Years;
}

/** Terms of which a paper needs one. */
export type Clause = readonly Term[];

export interface Query {
  /** All of them must hold. */
  clauses: readonly Clause[];
  /** What could not be understood, in sentences. */
  problems: readonly string[];
  /** Whether the last term is a word that a reader may still be typing. */
  open: boolean;
}

function isField(name: string): name is FieldName {
  return Object.hasOwn(FIELDS, name);
}

/** `https://arxiv.org/abs/2507.17249v2`, `arxiv.org/pdf/hep-th/9901001.pdf` */
const ARXIV_URL =
  /\b(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html|src|e-print)\/((?:[a-z.-]+\/)?[\d.]+\d)(?:v\d+)?(?:\.pdf)?/giu;
/** `https://doi.org/10.48550/arXiv.2507.17249`, which arXiv registers for each of its papers. */
const ARXIV_DOI =
  /\b(?:https?:\/\/)?(?:(?:dx\.)?doi\.org\/)?10\.48550\/arxiv\.((?:[a-z.-]+\/)?[\d.]+\d)(?:v\d+)?/giu;
/** `https://huggingface.co/papers/2507.17249`: pages of others about a paper of arXiv. */
const ARXIV_ELSEWHERE = /\bhttps?:\/\/[^\s"]+\/(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?(?![\w/.-])/giu;
/** `arXiv:2507.17249v2`, `arxiv: hep-th/9901001`, and with its category: `arXiv:2507.17249v2 [cs.IR]` */
const ARXIV_PREFIX =
  /(?<![\p{L}\p{N}-])arxiv:\s*"?((?:[a-z.-]+\/)?[\d.]+\d)(?:v\d+)?(?![\w.])"?(?:\s*\[[a-z-]+(?:\.[a-z-]+)?\])?/giu;
/** `2507.17249v2` */
const ARXIV_VERSION = /\b(\d{4}\.\d{4,5})v\d+\b/giu;
/** `https://doi.org/10.1145/3580305` */
const DOI_URL = /\b(?:https?:\/\/)?(?:dx\.)?doi\.org\/(?=10\.\d)/giu;
/** `doi: 10.1145/3580305`, `DOI 10.1145/3580305` */
const DOI_PREFIX = /(?<![\p{L}\p{N}-])doi\s*:?\s*(?=10\.\d)/giu;
/** `-title:"low rank"`, `mixture-of-experts`, `OR` */
const TERM = /(-?)(?:([\p{L}]+):)?(?:"([^"]*)"?|([^\s"]+))/gu;
/** `2024..2026`, `..2024`, `2024-2026`, `2024` */
const YEARS = /^(?:(\d{4})|(\d{4})?\s*(?:\.\.+|-|to)\s*(\d{4})?)$/u;
/** `2024-2025` outside a field */
const FREE_YEARS = /^((?:19|20)\d\d)(?:-|\.\.+)((?:19|20)\d\d)$/u;
/** What a word or a compound is made of. */
const LETTER = /[\p{L}\p{N}]/u;
/** `foo:bar`, which looks like a field */
const LIKE_A_FIELD = /^(\p{Ll}{3,}):[\p{L}\p{N}"]/u;

/** `title:` with nothing behind it */
const NO_VALUE = /^(\p{Ll}+):$/u;

const EARLIEST = 0;
const LATEST = 9999;

/** Reads a query; every text is one. */
export function parseQuery(text: string): Query {
  const problems: string[] = [];
  const clauses: Term[][] = [];
  const typed = withIdentifiers(keyboardForm(text));
  let joins = false;
  let negates = false;
  if ((typed.split('"').length - 1) % 2 === 1) {
    problems.push(say.openQuote);
  }
  if (/[()]/u.test(typed) && /\b(?:OR|AND|NOT)\b/u.test(typed)) {
    problems.push(say.brackets);
  }
  for (const match of withoutTexOutsideQuotes(typed).matchAll(TERM)) {
    const [source, minus = '', prefix, phrase, word] = match;
    if (word !== undefined && prefix === undefined && minus === '') {
      if (word === 'OR' || word === '|') {
        if (clauses.length === 0) problems.push(say.or);
        joins = clauses.length > 0;
        continue;
      }
      if (word === 'AND' || word === '&') continue;
      if (word === 'NOT') {
        negates = true;
        continue;
      }
    }
    const terms = termsOf(
      { source, minus: minus !== '' || negates, prefix, phrase, word },
      problems,
    );
    negates = false;
    for (const term of terms) {
      const last = clauses.at(-1);
      if (joins && last) last.push(term);
      else clauses.push([term]);
      joins = false;
    }
  }
  if (joins) problems.push(say.or);
  if (clauses.length === 0 && problems.length === 0 && text.trim() !== '')
    problems.push(say.noWord);
  const last = clauses.at(-1)?.at(-1);
  const open =
    last !== undefined &&
    !last.exact &&
    !last.negated &&
    last.field === undefined &&
    last.years === undefined &&
    /[\p{L}\p{N}]$/u.test(text);
  return { clauses, problems: [...new Set(problems)], open };
}

interface Typed {
  source: string;
  minus: boolean;
  prefix: string | undefined;
  phrase: string | undefined;
  word: string | undefined;
}

function termsOf({ source, minus, prefix, phrase, word }: Typed, problems: string[]): Term[] {
  const field = prefix === undefined ? undefined : SYNONYMS.get(prefix.toLowerCase());
  const value = phrase ?? word ?? '';
  const alone = prefix === undefined && NO_VALUE.exec(word ?? '')?.[1];
  const named = alone ? SYNONYMS.get(alone) : undefined;
  if (named !== undefined) return fieldTerms(named, '', false, minus, problems);
  if (field !== undefined) return fieldTerms(field, value, phrase !== undefined, minus, problems);
  if (prefix !== undefined && LIKE_A_FIELD.test(source.replace(/^-/u, ''))) {
    problems.push(say.noField(prefix));
  }
  if (phrase !== undefined) {
    const before = prefix === undefined ? [] : bareTerms(prefix, minus);
    return [...before, ...phraseTerm(undefined, phrase, minus)];
  }
  return bareTerms(prefix === undefined ? value : `${prefix}:${value}`, minus);
}

/** Words outside quotes and fields: `2024-2025`, `low-rank`; two where punctuation stands between them. */
function bareTerms(text: string, negated: boolean): Term[] {
  const years = FREE_YEARS.exec(text);
  if (years) {
    const range = ordered(Number(years[1]), Number(years[2]));
    return [yearTerm(range, negated)];
  }
  return units(text).map(({ source, parts }) => ({
    source: `${negated ? '-' : ''}${source}`,
    negated,
    field: undefined,
    exact: false,
    words: parts,
  }));
}

function phraseTerm(field: FieldName | undefined, text: string, negated: boolean): Term[] {
  const words = sequence(text);
  if (words.length === 0) return [];
  const start = `${negated ? '-' : ''}${field === undefined ? '' : `${field}:`}`;
  return [{ source: `${start}"${text.trim()}"`, negated, field, exact: true, words }];
}

function fieldTerms(
  field: FieldName,
  value: string,
  quoted: boolean,
  negated: boolean,
  problems: string[],
): Term[] {
  if (!LETTER.test(value)) {
    problems.push(say.noValue(field, FIELDS[field].sample));
    return [];
  }
  if (field === 'year') {
    const years = YEARS.exec(value.trim());
    const [, one, from, to] = years ?? [];
    if (!years || (one ?? from ?? to) === undefined) {
      problems.push(say.noYear(value));
      return [];
    }
    const range: Years =
      one === undefined
        ? ordered(Number(from ?? EARLIEST), Number(to ?? LATEST))
        : [Number(one), Number(one)];
    return [yearTerm(range, negated)];
  }
  if (quoted) return phraseTerm(field, value, negated);
  const start = `${negated ? '-' : ''}${field}:`;
  if (field === 'arxiv' || field === 'doi') {
    const words = sequence(value).filter((each) => LETTER.test(each));
    return [{ source: start + value, negated, field, exact: false, words }];
  }
  const parts = units(value);
  // One field, one thing: what punctuation parts is still one compound, but for gaps between its words.
  return [
    {
      source: start + value,
      negated,
      field,
      exact: false,
      words: parts.flatMap((unit) => unit.parts),
    },
  ];
}

const ordered = (a: number, b: number): Years => (a <= b ? [a, b] : [b, a]);

function yearTerm(years: Years, negated: boolean): Term {
  const [from, to] = years;
  const value =
    from === to ? String(from) : `${from === EARLIEST ? '' : from}..${to === LATEST ? '' : to}`;
  const source = `${negated ? '-' : ''}year:${value}`;
  return { source, negated, field: 'year', exact: false, words: [], years };
}

/** Addresses and prefixes of identifiers as bare identifiers. */
function withIdentifiers(typed: string): string {
  return typed
    .replace(ARXIV_URL, 'arxiv:$1')
    .replace(ARXIV_DOI, 'arxiv:$1')
    .replace(ARXIV_ELSEWHERE, 'arxiv:$1')
    .replace(ARXIV_PREFIX, 'arxiv:$1')
    .replace(ARXIV_VERSION, '$1')
    .replace(DOI_URL, 'doi:')
    .replace(DOI_PREFIX, 'doi:')
    .replace(/\b(?:arxiv|doi):(arxiv|doi):/giu, '$1:');
}

/** `m \times n` is one word; in quotes it is left to the words themselves. */
function withoutTexOutsideQuotes(text: string): string {
  return text
    .split('"')
    .map((part, at) => (at % 2 === 0 ? withoutTex(part) : part))
    .join('"');
}

/** The query that says what the clauses say, as a reader would type it. */
export function writeQuery(clauses: readonly Clause[]): string {
  return clauses.map((terms) => terms.map(({ source }) => source).join(' OR ')).join(' ');
}
