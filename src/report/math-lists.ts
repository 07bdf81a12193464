import type { ShownText, Survey, Work } from '../model/index.ts';
import { mathSpans } from '../text/index.ts';
import { shownTexts } from '../pipeline/index.ts';
import { type PageWords, wordsFor } from '../words/index.ts';

/** One title or abstract, and what of it stands in a list. */
export interface MathEntry {
  work: Work;
  field: ShownText['field'];
  /** LaTeX, or the text of a seed, each with what there is to say about it. Empty in lists of whole texts. */
  runs: { code: string; note?: string }[];
}

/** A list behind one number on the mathematics of a survey. */
export interface MathList {
  /** Last part of the address: `/report/formulas/left/`. */
  slug: string;
  title: string;
  lead: string;
  /** What the number counts: `rebuilt from stripped text`. */
  label: string;
  counts: 'formulas' | 'texts';
  total: number;
  entries: MathEntry[];
}

/** Root path of a list of formulas or texts. */
export const mathListPath = (slug: string) => `/report/formulas/${slug}/`;

/** `sure to 66 %`; nothing where no reading was found. */
export function confidenceInWords(confidence: number, { math, percent }: PageWords): string {
  return confidence > 0 ? percent(Math.floor(100 * confidence)) : math.noConfidence;
}

const LISTS = [
  { slug: 'intact', counts: 'formulas' },
  { slug: 'mended', counts: 'formulas' },
  { slug: 'repaired', counts: 'formulas' },
  { slug: 'left', counts: 'formulas' },
  { slug: 'set', counts: 'formulas' },
  { slug: 'not-set', counts: 'formulas' },
  { slug: 'unknown-commands', counts: 'formulas' },
  { slug: 'texts-without', counts: 'texts' },
  { slug: 'texts-set', counts: 'texts' },
  { slug: 'texts-partly', counts: 'texts' },
] as const satisfies readonly Pick<MathList, 'slug' | 'counts'>[];

type Slug = (typeof LISTS)[number]['slug'];

/** Addresses of the lists, without a survey. */
export const mathListSlugs: readonly string[] = LISTS.map(({ slug }) => slug);

const known = new WeakMap<Survey, MathList[]>();

/** The lists behind the numbers on mathematics, in the order in which the report prints them. */
export function mathLists(survey: Survey): MathList[] {
  let lists = known.get(survey);
  if (!lists) {
    lists = makeLists(survey);
    known.set(survey, lists);
  }
  return lists;
}

function makeLists(survey: Survey): MathList[] {
  const words = wordsFor(survey.site.language);
  const entries = new Map<Slug, MathEntry[]>(LISTS.map(({ slug }) => [slug, []]));
  const key = ({ permalink, field }: Pick<ShownText, 'permalink' | 'field'>) =>
    `${permalink} ${field}`;
  const failed = Map.groupBy(survey.math.failed, key);
  const unknown = Map.groupBy(survey.math.unknown, key);
  for (const work of survey.works) {
    for (const { field, text } of shownTexts(work)) {
      const own = key({ permalink: work.permalink, field });
      const add = (slug: Slug, runs: MathEntry['runs']) => {
        if (runs.length > 0) entries.get(slug)?.push({ work, field, runs });
      };
      const formulas = mathSpans(text.value.rich);
      const notSet = failed.get(own) ?? [];
      const left = text.value.left ?? [];
      for (const origin of ['intact', 'mended', 'repaired'] as const) {
        add(
          origin,
          formulas
            .filter((node) => node.origin === origin)
            .map(({ latex, repair }) =>
              repair === undefined
                ? { code: latex }
                : {
                    code: latex,
                    note: words.math.confidence(confidenceInWords(repair.confidence, words)),
                  },
            ),
        );
      }
      add(
        'left',
        left.map(({ text: code, reason }) => ({ code, note: words.math.reasons[reason] })),
      );
      const broken = new Set(notSet.map(({ latex }) => latex));
      add(
        'set',
        formulas.filter(({ latex }) => !broken.has(latex)).map(({ latex }) => ({ code: latex })),
      );
      add(
        'not-set',
        notSet.map(({ latex, reason }) => ({ code: latex, note: reason })),
      );
      add(
        'unknown-commands',
        (unknown.get(own) ?? []).map(({ command }) => ({ code: command })),
      );
      const whole: Slug =
        left.length + notSet.length > 0
          ? 'texts-partly'
          : formulas.length > 0
            ? 'texts-set'
            : 'texts-without';
      entries.get(whole)?.push({ work, field, runs: [] });
    }
  }
  return LISTS.map((list) => {
    const own = entries.get(list.slug) ?? [];
    const runs = own.reduce((sum, entry) => sum + entry.runs.length, 0);
    return {
      ...list,
      ...words.report.math[list.slug],
      entries: own,
      total: list.counts === 'texts' ? own.length : runs,
    };
  });
}
