import type { FacetName, Section } from '../contract.ts';
import type { Clause, FieldName, Query, Term } from '../query.ts';
import { GAP, SMALL_WORDS, wholeTitle } from '../words.ts';
import type { Columns } from './columns.ts';
import { type Found, phrase, type Postings, union, type WordIndex, within } from './word-index.ts';

/** How a field finds its papers: by words in parts of the text, by the values of a column, or otherwise. */
const WAYS: Record<
  FieldName,
  { sections: readonly Section[] } | { column: FacetName } | 'years' | 'identifier'
> = {
  title: { sections: ['title', 'titleAlias'] },
  author: { sections: ['author'] },
  abstract: { sections: ['abstract', 'abstractAlias'] },
  theme: { column: 'theme' },
  keyword: { sections: ['keyword'] },
  venue: { sections: ['venue'] },
  year: 'years',
  type: { column: 'type' },
  has: { column: 'with' },
  source: { column: 'source' },
  arxiv: 'identifier',
  doi: 'identifier',
};

/** Whether a field narrows by what a paper is and not by its words. */
export function narrows({ field }: Term): boolean {
  const way = field && WAYS[field];
  return way === 'years' || (typeof way === 'object' && 'column' in way);
}

/** Longest run of words that may be written as one compound: `state of the art`. */
const LONGEST_RUN = 4;
/** `2024`: a paper of that year has it on its page. */
const YEAR = /^(?:19|20)\d\d$/u;

/** The papers that satisfy a term, with the places of its words, and the words that count. */
export interface Matched {
  term: Term;
  postings: Postings;
  /** Words that count as the term's, and compounds of it with its neighbours. */
  words: readonly string[];
  compounds: readonly string[];
}

/** A clause with its matches; satisfied by any of its terms. */
export interface MatchedClause {
  terms: readonly Matched[];
  /** How many words of the query stand before it. */
  at: number;
  /** Papers of its terms that are not negated. */
  postings: Postings;
}

/** What a query finds. */
export interface Result {
  /** Clauses that rank: those with a term that is not negated, small words left out. */
  clauses: readonly MatchedClause[];
  /** Papers that satisfy all clauses, in the survey's order. */
  papers: number[];
  /** Papers that something in the query rules out. */
  excluded: ReadonlySet<number>;
  /** The beginning that the last word was taken for. */
  beginning: string | undefined;
}

/** Finds the papers that satisfy queries. */
export class Matcher {
  readonly #index: WordIndex;
  readonly #columns: Columns;
  readonly #papers: number;

  constructor(index: WordIndex, columns: Columns, papers: number) {
    this.#index = index;
    this.#columns = columns;
    this.#papers = papers;
  }

  /**
   * The papers that satisfy a query.
   *
   * @param typing whether a last word that no paper has may be the beginning of one
   */
  async find(query: Query, typing: boolean): Promise<Result> {
    const asked = withoutSmallWords(query.clauses);
    const placesInQuery = placesOf(query.clauses);
    // All that a query needs of the index is asked for at once: each wait for an answer is one for the reader.
    const runs = this.#runs(query.clauses);
    const titled = this.#titled(query.clauses);
    let beginning: string | undefined;
    const clauses = await Promise.all(
      asked.map(async (clause, place): Promise<MatchedClause> => {
        const terms = await Promise.all(
          clause.map(async (term): Promise<Matched> => {
            const [found, all, whole] = await Promise.all([this.term(term), runs, titled]);
            const joined = all.get(term) ?? [];
            const postings = union([
              found.postings,
              ...joined.map((run) => run.postings),
              ...(place === 0 ? [whole] : []),
            ]);
            const compounds = joined.flatMap((run) => run.words);
            return { term, postings, words: found.words, compounds };
          }),
        );
        const wanted = terms.filter(({ term }) => !term.negated);
        const at = placesInQuery.get(clause) ?? 0;
        return { terms, at, postings: union(wanted.map(({ postings }) => postings)) };
      }),
    );
    const last = asked.at(-1);
    const [only] = last ?? [];
    if (typing && query.open && last?.length === 1 && only && clauses.at(-1)?.postings.size === 0) {
      const start = only.words.join('');
      const found = start.length > 1 ? await this.#index.beginning(start) : undefined;
      if (found && found.postings.size > 0) {
        beginning = start;
        const matched = { term: only, ...found, compounds: [] };
        const at = clauses.at(-1)?.at ?? 0;
        clauses[clauses.length - 1] = { terms: [matched], at, postings: found.postings };
      }
    }
    return { ...this.#satisfying(clauses), beginning };
  }

  #satisfying(clauses: readonly MatchedClause[]): Omit<Result, 'beginning'> {
    const excluded = new Set<number>();
    for (const { terms } of clauses) {
      const [only] = terms;
      if (terms.length === 1 && only?.term.negated) {
        for (const paper of only.postings.keys()) excluded.add(paper);
      }
    }
    const satisfies = (paper: number, { terms }: MatchedClause) =>
      terms.some(({ term, postings }) => postings.has(paper) !== term.negated);
    // The rarest first: the fewer papers are left, the less there is to look at.
    const ordered = [...clauses].sort((a, b) => a.postings.size - b.postings.size);
    const rarest = ordered.find(({ terms }) => terms.every(({ term }) => !term.negated));
    const candidates = rarest
      ? [...rarest.postings.keys()]
      : Array.from({ length: this.#papers }, (_, place) => place);
    const papers = candidates
      .filter((paper) => ordered.every((clause) => satisfies(paper, clause)))
      .sort((a, b) => a - b);
    return {
      clauses: clauses.filter(({ terms }) => terms.some(({ term }) => !term.negated)),
      papers,
      excluded,
    };
  }

  /** The papers that have what a term asks for, whether it is negated or not. */
  async term(term: Term): Promise<Found> {
    const { field, words, years, exact } = term;
    if (years) return { postings: this.#columns.between(...years), words: [] };
    const way = field === undefined ? undefined : WAYS[field];
    if (way === 'years') return { postings: new Map(), words: [] };
    if (way === 'identifier') return this.#identifier(`${field}${words.join('')}`);
    if (way && 'column' in way) {
      return { postings: this.#columns.having(way.column, words, exact), words: [] };
    }
    const isName = field === 'author';
    const found = exact || isName ? await this.#phrase(term) : await this.#compound(words);
    if (way) return { postings: within(found.postings, way.sections), words: found.words };
    if (exact) return found;
    const [year = ''] = words;
    const more = [this.#columns.having('theme', words, false)];
    if (words.length === 1 && YEAR.test(year)) {
      more.push(this.#columns.between(Number(year), Number(year)));
    }
    return { postings: union([found.postings, ...more]), words: found.words };
  }

  /** The papers whose short title a query is, word for word. */
  async #titled(clauses: readonly Clause[]): Promise<Postings> {
    const words = clauses.flatMap((clause) => (clause.length === 1 ? clause : []));
    const isPlain = words.every(({ field, exact, negated }) => !field && !exact && !negated);
    const title = wholeTitle(words.flatMap((term) => term.words));
    if (title === undefined || !isPlain || words.length < clauses.length) return new Map();
    return (await this.#index.exact(title)).postings;
  }

  async #identifier(word: string): Promise<Found> {
    const found = await this.#index.exact(word);
    return { postings: within(found.postings, ['identifier']), words: [] };
  }

  /** Words as they are and in this order; of an author's name also `Gu, Hao`. */
  async #phrase({ words, field }: Term): Promise<Found> {
    const ways = [words];
    const comma = words.indexOf(GAP);
    if (field === 'author' && comma > 0) {
      ways.push([...words.slice(comma + 1), ...words.slice(0, comma)]);
    }
    const all = await Promise.all(
      ways.map(async (way) => {
        const found = await Promise.all(way.map((word) => this.#index.exact(word)));
        return phrase(found.map(({ postings }) => postings));
      }),
    );
    return { postings: union(all), words: words.filter((word) => word !== GAP) };
  }

  /** A word and its forms; a compound with hyphens, with blanks, or as one word. */
  async #compound(words: readonly string[]): Promise<Found> {
    const [first = ''] = words;
    if (words.length === 1) return this.#index.family(first);
    const [joined, ...parts] = await Promise.all([
      this.#index.family(words.join('')),
      ...words.map((word) => this.#index.family(word)),
    ]);
    const apart = phrase(parts.map(({ postings }) => postings));
    const counted = apart.size > 0 ? parts.flatMap((part) => part.words) : [];
    return { postings: union([joined.postings, apart]), words: [...joined.words, ...counted] };
  }

  /** Where words side by side in the query are written as one: `mixtureofexperts`, an acronym's full form. */
  async #runs(clauses: readonly Clause[]): Promise<ReadonlyMap<Term, Found[]>> {
    const found = new Map<Term, Found[]>();
    const isWord = (clause: Clause | undefined) => {
      const [term] = clause ?? [];
      return clause?.length === 1 && term && !term.field && !term.exact && !term.negated
        ? term
        : undefined;
    };
    const lookups: Promise<void>[] = [];
    for (let start = 0; start < clauses.length; start += 1) {
      const run: Term[] = [];
      for (let end = start; end < Math.min(clauses.length, start + LONGEST_RUN); end += 1) {
        const term = isWord(clauses[end]);
        if (!term) break;
        run.push(term);
        if (run.length < 2 || run.every(isSmall)) continue;
        const members = [...run];
        lookups.push(
          this.#index.family(members.flatMap(({ words }) => words).join('')).then((joined) => {
            if (joined.postings.size === 0) return;
            for (const member of members) found.set(member, [...(found.get(member) ?? []), joined]);
          }),
        );
      }
    }
    await Promise.all(lookups);
    return found;
  }
}

/** How many words stand before each clause. */
function placesOf(clauses: readonly Clause[]): ReadonlyMap<Clause, number> {
  let at = 0;
  return new Map(
    clauses.map((clause) => {
      const own = at;
      at += clause[0]?.words.length ?? 0;
      return [clause, own];
    }),
  );
}

/** Whether a term is a word that says nothing. */
function isSmall({ field, exact, words }: Term): boolean {
  return field === undefined && !exact && words.every((word) => SMALL_WORDS.has(word));
}

/** The clauses without small words, unless they are all that is asked for. */
export function withoutSmallWords(clauses: readonly Clause[]): readonly Clause[] {
  const rest = clauses.filter((clause) => !clause.every((term) => !term.negated && isSmall(term)));
  return rest.some((clause) => clause.some(({ negated }) => !negated)) ? rest : clauses;
}
