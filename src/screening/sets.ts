import type { Citable, Decision, Outcome, ScreenedPaper, Site, Verdict } from '../model/index.ts';
import { withoutPrivate } from '../text/index.ts';
import { bibtex, type CitingSite, csvColumns, csvRow, csvTable, ris } from '../writers/index.ts';
import type { PageWords } from '../words/index.ts';

/** The sets that a review divides papers into, as they are exported. */
export const screeningSets = ['included', 'excluded', 'undecided'] as const;
export type ScreeningSet = (typeof screeningSets)[number];

const setOf: Record<Outcome, ScreeningSet> = {
  included: 'included',
  excluded: 'excluded',
  'excluded-full-text': 'excluded',
  'not-retrieved': 'excluded',
  unscreened: 'undecided',
  unassessed: 'undecided',
};

/** The papers of a set. */
export const papersOf = (papers: readonly ScreenedPaper[], set: ScreeningSet): ScreenedPaper[] =>
  papers.filter(({ outcome }) => setOf[outcome] === set);

/** What is written beside the paper: how far it came, and why no further. */
function noteOn({ outcome, reason }: ScreenedPaper, { screening: say }: PageWords): string {
  const names: Record<Outcome, string> = {
    included: say.set.included,
    excluded: `${say.set.excluded} (${say.stages['title-abstract']})`,
    'excluded-full-text': `${say.set.excluded} (${say.stages['full-text']})`,
    'not-retrieved': say.notRetrieved,
    unscreened: say.unscreened,
    unassessed: say.unassessed,
  };
  return reason === undefined ? names[outcome] : `${names[outcome]}; ${reason}`;
}

/** What a set is written from. */
interface SetContext {
  site: CitingSite & Pick<Site, 'screening'>;
  words: PageWords;
  /** What references to a paper of the survey are written from. */
  citableOf: (permalink: string) => Citable | undefined;
}

/**
 * A set of papers in a format, each with the decision on it: in a note of RIS and BibTeX, in columns of CSV. Who decided, and
 * what they noted, is written where the survey publishes it.
 */
export function writeSet(
  papers: readonly ScreenedPaper[],
  extension: string,
  { site, words, citableOf }: SetContext,
): string {
  const rows = papers.flatMap((paper) => {
    const citable = paper.left ?? citableOf(paper.permalink ?? '');
    return citable === undefined ? [] : [{ paper, citable }];
  });
  const writer = [ris, bibtex].find((each) => each.extension === extension);
  if (writer !== undefined) {
    return writer.write(
      rows.map(({ paper, citable }) => noted(citable, noteOn(paper, words))),
      { site },
    );
  }
  const { publish = [], show = [] } = site.screening ?? {};
  const columns = [
    ...publish.map((name) => ({
      name: `Screening ${name}`,
      of: (decision: Decision) => decision[name],
    })),
    ...show.map((name) => ({ name, of: ({ more }: Decision) => more[name] })),
  ];
  const permalink = csvColumns.indexOf('Permalink');
  const said = ({ decisions }: ScreenedPaper, of: (decision: Decision) => string | undefined) =>
    withoutPrivate([...new Set(decisions.flatMap((decision) => of(decision) ?? []))].join('; '));
  return csvTable(
    [...csvColumns, 'Decision', 'Stage', 'Reason', ...columns.map(({ name }) => name)],
    rows.map(({ paper, citable }) => {
      const cells = csvRow(citable, site);
      // A paper that is left out has no page.
      if (paper.left !== undefined) cells[permalink] = '';
      const last = paper.decisions.at(-1);
      return [
        ...cells,
        verdictByOutcome[paper.outcome] ??
          (paper.contested === undefined ? last?.verdict : undefined) ??
          '',
        last?.stage ?? '',
        paper.reason ?? '',
        ...columns.map(({ of }) => said(paper, of)),
      ];
    }),
  );
}

/** The decision as a table of decisions writes it, so that the file can be read back; of an undecided paper its last one. */
const verdictByOutcome: Partial<Record<Outcome, Verdict>> = {
  included: 'include',
  excluded: 'exclude',
  'excluded-full-text': 'exclude',
  'not-retrieved': 'not-retrieved',
};

const noted = (citable: Citable, text: string): Citable => {
  const own = citable.fields.note?.value;
  const value = own === undefined ? text : `${own} ${text}`;
  return { ...citable, fields: { ...citable.fields, note: { value } } };
};
