import type {
  Evidence,
  Message,
  ThemeAssignment,
  ThemeFrontMatter,
  Work,
} from '../../model/index.ts';
import { toPlain } from '../../text/index.ts';
import { compareText } from '../lists.ts';
import { type Hit, matcher, type Pattern, pattern, type Token, tokenizer } from './terms.ts';

/** How much more a term says in a title than in an abstract. */
const FIELD_FACTOR = { title: 3, abstract: 1 } as const;

/** Most themes a paper is shown in, pins aside. */
const MOST_THEMES = 3;

/** A theme that scores less than this share of the paper's best theme is dropped. */
const KEEP_SHARE = 0.25;

/** Permalinks a message names before it only counts. */
const NAMED_IN_MESSAGE = 20;

type TextField = keyof typeof FIELD_FACTOR;

interface Rule {
  pattern: Pattern;
  theme: number;
  term: string;
  /** Undefined for an excluding term. */
  weight?: number;
}

interface CompiledTheme {
  slug: string;
  order: number;
  threshold: number;
  catchAll: boolean;
  pins: ReadonlySet<string>;
  unpins: ReadonlySet<string>;
}

/** A theme and its rules, as the classifier reads them. */
export interface RuledTheme {
  slug: string;
  frontMatter: ThemeFrontMatter;
}

/**
 * Puts every work into the themes whose rules it meets.
 *
 * A theme's score is the sum over its terms of weight × field factor × (1 + 1/2 + … + 1/count): a title
 * counts three times an abstract, and the n-th mention counts 1/n. A word speaks once for a theme:
 * of two terms that overlap, the longer one counts. Kept are the themes at or above their
 * threshold, at most three, none far below the best; a pin adds the threshold itself and is always
 * kept. The catch-all theme takes what no other theme took.
 *
 * @returns assignments by permalink, best first (every work has an entry, empty if no theme took
 * it), and messages about rules that do nothing and works without a theme. The weights of one
 * assignment's evidence add up to 1.
 */
export function classify(
  works: readonly Work[],
  themes: readonly RuledTheme[],
): { assignments: Map<string, ThemeAssignment[]>; messages: Message[] } {
  const messages: Message[] = [];
  const { compiled, rules } = compile(themes, messages);
  const catchAll = findCatchAll(compiled, messages);
  reportUnknownPermalinks(works, themes, messages);

  const find = matcher(rules);
  const split = tokenizer();
  const assignments = new Map<string, ThemeAssignment[]>();
  const homeless: string[] = [];
  for (const work of works) {
    const tallies = tally(work, compiled.length, find, split);
    const chosen = choose(work.permalink, compiled, tallies);
    if (chosen.length === 0 && catchAll && !catchAll.unpins.has(work.permalink)) {
      chosen.push({
        slug: catchAll.slug,
        score: catchAll.threshold,
        evidence: [{ term: 'catchAll', field: 'fallback', count: 1, weight: 1 }],
      });
    }
    if (chosen.length === 0) homeless.push(work.permalink);
    assignments.set(work.permalink, chosen);
  }
  if (themes.length > 0 && homeless.length > 0) messages.push(withoutTheme(homeless));
  return { assignments, messages };
}

function compile(
  themes: readonly RuledTheme[],
  messages: Message[],
): { compiled: CompiledTheme[]; rules: Rule[] } {
  const rules: Rule[] = [];
  const compiled = themes.map(({ slug, frontMatter }, theme) => {
    const { terms, exclude, pins, unpins, threshold, catchAll } = frontMatter.rules;
    const add = (term: string, weight?: number) => {
      const compiledTerm = pattern(term);
      if (compiledTerm === undefined) {
        messages.push({
          code: 'theme-term-without-words',
          severity: 'warning',
          source: { file: fileOf(slug) },
          text: `The term “${term}” holds no letter or digit and can match nothing.`,
          hint: 'Write a word or a phrase, with * at its end for any ending.',
        });
      } else {
        rules.push({ pattern: compiledTerm, theme, term, ...(weight && { weight }) });
      }
    };
    for (const term of terms) {
      if (typeof term === 'string') add(term, 1);
      else add(term.term, term.weight);
    }
    for (const term of exclude) add(term);
    return {
      slug,
      order: frontMatter.order,
      threshold,
      catchAll,
      pins: new Set(pins),
      unpins: new Set(unpins),
    };
  });
  return { compiled, rules };
}

function findCatchAll(
  themes: readonly CompiledTheme[],
  messages: Message[],
): CompiledTheme | undefined {
  const [first, ...others] = themes
    .filter((theme) => theme.catchAll)
    .sort((a, b) => a.order - b.order || compareText(a.slug, b.slug));
  for (const other of others) {
    messages.push({
      code: 'second-catch-all-theme',
      severity: 'warning',
      source: { file: fileOf(other.slug) },
      text: `The theme “${first?.slug}” already takes the papers no other theme took; this one takes none.`,
      hint: 'Keep catchAll: true in one theme only.',
    });
  }
  return first;
}

function reportUnknownPermalinks(
  works: readonly Work[],
  themes: readonly RuledTheme[],
  messages: Message[],
): void {
  const known = new Set(works.map((work) => work.permalink));
  for (const { slug, frontMatter } of themes) {
    const { pins, unpins } = frontMatter.rules;
    const lists = { pins, unpins };
    for (const [name, permalinks] of Object.entries(lists)) {
      for (const permalink of permalinks) {
        if (known.has(permalink)) continue;
        messages.push({
          code: 'theme-pin-unknown',
          severity: 'warning',
          source: { file: fileOf(slug) },
          text: `${name} names “${permalink}”, but no paper of the survey has that permalink.`,
          hint: 'Correct the permalink or take it out of the list.',
        });
      }
    }
    for (const permalink of pins.filter((pin) => unpins.includes(pin))) {
      messages.push({
        code: 'theme-pin-contradicted',
        severity: 'warning',
        source: { file: fileOf(slug) },
        text: `“${permalink}” stands in both pins and unpins; the unpin is obeyed.`,
        hint: 'Keep it in one of the two lists.',
      });
    }
  }
}

/** What the terms say about one work and one theme. */
interface Tally {
  excluded: boolean;
  /** How often each term was found, in order of first mention. */
  counts: Map<Rule, Record<TextField, number>>;
}

function tally(
  work: Work,
  themes: number,
  find: (text: string, tokens: readonly Token[]) => Hit<Rule>[],
  split: (text: string) => Token[],
): (Tally | undefined)[] {
  const tallies: (Tally | undefined)[] = Array.from({ length: themes });
  const texts: [TextField, string][] = [
    ['title', toPlain(work.title.value.rich)],
    ['abstract', work.fields.abstract ? toPlain(work.fields.abstract.value.rich) : ''],
  ];
  for (const [field, text] of texts) {
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
}

function choose(
  permalink: string,
  themes: readonly CompiledTheme[],
  tallies: readonly (Tally | undefined)[],
): ThemeAssignment[] {
  const pinned: (ThemeAssignment & { order: number })[] = [];
  const earned: (ThemeAssignment & { order: number })[] = [];
  themes.forEach((theme, index) => {
    const { slug, order, threshold } = theme;
    if (theme.unpins.has(permalink)) return;
    const pin = theme.pins.has(permalink);
    const found = tallies[index];
    if (!pin && (theme.catchAll || found === undefined || found.excluded)) return;
    const parts = weigh(found);
    if (pin) parts.unshift({ term: permalink, field: 'pin', count: 1, weight: threshold });
    const score = parts.reduce((sum, part) => sum + part.weight, 0);
    if (score < threshold) return;
    const evidence = parts
      .map((part) => ({ ...part, weight: part.weight / score }))
      .sort((a, b) => b.weight - a.weight);
    (pin ? pinned : earned).push({ slug, score, evidence, order });
  });

  const best = Math.max(0, ...pinned.map((a) => a.score), ...earned.map((a) => a.score));
  const kept = earned
    .filter(({ score }) => score >= best * KEEP_SHARE)
    .sort(byScore)
    .slice(0, Math.max(0, MOST_THEMES - pinned.length));
  return [...pinned, ...kept]
    .sort(byScore)
    .map(({ slug, score, evidence }) => ({ slug, score, evidence }));
}

/** The evidence of a tally, weights still in points of score. */
function weigh(found: Tally | undefined): Evidence[] {
  const parts: Evidence[] = [];
  for (const [rule, counts] of found?.counts ?? []) {
    for (const field of ['title', 'abstract'] as const) {
      const count = counts[field];
      if (count === 0) continue;
      const weight = (rule.weight ?? 0) * FIELD_FACTOR[field] * harmonic(count);
      parts.push({ term: rule.term, field, count, weight });
    }
  }
  return parts;
}

/** 1 + 1/2 + … + 1/n. */
function harmonic(n: number): number {
  let sum = 0;
  for (let i = 1; i <= n; i += 1) sum += 1 / i;
  return sum;
}

function withoutTheme(permalinks: readonly string[]): Message {
  const sorted = [...permalinks].sort(compareText);
  const named = sorted.slice(0, NAMED_IN_MESSAGE).join(', ');
  const rest = sorted.length - NAMED_IN_MESSAGE;
  const count = sorted.length === 1 ? '1 paper is' : `${sorted.length} papers are`;
  return {
    code: 'paper-without-theme',
    severity: 'warning',
    text: `${count} in no theme: ${named}${rest > 0 ? ` and ${rest} more` : ''}.`,
    hint: 'Add terms or pins to a theme in content/themes, or give one theme catchAll: true.',
  };
}

function byScore(
  a: { score: number; order: number; slug: string },
  b: { score: number; order: number; slug: string },
): number {
  return b.score - a.score || a.order - b.order || compareText(a.slug, b.slug);
}

function fileOf(slug: string): string {
  return `themes/${slug}.mdx`;
}
