import type {
  Evidence,
  Message,
  ThemeAssignment,
  ThemeFrontMatter,
  Work,
} from '../../model/index.ts';
import { fold, toPlain } from '../../text/index.ts';
import { compareText } from '../lists.ts';
import { mentions, type Tally, tallier, textFields, type ThemeRule } from './tally.ts';
import { pattern } from './terms.ts';

/** Most themes a paper is shown in, pins aside. */
const MOST_THEMES = 3;

/** A theme that scores less than this share of the paper's best theme is dropped, unless it names a share of its own. */
const KEEP_SHARE = 0.25;

/** Permalinks a message names before it only counts. */
const NAMED_IN_MESSAGE = 20;

interface Rule extends ThemeRule {
  term: string;
}

interface CompiledTheme {
  slug: string;
  order: number;
  threshold: number;
  share: number;
  leftOver: boolean;
  catchAll: boolean;
  /** Folded. */
  keywords: ReadonlyMap<string, string>;
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
 * kept. A keyword that a theme names counts as its threshold. Themes marked `leftOver` see only what
 * the others did not take, and the catch-all theme takes what no other theme took.
 *
 * @returns assignments by permalink, best first (every work has an entry, empty if no theme took
 * it), and messages about rules that do nothing and works without a theme. The weights of one
 * assignment's evidence add up to 1.
 */
export function classify(
  works: readonly Work[],
  themes: readonly RuledTheme[],
  keywordsOf: (work: Work) => readonly string[] = () => [],
): { assignments: Map<string, ThemeAssignment[]>; messages: Message[] } {
  const messages: Message[] = [];
  const { compiled, rules } = compile(themes, messages);
  const catchAll = findCatchAll(compiled, messages);
  reportUnknownPermalinks(works, themes, messages);

  const tally = tallier(rules, compiled.length);
  const assignments = new Map<string, ThemeAssignment[]>();
  const homeless: string[] = [];
  for (const work of works) {
    const tallies = tally({
      title: toPlain(work.title.value.rich),
      abstract: work.fields.abstract ? toPlain(work.fields.abstract.value.rich) : '',
    });
    const keywords = new Set(keywordsOf(work).map(fold));
    const chosenFrom = (leftOver: boolean) =>
      choose(
        work.permalink,
        compiled
          .map((theme, index) => ({ theme, tally: tallies[index] }))
          .filter(({ theme }) => theme.leftOver === leftOver),
        keywords,
      );
    let chosen = chosenFrom(false);
    if (chosen.length === 0) chosen = chosenFrom(true);
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
    const { terms, exclude, keywords = [], pins, unpins, threshold } = frontMatter.rules;
    const { share = KEEP_SHARE, leftOver = false, catchAll } = frontMatter.rules;
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
      share,
      leftOver,
      catchAll,
      keywords: new Map(keywords.map((keyword) => [fold(keyword), keyword])),
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

function choose(
  permalink: string,
  themes: readonly { theme: CompiledTheme; tally: Tally<Rule> | undefined }[],
  keywords: ReadonlySet<string>,
): ThemeAssignment[] {
  const pinned: (ThemeAssignment & { order: number })[] = [];
  const earned: (ThemeAssignment & { order: number; share: number })[] = [];
  for (const { theme, tally: found } of themes) {
    const { slug, order, threshold, share } = theme;
    if (theme.unpins.has(permalink)) continue;
    const pin = theme.pins.has(permalink);
    const filed = [...theme.keywords].filter(([key]) => keywords.has(key));
    if (!pin && (theme.catchAll || found?.excluded)) continue;
    const parts = weigh(found);
    for (const [, keyword] of filed)
      parts.unshift({ term: keyword, field: 'keyword', count: 1, weight: threshold });
    if (pin) parts.unshift({ term: permalink, field: 'pin', count: 1, weight: threshold });
    const score = parts.reduce((sum, part) => sum + part.weight, 0);
    if (score === 0 || score < threshold) continue;
    const evidence = parts
      .map((part) => ({ ...part, weight: part.weight / score }))
      .sort((a, b) => b.weight - a.weight);
    if (pin) pinned.push({ slug, score, evidence, order });
    else earned.push({ slug, score, evidence, order, share });
  }

  const best = Math.max(0, ...pinned.map((a) => a.score), ...earned.map((a) => a.score));
  const kept = earned
    .filter(({ score, share }) => score >= best * share)
    .sort(byScore)
    .slice(0, Math.max(0, MOST_THEMES - pinned.length));
  return [...pinned, ...kept]
    .sort(byScore)
    .map(({ slug, score, evidence }) => ({ slug, score, evidence }));
}

/** The evidence of a tally, weights still in points of score. */
function weigh(found: Tally<Rule> | undefined): Evidence[] {
  const parts: Evidence[] = [];
  for (const [rule, counts] of found?.counts ?? []) {
    for (const field of textFields) {
      const count = counts[field];
      if (count === 0) continue;
      parts.push({
        term: rule.term,
        field,
        count,
        weight: (rule.weight ?? 0) * mentions(field, count),
      });
    }
  }
  return parts;
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
