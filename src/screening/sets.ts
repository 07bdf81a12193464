import type {
  Citable,
  Decision,
  Outcome,
  ScreenedPaper,
  ScreeningStage,
  Site,
  Verdict,
} from '../model/index.ts';
import { withoutPrivate } from '../text/index.ts';
import { bibtex, type CitingSite, csvColumns, csvRow, csvTable, ris } from '../writers/index.ts';
import { noteOfDecision } from './decision-note.ts';
import { asVerdict, reasonsOf } from './outcome.ts';

/** The sets that a review divides papers into, as they are exported. */
export const screeningSets = ['included', 'excluded', 'not-retrieved', 'undecided'] as const;
export type ScreeningSet = (typeof screeningSets)[number];

const setOf: Record<Outcome, ScreeningSet> = {
  included: 'included',
  excluded: 'excluded',
  'excluded-full-text': 'excluded',
  'not-retrieved': 'not-retrieved',
  unscreened: 'undecided',
  unassessed: 'undecided',
};

/** The papers of a set. */
export const papersOf = (papers: readonly ScreenedPaper[], set: ScreeningSet): ScreenedPaper[] =>
  papers.filter(({ outcome }) => setOf[outcome] === set);

/** What is decided on a paper by how far it came, and at which look. */
const decidedBy: Record<Outcome, { verdict?: Verdict; stage?: ScreeningStage }> = {
  included: { verdict: 'include', stage: 'full-text' },
  excluded: { verdict: 'exclude', stage: 'title-abstract' },
  'excluded-full-text': { verdict: 'exclude', stage: 'full-text' },
  'not-retrieved': { verdict: 'not-retrieved', stage: 'full-text' },
  unscreened: {},
  unassessed: { verdict: 'include', stage: 'title-abstract' },
};

/**
 * What is written of a paper: the one decision by which it came as far as it did, so that a table of such rows gives the same
 * flow. Who decided, and what they noted, is written where the survey publishes it.
 */
function rowOf(paper: ScreenedPaper, publish: readonly ('reviewer' | 'note')[]) {
  const { outcome, reason, decisions, contested } = paper;
  const isUnsure = (each: Decision) =>
    each.verdict === 'maybe' && (each.stage === 'full-text') === (outcome === 'unassessed');
  const isOpen = setOf[outcome] === 'undecided' && contested === undefined;
  const unsure = isOpen ? decisions.findLast(isUnsure) : undefined;
  const { verdict, stage } = unsure ?? decidedBy[outcome];
  const stages = decisions
    .filter((each) => each.verdict === verdict || asVerdict(each).verdict === verdict)
    .map((each) => each.stage);
  // A paper whose full text is discussed has passed the first look.
  const isStated = stages.includes(stage) || outcome === 'unassessed';
  const other = stages.includes(undefined) ? undefined : stages[0];
  const texts = decisions.map((each) => withoutPrivate(each.reason ?? ''));
  return {
    verdict,
    stage: isStated ? stage : other,
    reason:
      reason && (texts.find((text) => reasonsOf({ reason: text }).includes(reason)) ?? reason),
    reviewer: publish.includes('reviewer') ? saidBy(paper, 'reviewer') : undefined,
    note: publish.includes('note') ? saidBy(paper, 'note') : undefined,
  };
}

const joined = ({ decisions }: ScreenedPaper, of: (decision: Decision) => string | undefined) =>
  withoutPrivate([...new Set(decisions.flatMap((decision) => of(decision) ?? []))].join('; '));
const saidBy = (paper: ScreenedPaper, name: 'reviewer' | 'note') =>
  joined(paper, (decision) => decision[name]) || undefined;

/** What a set is written from. */
interface SetContext {
  site: CitingSite & Pick<Site, 'screening'>;
  /** What references to a paper of the survey are written from. */
  citableOf: (permalink: string) => Citable | undefined;
}

/** A set of papers in a format, each with the decision on it: in a note of RIS and BibTeX, in columns of CSV. */
export function writeSet(
  papers: readonly ScreenedPaper[],
  extension: string,
  { site, citableOf }: SetContext,
): string {
  const { publish = [], show = [] } = site.screening ?? {};
  const rows = papers.flatMap((paper) => {
    const citable = paper.left ?? citableOf(paper.permalink ?? '');
    return citable === undefined ? [] : [{ paper, citable, row: rowOf(paper, publish) }];
  });
  const writer = [ris, bibtex].find((each) => each.extension === extension);
  if (writer !== undefined) {
    return writer.write(
      rows.map(({ citable, row: { verdict, ...said } }) =>
        verdict === undefined ? citable : noted(citable, noteOfDecision({ verdict, ...said })),
      ),
      { site },
    );
  }
  const permalink = csvColumns.indexOf('Permalink');
  return csvTable(
    [
      ...csvColumns,
      'Decision',
      'Stage',
      'Reason',
      ...publish.map((name) => `Screening ${name}`),
      ...show,
    ],
    rows.map(({ paper, citable, row }) => {
      const cells = csvRow(citable, site);
      // A paper that is left out has no page.
      if (paper.left !== undefined) cells[permalink] = '';
      return [
        ...cells,
        row.verdict ?? '',
        row.stage ?? '',
        row.reason ?? '',
        ...publish.map((name) => row[name] ?? ''),
        ...show.map((name) => joined(paper, ({ more }) => more[name])),
      ];
    }),
  );
}

const noted = (citable: Citable, text: string): Citable => {
  const own = citable.fields.note?.value;
  const value = own === undefined ? text : `${own} ${text}`;
  return { ...citable, fields: { ...citable.fields, note: { value } } };
};
