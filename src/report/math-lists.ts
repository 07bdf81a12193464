import type { LeftReason, ShownText, Survey, Work } from '../model/index.ts';
import { mathSpans } from '../text/index.ts';
import { shownTexts } from '../pipeline/index.ts';

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

/** Why something was left, in words. */
export const REASON_WORDS: Record<LeftReason, string> = {
  doubtful: 'no reading of it as a formula is sure enough',
  irreversible: 'stripping the likeliest formula does not give this text back',
  unreadable: 'the likeliest formula cannot be set',
  'beside-intact': 'other formulas of the text kept their TeX',
};

/** Root path of a list of formulas or texts. */
export const mathListPath = (slug: string) => `/report/formulas/${slug}/`;

/** `sure to 66 %`; nothing where no reading was found. */
export function confidenceInWords(confidence: number): string {
  return confidence > 0 ? `${Math.floor(100 * confidence)}\u00a0%` : 'none';
}

const LISTS = [
  {
    slug: 'intact',
    title: 'Formulas that came intact',
    lead: 'LaTeX in the source, set as it stands.',
    label: 'intact: LaTeX in the source',
    counts: 'formulas',
  },
  {
    slug: 'mended',
    title: 'Mended formulas',
    lead: 'LaTeX in the source, but with angle brackets where braces were; the braces are put back.',
    label: 'mended: angle brackets made braces again',
    counts: 'formulas',
  },
  {
    slug: 'repaired',
    title: 'Rebuilt formulas',
    lead: 'The page that was copied takes dollars and backslashes from formulas. These were put back; stripping them again gives the text of the source.',
    label: 'rebuilt from a listing that had lost its TeX',
    counts: 'formulas',
  },
  {
    slug: 'left',
    title: 'Left as the listing prints it',
    lead: 'Text that looks like a stripped formula and was not rebuilt, because it may be prose or its reading is too doubtful.',
    label: 'left as the listing prints it',
    counts: 'formulas',
  },
  {
    slug: 'set',
    title: 'Formulas that are set',
    lead: 'Formulas set as HTML and MathML, wherever they came from.',
    label: 'formulas set as HTML and MathML',
    counts: 'formulas',
  },
  {
    slug: 'not-set',
    title: 'Formulas that cannot be set',
    lead: 'Shown as LaTeX source, each with the reason.',
    label: 'shown as LaTeX because they cannot be set',
    counts: 'formulas',
  },
  {
    slug: 'unknown-commands',
    title: 'Unknown commands',
    lead: 'Authors’ own commands in formulas: their names are set upright in place of what they stand for.',
    label: 'unknown commands, shown by their name',
    counts: 'formulas',
  },
  {
    slug: 'texts-without',
    title: 'Texts without a formula',
    lead: 'Titles and abstracts that have no formula.',
    label: 'titles and abstracts without a formula',
    counts: 'texts',
  },
  {
    slug: 'texts-set',
    title: 'Texts with every formula set',
    lead: 'Titles and abstracts of which every formula is set.',
    label: 'with every formula set',
    counts: 'texts',
  },
  {
    slug: 'texts-partly',
    title: 'Texts set in part',
    lead: 'Titles and abstracts in which something is left as the listing prints it, or shown as LaTeX.',
    label: 'with something left as printed, or shown as LaTeX',
    counts: 'texts',
  },
] as const satisfies readonly Omit<MathList, 'total' | 'entries'>[];

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
                : { code: latex, note: `confidence ${confidenceInWords(repair.confidence)}` },
            ),
        );
      }
      add(
        'left',
        left.map(({ text: code, reason }) => ({ code, note: REASON_WORDS[reason] })),
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
    return { ...list, entries: own, total: list.counts === 'texts' ? own.length : runs };
  });
}
