import type { IdentifierScheme } from './identifier.ts';
import type { Citable } from './work.ts';

/** The two looks that a review takes at a paper (PRISMA 2020). */
export const screeningStages = ['title-abstract', 'full-text'] as const;
export type ScreeningStage = (typeof screeningStages)[number];

/** What a person can say of a paper at one of them. */
export const verdicts = ['include', 'exclude', 'maybe', 'not-retrieved'] as const;
export type Verdict = (typeof verdicts)[number];

/** One way in which a decision names its paper. `any` is an identifier, a permalink or a title. */
export interface PaperName {
  by: IdentifierScheme | 'permalink' | 'title' | 'any';
  value: string;
}

/** A person's screening verdict on a paper: a row of `content/decisions.csv`, or an `exclude` correction. */
export interface Decision {
  /** The surest first: identifiers before titles. */
  names: PaperName[];
  /** Absent for one that holds for the review as a whole. */
  stage?: ScreeningStage | undefined;
  verdict: Verdict;
  /** Several are parted by semicolons; the first one is counted. */
  reason?: string | undefined;
  note?: string | undefined;
  /** `consensus` decides over everybody else. */
  reviewer?: string | undefined;
  /** Columns of the table that are the survey's own, by their names. */
  more: Readonly<Record<string, string>>;
  /** `decisions.csv`, `corrections/scope.yaml` */
  file: string;
  /** Absent when the permalink ledger leaves the paper out. */
  line?: number | undefined;
}

/** What keeps a row of a table from being a decision. */
export interface RowProblem {
  line: number;
  text: string;
  hint: string;
}

/** How far a paper came. */
export const outcomes = [
  'unscreened',
  'excluded',
  'unassessed',
  'not-retrieved',
  'excluded-full-text',
  'included',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What the decisions on one paper come to. */
export interface Screened {
  outcome: Outcome;
  /** Of an exclusion, as it is counted. */
  reason?: string | undefined;
  /** In order of files and lines. */
  decisions: readonly Decision[];
  /** Where two decisions contradict each other, or only their reasons do, and nobody has settled it. */
  contested?: ScreeningStage | 'stages' | 'reasons' | undefined;
}

/** A paper that was identified, whether it is in the survey or not. */
export interface ScreenedPaper extends Screened {
  /** Plain text. */
  title: string;
  /** Keys of its source records, in file order. */
  records: readonly string[];
  /** Of a paper in the survey. */
  permalink?: string;
  /** What references to it are written from, of a paper that is not. */
  left?: Citable;
}

/** What the flow of a review is drawn from. */
export interface Screening {
  /** Those of the survey in its order, then the others. */
  papers: ScreenedPaper[];
  /** Records left out of papers that stay: removed before screening, each with its reason. */
  removed: { record: string; title: string; reason: string; file: string; line: number }[];
}
