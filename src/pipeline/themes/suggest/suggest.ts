import { type ThemeFrontMatter, themeSchema } from '../../../model/index.ts';
import { fold } from '../../../text/index.ts';
import { compareText, GivenNames } from '../../lists.ts';
import type { RuledTheme } from '../classify.ts';
import { groupPapers } from './groups.ts';
import { filings } from './keywords.ts';
import { capital, labelsOf } from './labels.ts';
import { indexPhrases } from './phrases.ts';
import { fitRules, type WeightedTerm } from './rules.ts';
import { type Paper, tfIdf, wordsOf } from './vectors.ts';
import { type PageWords, wordsFor } from '../../../words/index.ts';

/** Fewer papers than these have no themes that a list of them would not show. */
const LEAST_PAPERS = 12;

/** A paper stands in a second theme that scores this share of its best. */
const SHARE = 0.85;

/** Place in lists, after the themes of people. */
const ORDER = 1000;

/** A tagline and a scope note name phrases where there are so many, and else the terms of the rules. */
const LEAST_NAMES = 2;

/** Terms that a scope note names. */
const NAMED_TERMS = 5;

/** A theme that was suggested in the last released state. */
export interface FormerTheme {
  slug: string;
  label: string;
  /** Permalinks. */
  papers: readonly string[];
}

/**
 * Themes for papers that have none: what the seeds file them under, where that is an order, and for the rest groups of
 * papers whose texts are alike, each with a label, a scope note and rules that the classifier reads as it reads those
 * of a person.
 *
 * The same papers, in any order, give the same themes. Few papers, or papers that are all alike, give none. Themes that
 * were released as suggestions go on, with their addresses and labels, as long as papers of theirs are among these.
 *
 * @param taken slugs that other themes have
 * @param leftOver whether other themes come before these
 * @param words in which taglines and scope notes are written
 */
export function suggestThemes(
  unordered: readonly Paper[],
  taken: ReadonlySet<string>,
  leftOver: boolean,
  released: readonly FormerTheme[] = [],
  words = wordsFor('en'),
): RuledTheme[] {
  if (unordered.length < LEAST_PAPERS) return [];
  const papers = unordered.toSorted((a, b) => compareText(a.permalink, b.permalink));
  const filed = filings(papers);
  const held = new Set(filed.flatMap(({ papers: own }) => [...own]));
  const rest = papers.filter((_, index) => !held.has(index));
  const drafts = toldApart([
    ...filed.map(({ keyword }) => ofKeyword(keyword, words)),
    ...(filed.length > 0 && rest.length < Math.max(LEAST_PAPERS, papers.length / 10)
      ? []
      : ofTexts(
          rest,
          released.filter(({ slug }) => !taken.has(slug)),
          words,
        )),
  ]);
  const slugs = new GivenNames([...taken, ...drafts.flatMap(({ slug }) => slug ?? [])]);
  return drafts.map(({ slug: former, label, tagline, scopeNote, rules }) => {
    const slug = former ?? slugs.give(fold(label).replaceAll(' ', '-') || 'theme');
    const after = leftOver || (filed.length > 0 && rules.keywords === undefined);
    return {
      slug,
      frontMatter: themeSchema.parse({
        label,
        tagline,
        scopeNote,
        order: ORDER,
        rules: { ...rules, ...(after ? { leftOver: true } : {}) },
      }),
    };
  });
}

type Draft = Pick<ThemeFrontMatter, 'label' | 'tagline' | 'scopeNote'> & {
  /** Of a theme that goes on. */
  slug?: string;
  rules: { keywords?: string[]; terms?: WeightedTerm[]; share?: number };
};

/** Themes of one label with as many of their terms in it as tell it from those before; one that goes on keeps its own. */
function toldApart(drafts: readonly Draft[]): Draft[] {
  const taken = new Set(
    drafts.flatMap(({ slug, label }) => (slug === undefined ? [] : fold(label))),
  );
  return drafts.map((draft) => {
    if (draft.slug !== undefined) return draft;
    const terms = (draft.rules.terms ?? []).slice(0, NAMED_TERMS).map(({ term }) => term);
    const longer = terms.map((_, last) => capital(terms.slice(0, last + 1).join(', ')));
    const label = [draft.label, ...longer].find((each) => !taken.has(fold(each))) ?? draft.label;
    taken.add(fold(label));
    return { ...draft, label };
  });
}

function ofKeyword(keyword: string, { found }: PageWords): Draft {
  return {
    label: capital(keyword),
    tagline: found.filedUnder(keyword),
    scopeNote: found.filedScope(keyword),
    rules: { keywords: [keyword] },
  };
}

/** Themes that texts show. */
function ofTexts(
  papers: readonly Paper[],
  released: readonly FormerTheme[],
  { comma, found }: PageWords,
): Draft[] {
  const texts = wordsOf(papers);
  const index = indexPhrases(texts);
  const places = new Map(papers.map(({ permalink }, place) => [permalink, place]));
  const before = released.map((theme) => theme.papers.flatMap((each) => places.get(each) ?? []));
  const { groupOf: groups, former } = groupPapers(
    tfIdf(texts),
    papers.map(({ permalink }) => permalink),
    before,
  );
  const count = Math.max(-1, ...groups) + 1;
  if (count < 2) return [];
  const rules = fitRules(papers, texts, groups, count);
  const going = new Map(
    [...former].flatMap(([group, number]) => {
      const theme = released[number];
      return theme === undefined ? [] : [[group, theme]];
    }),
  );
  const given = new Map([...going].map(([group, { label }]) => [group, label]));
  const namings = labelsOf(texts, index, groups, count, given);
  return rules.flatMap((own, group) => {
    const { label, names = [] } = namings[group] ?? {};
    const terms = own.slice(0, NAMED_TERMS).map(({ term }) => term);
    const [first] = terms;
    if (first === undefined) return [];
    const named = names.length >= LEAST_NAMES ? names : terms;
    const slug = going.get(group)?.slug;
    return [
      {
        ...(slug === undefined ? {} : { slug }),
        label: label ?? capital(first),
        tagline: `${capital(named.slice(0, 3).join(comma))}.`,
        scopeNote: found.wordsScope(named.join(comma)),
        rules: { terms: own, share: SHARE },
      },
    ];
  });
}
