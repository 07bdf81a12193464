import { type PageEntry, type PaperText, type Start, START, type ThemeEntry } from '../contract.ts';
import type { Order } from '../orders.ts';
import { parseQuery, type Query, type Term, writeQuery } from '../query.ts';
import { familyOf, isOnlyStem, sequence } from '../words.ts';
import { Columns, type Counts } from './columns.ts';
import type { ReadFile } from './files.ts';
import { type MatchedClause, Matcher, narrows, type Result, withoutSmallWords } from './match.ts';
import { completed, looseTerms, respell, splitWord, type Vocabulary } from './near.ts';
import { isEmpty, type Question, type Selection } from './question.ts';
import { ranked, rarity, scoresOf } from './rank.ts';
import { WordIndex } from './word-index.ts';

/** A paper that has some of what was asked for. */
export interface NearPaper {
  place: number;
  /** Words of the query that it has not, as typed. */
  missing: string[];
}

/** What a query most likely meant. */
export interface Suggestion {
  /** The whole query with its misspelled words put right. */
  query: string;
  changes: [typed: string, meant: string][];
}

export interface Answer {
  query: Query;
  /** Places in the survey of the papers that satisfy the query, in the order asked for. */
  papers: number[];
  themes: ThemeEntry[];
  /** Pages of the survey's own. */
  pages: PageEntry[];
  counts: Counts;
  /** Words and phrases of the query that no paper has. */
  missing: string[];
  /** What the last word was taken as the beginning of. */
  beginning: string | undefined;
  /** Other words that counted as those of the query, by word. */
  forms: [word: string, others: string[]][];
  /** All words that counted, folded, to mark them in texts. */
  words: ReadonlySet<string>;
  /** Where hardly any paper has all of the query: those that have some of it, best first. */
  near: NearPaper[];
  suggestion: Suggestion | undefined;
}

/** With fewer papers than these, papers that have some of the query are offered beside them. */
const FEW = 3;
/** Where some paper has all of the query, others are near only when it has more words than these. */
const MANY_WORDS = 2;
/** Most papers offered so. */
const MOST_NEAR = 20;

/** Search over one survey. */
export class Engine {
  readonly #start: Start;
  readonly #columns: Columns;
  readonly #matcher: Matcher;
  readonly #texts: JsonFiles<PaperText[]>;
  readonly #vocabularies: JsonFiles<Vocabulary>;
  readonly #ranks: JsonFiles<number[]>;
  readonly #prosaic = new Map<string, { words: string[]; families: string[] }>();

  constructor(start: Start, read: ReadFile) {
    this.#start = start;
    this.#texts = jsonFiles(read);
    this.#vocabularies = jsonFiles(read);
    this.#ranks = jsonFiles(read);
    this.#columns = new Columns(start);
    this.#matcher = new Matcher(new WordIndex(start, read), this.#columns, start.papers);
  }

  /** Themes of the survey. */
  get themes(): readonly ThemeEntry[] {
    return this.#start.themes;
  }

  /**
   * @param first how many papers of the answer will be shown at once: their texts are asked for while the rest of it is
   *   made
   */
  async find({ query: text, selection, order, typing }: Question, first = 0): Promise<Answer> {
    const query = parseQuery(text);
    const matching = this.#matcher.find(query, typing);
    // While the words are on their way.
    const prose = this.#prose(query, selection);
    const result = await matching;
    // Signs alone, or a field without a value, ask for something that no paper has.
    const candidates = text.trim() !== '' && query.clauses.length === 0 ? [] : result.papers;
    const selected = this.#columns.select(candidates, selection);
    const papers = await this.#ordered(selected, result, order);
    // Whoever shows them asks again, and hears of a failure.
    this.load(papers.slice(0, first)).catch(() => undefined);
    const missing = missingOf(result);
    const few = papers.length < FEW && query.clauses.length > (papers.length > 0 ? MANY_WORDS : 0);
    const suggestion = few ? await this.#suggest(query, missing, result) : undefined;
    return {
      query,
      papers,
      ...prose,
      counts: this.#columns.counts(candidates, selection),
      missing,
      beginning: result.beginning,
      forms: this.#forms(result),
      words: new Set([...wordsOf(result.clauses), ...meantWords(suggestion)]),
      near: few ? await this.#near(query, result, papers, selection, suggestion) : [],
      suggestion,
    };
  }

  /** The texts of papers, in the order of the places. */
  async load(places: readonly number[]): Promise<PaperText[]> {
    const { folder, each } = this.#start.texts;
    return Promise.all(
      places.map(async (place) => {
        const file = `${folder}/${Math.floor(place / each)}.bin`;
        const text = (await this.#texts(file))[place % each];
        if (!text) throw new Error(`${file} holds no paper ${place}`);
        return text;
      }),
    );
  }

  async #ordered(papers: readonly number[], { clauses }: Result, order: Order): Promise<number[]> {
    const { dated } = this.#start;
    switch (order) {
      case 'best':
        return ranked(papers, clauses, this.#start.papers);
      case 'newest':
        return [...papers];
      case 'oldest':
        return [
          ...papers.filter((place) => place < dated).reverse(),
          ...papers.filter((place) => place >= dated),
        ];
      case 'title': {
        const ranks = await this.#ranks(this.#start.titles);
        return [...papers].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
      }
    }
  }

  /** Themes that have every word of the query in label or line, and pages that have it in title or text. */
  #prose({ clauses }: Query, selection: Selection): Pick<Answer, 'themes' | 'pages'> {
    const { themes, pages } = this.#start;
    const asked = withoutSmallWords(clauses);
    const plain = asked.every((clause) => clause.every(({ field, negated }) => !field && !negated));
    if (!isEmpty(selection) || asked.length === 0 || !plain) return { themes: [], pages: [] };
    return {
      themes: themes.filter(({ label, tagline }) => this.#says(`${label}; ${tagline}`, asked)),
      pages: pages.filter(({ title, description, text }) =>
        this.#says(`${title}; ${description}; ${text}`, asked),
      ),
    };
  }

  #says(text: string, clauses: Query['clauses']): boolean {
    const { language } = this.#start;
    const { words, families } = this.#wordsOf(text);
    return clauses.every((clause) =>
      clause.some((term) => {
        const formsOf = (word: string) => {
          const family = familyOf(word, language);
          return words.filter((_, at) => families[at] === family);
        };
        const exact =
          term.exact || term.words.some((word) => isOnlyStem(word, formsOf(word), language));
        const own = exact ? words : families;
        const wanted = exact ? term.words : term.words.map((word) => familyOf(word, language));
        return own.some((_, at) => wanted.every((word, step) => word === own[at + step]));
      }),
    );
  }

  /** The words of a text, and what each counts as; kept, for every key typed asks for them. */
  #wordsOf(text: string): { words: string[]; families: string[] } {
    const known = this.#prosaic.get(text);
    if (known !== undefined) return known;
    const { language } = this.#start;
    const words = sequence(text);
    const made = { words, families: words.map((word) => familyOf(word, language)) };
    this.#prosaic.set(text, made);
    return made;
  }

  /** Which other words counted for each word of the query. */
  #forms({ clauses, beginning }: Result): [string, string[]][] {
    const { language, acronyms } = this.#start;
    if (beginning !== undefined) return [];
    const forms: [string, string[]][] = [];
    for (const { terms } of clauses) {
      for (const { term, words } of terms) {
        if (term.exact || term.negated || term.field === 'author') continue;
        const own = term.words.join(' ');
        const joined = term.words.join('');
        const others = new Set(
          words.filter(
            (word) =>
              (!term.words.includes(word) &&
                familyOf(word, language) !== familyOf(joined, language)) ||
              (term.words.length === 1 && word !== own),
          ),
        );
        for (const [acronym, expansion] of acronyms) {
          if (familyOf(own, language) === familyOf(acronym, language)) others.add(expansion);
        }
        others.delete(own);
        if (others.size > 0) forms.push([own, [...others].sort()]);
      }
    }
    return forms;
  }

  /** The query with the words that no paper has replaced by words of the survey that look like them. */
  async #suggest(
    query: Query,
    missing: readonly string[],
    { clauses }: Result,
  ): Promise<Suggestion | undefined> {
    if (missing.length === 0) return undefined;
    const changes: [string, string][] = [];
    const unknown = new Set(
      clauses.flatMap(({ terms }) =>
        terms
          .filter(({ term, postings }) => postings.size === 0 && !term.negated)
          .map(({ term }) => term),
      ),
    );
    const meant = async (term: Term): Promise<Term> => {
      if (!unknown.has(term) || term.years) return term;
      let { source } = term;
      for (const word of term.words) {
        if (!/^\p{L}{4,}$/u.test(word) || (await this.#isKnown(word))) continue;
        const other = await this.#respelled(word);
        if (other === undefined) continue;
        changes.push([word, other]);
        source = replaceWord(source, word, other);
      }
      return { ...term, source };
    };
    const replaced: Term[][] = [];
    for (const clause of query.clauses) replaced.push(await Promise.all(clause.map(meant)));
    return changes.length === 0 ? undefined : { query: writeQuery(replaced), changes };
  }

  async #isKnown(word: string): Promise<boolean> {
    const found = await this.#matcher.term({
      source: word,
      negated: false,
      field: undefined,
      exact: false,
      words: [word],
    });
    return found.postings.size > 0;
  }

  /** Words that begin like the misspelled one are looked at first, then all. */
  async #respelled(word: string): Promise<string | undefined> {
    const { words } = this.#start;
    const listOf = (letter: string) => {
      const file = words[letter];
      return file === undefined ? Promise.resolve([]) : this.#vocabularies(file);
    };
    const near = respell(word, await listOf(word.charAt(0)));
    if (near !== undefined) return near;
    const lists = await Promise.all(Object.keys(words).map(listOf));
    const all = lists.flat();
    return splitWord(word, new Map(all)) ?? respell(word, all) ?? completed(word, all);
  }

  /** Papers that have some of the query, by how many of its words and how rare those are. */
  async #near(
    query: Query,
    { clauses, excluded }: Result,
    hits: readonly number[],
    selection: Selection,
    suggestion: Suggestion | undefined,
  ): Promise<NearPaper[]> {
    const meant = new Map(suggestion?.changes);
    const asked = withoutSmallWords(query.clauses).map((clause) =>
      looseTerms(clause.filter((term) => !narrows(term))),
    );
    const loose: { typed: string; clause: MatchedClause }[] = [];
    for (const terms of asked) {
      for (const term of terms) {
        const words = term.words.flatMap((word) => meant.get(word)?.split(' ') ?? [word]);
        const isWhole = isIdentifier(term) || (term.field && term.exact);
        for (const word of isWhole ? [undefined] : words) {
          const wanted = word === undefined ? term : { ...term, words: [word] };
          const found = await this.#matcher.term(wanted);
          loose.push({
            typed: term.source,
            clause: {
              terms: [{ term: wanted, ...found, compounds: [] }],
              at: loose.length,
              postings: found.postings,
            },
          });
        }
      }
    }
    const { papers: all } = this.#start;
    const weights = loose.map(({ clause }) => rarity(clause.postings.size, all));
    const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
    const covered = new Map<number, number>();
    for (const [at, { clause }] of loose.entries()) {
      for (const paper of clause.postings.keys()) {
        covered.set(paper, (covered.get(paper) ?? 0) + (weights[at] ?? 0));
      }
    }
    const known = new Set(hits);
    // Whoever asks for years or themes wants no others.
    const kept = clauses.filter(({ terms }) => terms.every(({ term }) => narrows(term)));
    const candidates = this.#columns
      .select([...covered.keys()], selection)
      .filter((paper) => !known.has(paper) && !excluded.has(paper))
      .filter((paper) => kept.every(({ postings }) => postings.has(paper)));
    const scores = scoresOf(
      candidates,
      loose.map(({ clause }) => clause),
      all,
    );
    const worth = (paper: number) =>
      ((covered.get(paper) ?? 0) / total) ** 2 * (scores.get(paper) ?? 0);
    return candidates
      .sort((a, b) => worth(b) - worth(a) || a - b)
      .slice(0, MOST_NEAR)
      .map((place) => ({
        place,
        missing: [
          ...new Set(
            loose.filter(({ clause }) => !clause.postings.has(place)).map(({ typed }) => typed),
          ),
        ],
      }));
  }
}

/** Whether a term is an identifier, which says nothing in parts. */
const isIdentifier = ({ field }: Term) => field === 'arxiv' || field === 'doi';

/** Files of one kind, each read once. */
type JsonFiles<Value> = (path: string) => Promise<Value>;

function jsonFiles<Value>(read: ReadFile): JsonFiles<Value> {
  const files = new Map<string, Promise<Value>>();
  return (path) => {
    let file = files.get(path);
    if (!file) {
      file = read(path).then((bytes): Value => JSON.parse(new TextDecoder().decode(bytes)));
      files.set(path, file);
      file.catch(() => files.delete(path));
    }
    return file;
  };
}

/**
 * Opens the search of a survey.
 *
 * @throws when the index cannot be loaded
 */
export async function openEngine(read: ReadFile): Promise<Engine> {
  return new Engine(await jsonFiles<Start>(read)(START), read);
}

/** Terms that no paper satisfies, as typed. */
function missingOf({ clauses }: Result): string[] {
  return clauses
    .filter(({ postings }) => postings.size === 0)
    .flatMap(({ terms }) =>
      terms.filter(({ term }) => !term.negated).map(({ term }) => term.source),
    );
}

const meantWords = (suggestion: Suggestion | undefined): string[] =>
  suggestion?.changes.flatMap(([, meant]) => meant.split(' ')) ?? [];

function wordsOf(clauses: readonly MatchedClause[]): Set<string> {
  return new Set(
    clauses.flatMap(({ terms }) =>
      terms.flatMap(({ term, words, compounds }) =>
        term.negated ? [] : [...words, ...compounds, ...term.words],
      ),
    ),
  );
}

/** `-title:prunning` with another word in place of one, whatever its case and accents. */
function replaceWord(source: string, word: string, other: string): string {
  return source.replace(/[\p{L}\p{N}\p{M}]+/gu, (own) =>
    sequence(own).join('') === word ? other : own,
  );
}
