import { matcher, type Pattern, type Token, tokenizer } from './terms.ts';

/** How much more a term says in a title than in an abstract. */
const FIELD_FACTOR = { title: 3, abstract: 1 } as const;

/** Where terms are looked for. */
export const textFields = ['title', 'abstract'] as const;
export type TextField = (typeof textFields)[number];

/** A term of a theme, ready to be looked for. */
export interface ThemeRule {
  pattern: Pattern;
  /** Number of its theme. */
  theme: number;
  /** Undefined for an excluding term. */
  weight?: number;
}

/** What the terms of one theme say about one paper. */
export interface Tally<R> {
  excluded: boolean;
  /** How often each term was found, in order of first mention. */
  counts: Map<R, Record<TextField, number>>;
}

/**
 * A function that counts the terms of all themes in a paper's texts: one tally a theme, undefined where none was found.
 * A word speaks once for a theme: of two terms that overlap, the longer one counts.
 *
 * @param split for texts whose tokens are known already
 */
export function tallier<R extends ThemeRule>(
  rules: readonly R[],
  themes: number,
  split: (text: string) => readonly Token[] = tokenizer(),
): (texts: Readonly<Record<TextField, string>>) => (Tally<R> | undefined)[] {
  const find = matcher(rules);
  return (texts) => {
    const tallies: (Tally<R> | undefined)[] = Array.from({ length: themes });
    for (const field of textFields) {
      const text = texts[field];
      const hits = find(text, split(text)).sort((a, b) => a.at - b.at || b.of - a.of);
      /** First token each theme may still count. */
      const free = new Map<number, number>();
      for (const { what: rule, at, of } of hits) {
        const entry = tallies[rule.theme] ?? { excluded: false, counts: new Map() };
        tallies[rule.theme] = entry;
        if (rule.weight === undefined) {
          entry.excluded = true;
          continue;
        }
        if (at < (free.get(rule.theme) ?? 0)) continue;
        free.set(rule.theme, at + of);
        const count = entry.counts.get(rule) ?? { title: 0, abstract: 0 };
        count[field] += 1;
        entry.counts.set(rule, count);
      }
    }
    return tallies;
  };
}

/** Points that a term of weight 1 gives for its mentions in a field: the n-th mention counts 1/n. */
export function mentions(field: TextField, count: number): number {
  let sum = 0;
  for (let i = 1; i <= count; i += 1) sum += 1 / i;
  return FIELD_FACTOR[field] * sum;
}
