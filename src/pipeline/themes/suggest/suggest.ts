import { type ThemeFrontMatter, themeSchema } from '../../../model/index.ts';
import { fold } from '../../../text/index.ts';
import { compareText, freeName } from '../../lists.ts';
import type { RuledTheme } from '../classify.ts';
import { groupPapers } from './groups.ts';
import { filings } from './keywords.ts';
import { capital, labelsOf } from './labels.ts';
import { indexPhrases } from './phrases.ts';
import { fitRules, type WeightedTerm } from './rules.ts';
import { type Paper, tfIdf, wordsOf } from './vectors.ts';

/** Fewer papers than these have no themes that a list of them would not show. */
const LEAST_PAPERS = 12;

/** A paper stands in a second theme that scores this share of its best. */
const SHARE = 0.85;

/** Place in lists, after the themes of people. */
const ORDER = 1000;

/** Terms that a scope note names. */
const NAMED_TERMS = 5;

/**
 * Themes for papers that have none: what the seeds file them under, where that is an order, and for the rest groups of
 * papers whose texts are alike, each with a label, a scope note and rules that the classifier reads as it reads those
 * of a person.
 *
 * The same papers, in any order, give the same themes. Few papers, or papers that are all alike, give none.
 *
 * @param taken slugs that other themes have
 * @param leftOver whether other themes come before these
 */
export function suggestThemes(
  unordered: readonly Paper[],
  taken: ReadonlySet<string>,
  leftOver: boolean,
): RuledTheme[] {
  if (unordered.length < LEAST_PAPERS) return [];
  const papers = unordered.toSorted((a, b) => compareText(a.permalink, b.permalink));
  const filed = filings(papers);
  const held = new Set(filed.flatMap(({ papers: own }) => [...own]));
  const rest = papers.filter((_, index) => !held.has(index));
  const drafts = [
    ...filed.map(({ keyword }) => ofKeyword(keyword)),
    ...(filed.length > 0 && rest.length < Math.max(LEAST_PAPERS, papers.length / 10)
      ? []
      : ofTexts(rest)),
  ];
  const slugs = new Set(taken);
  return drafts.map(({ label, tagline, scopeNote, rules }) => {
    const slug = freeName(fold(label).replaceAll(' ', '-') || 'theme', slugs);
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
  rules: { keywords?: string[]; terms?: WeightedTerm[]; share?: number };
};

function ofKeyword(keyword: string): Draft {
  return {
    label: capital(keyword),
    tagline: `Filed under “${keyword}”.`,
    scopeNote: `Papers that the sources of this survey file under “${keyword}”.`,
    rules: { keywords: [keyword] },
  };
}

/** Themes that texts show. */
function ofTexts(papers: readonly Paper[]): Draft[] {
  const texts = wordsOf(papers);
  const index = indexPhrases(texts);
  const groups = groupPapers(tfIdf(texts), index);
  const count = Math.max(-1, ...groups) + 1;
  if (count < 2) return [];
  const terms = fitRules(papers, texts, groups, count);
  const labels = labelsOf(texts, index, groups, count);
  return terms.flatMap((own, group) => {
    const named = own.slice(0, NAMED_TERMS).map(({ term }) => term);
    const [first] = named;
    if (first === undefined) return [];
    return [
      {
        label: labels[group] ?? capital(first),
        tagline: `${capital(named.slice(0, 3).join(', '))}.`,
        scopeNote: `Papers whose titles and abstracts have these words more than others: ${named.join(', ')}.`,
        rules: { terms: own, share: SHARE },
      },
    ];
  });
}
