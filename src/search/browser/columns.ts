import { type Column, FACETS, type FacetName, type Start } from '../contract.ts';
import { familyOf, isOnlyStem, sequence } from '../words.ts';
import type { Selection } from './question.ts';
import { IN_THEME, NO_PLACE, type Postings } from './word-index.ts';

/** Papers each value of each facet would leave. */
export type Counts = Record<FacetName, ReadonlyMap<string, number>>;

interface ValueWords {
  words: readonly string[];
  families: readonly string[];
}

/** What papers have besides words: themes, years, sources and so on. */
export class Columns {
  readonly #places: ReadonlyMap<FacetName, ReadonlyMap<string, readonly number[]>>;
  /** Words of the values of a column, which few columns are ever asked for. */
  readonly #words = new Map<FacetName, ReadonlyMap<string, ValueWords>>();
  readonly #language: string;
  readonly #papers: number;
  #years: (number | undefined)[] | undefined;

  constructor({ columns, language, papers }: Pick<Start, 'columns' | 'language' | 'papers'>) {
    this.#language = language;
    this.#papers = papers;
    this.#places = new Map(FACETS.map(({ name }) => [name, placesOf(columns[name])]));
  }

  #wordsOf(name: FacetName): ReadonlyMap<string, ValueWords> {
    const known = this.#words.get(name);
    if (known) return known;
    const made = new Map(
      [...this.valuesOf(name).keys()].map((value) => {
        const words = sequence(value);
        return [value, { words, families: words.map((word) => familyOf(word, this.#language)) }];
      }),
    );
    this.#words.set(name, made);
    return made;
  }

  /** Values of a column with their papers. */
  valuesOf(name: FacetName): ReadonlyMap<string, readonly number[]> {
    return this.#places.get(name) ?? new Map();
  }

  /** Years of all papers, by place. */
  get years(): readonly (number | undefined)[] {
    if (!this.#years) {
      this.#years = new Array(this.#papers).fill(undefined);
      for (const [year, places] of this.valuesOf('year')) {
        for (const place of places) this.#years[place] = Number(year);
      }
    }
    return this.#years;
  }

  /** Papers from one year to another. */
  between(from: number, to: number): Postings {
    const found = new Map<number, readonly number[]>();
    for (const [place, year] of this.years.entries()) {
      if (year !== undefined && year >= from && year <= to) found.set(place, NO_PLACE);
    }
    return found;
  }

  /**
   * Papers of the values that contain the words one after another.
   *
   * @param exact whether other forms of the words do not count
   */
  having(name: FacetName, words: readonly string[], exact: boolean): Postings {
    if (
      !exact &&
      words.some((word) => isOnlyStem(word, this.#formsIn(name, word), this.#language))
    ) {
      return this.having(name, words, true);
    }
    const wanted = exact ? words : words.map((word) => familyOf(word, this.#language));
    const found = new Map<number, readonly number[]>();
    for (const [value, own] of this.#wordsOf(name)) {
      const forms = exact ? own.words : own.families;
      if (!forms.some((_, at) => wanted.every((each, step) => each === forms[at + step]))) continue;
      for (const place of this.valuesOf(name).get(value) ?? []) {
        found.set(place, name === 'theme' ? IN_THEME : NO_PLACE);
      }
    }
    return found;
  }

  /** Words of a column's values that are of one family with a word. */
  #formsIn(name: FacetName, word: string): string[] {
    const family = familyOf(word, this.#language);
    return [...this.#wordsOf(name).values()].flatMap(({ words, families }) =>
      words.filter((_, at) => families[at] === family),
    );
  }

  /** The papers that a selection leaves of some. */
  select(papers: readonly number[], selection: Selection): number[] {
    let left = [...papers];
    for (const { name } of FACETS) {
      if (selection[name].length === 0) continue;
      const allowed = new Set(
        selection[name].flatMap((value) => this.valuesOf(name).get(value) ?? []),
      );
      left = left.filter((place) => allowed.has(place));
    }
    return left;
  }

  /** How many papers each value would leave of some, the choice in its own facet set aside. */
  counts(papers: readonly number[], selection: Selection): Counts {
    const all = new Set(this.select(papers, selection));
    const countsOf = (name: FacetName): ReadonlyMap<string, number> => {
      const left =
        selection[name].length === 0
          ? all
          : new Set(this.select(papers, { ...selection, [name]: [] }));
      const counts = new Map<string, number>();
      for (const [value, places] of this.valuesOf(name)) {
        const count = places.reduce((sum, place) => sum + (left.has(place) ? 1 : 0), 0);
        if (count > 0) counts.set(value, count);
      }
      return counts;
    };
    return {
      theme: countsOf('theme'),
      keyword: countsOf('keyword'),
      year: countsOf('year'),
      type: countsOf('type'),
      source: countsOf('source'),
      venue: countsOf('venue'),
      with: countsOf('with'),
      own: countsOf('own'),
    };
  }
}

function placesOf(column: Column): ReadonlyMap<string, readonly number[]> {
  return new Map(
    column.map(([value, ...steps]) => {
      let place = 0;
      return [
        value,
        steps.map((step) => {
          place += step;
          return place;
        }),
      ];
    }),
  );
}
