import { closest } from 'fastest-levenshtein';
import {
  type Decision,
  isByScreening,
  type Message,
  type PermalinkLedger,
  type RowProblem,
  type SurveyInput,
} from '../../model/index.ts';
import { withoutPrivate } from '../../text/index.ts';
import { unique } from '../lists.ts';
import { sourceOfDecision } from './lay-on.ts';

/**
 * What of the screening is probably meant otherwise: sources of no seed, rows that are no decisions, reviewers who name no stage,
 * and no table where there was one.
 *
 * @param paths those of the seeds
 */
export function screeningHints(
  {
    site: { screening },
    decisions,
    unreadDecisions = [],
  }: Pick<SurveyInput, 'site' | 'decisions' | 'unreadDecisions'>,
  paths: readonly string[],
  ledger: PermalinkLedger,
): Message[] {
  const sources = screening?.sources ?? [];
  const absent = sources
    .flatMap(({ name, seeds }) => seeds.map((seed) => ({ name, seed })))
    .filter(
      ({ seed }) =>
        !paths.some((path) => path === seed || (seed.endsWith('/') && path.startsWith(seed))),
    );
  return [
    ...absent.map((each) => withoutSeed(each, paths)),
    ...unreadDecisions.map(unreadRow),
    ...(decisions === undefined ? withoutTable(ledger) : withoutStage(decisions)),
  ];
}

const unreadRow = ({ line, text, hint }: RowProblem): Message => ({
  code: 'decision-unread',
  severity: 'warning',
  source: { file: 'decisions.csv', lines: [line, line] },
  text: `The row is left aside: ${withoutPrivate(text)}.`,
  hint,
});

function withoutTable({ permalinks }: PermalinkLedger): Message[] {
  const many = permalinks.filter(({ fate }) => isByScreening(fate)).length;
  if (many === 0) return [];
  return [
    {
      code: 'decisions-missing',
      severity: 'warning',
      source: { file: 'content/decisions.csv' },
      text: `The file is not there. What it said left out ${many === 1 ? '1 released paper' : `${many} released papers`}; those that seeds have are in the survey again.`,
      hint: 'Put the table back; or, if the papers are to stay out without it, withdraw them.',
    },
  ];
}

function withoutSeed(
  { name, seed }: { name: string; seed: string },
  paths: readonly string[],
): Message {
  const folders = paths.flatMap((path) =>
    Array.from(path.matchAll(/\//g), ({ index }) => path.slice(0, index + 1)),
  );
  const known = unique([...paths, ...folders]);
  return {
    code: 'source-without-seed',
    severity: 'warning',
    source: { file: 'content/site.yaml' },
    text: `The source “${name}” is said of “${seed}”, and there is no such seed.`,
    hint:
      known.length === 0
        ? 'Put the seed there, or take it out.'
        : `The nearest is “${closest(seed, known)}”; a folder ends in “/”.`,
  };
}

function withoutStage(decisions: readonly Decision[]): Message[] {
  const [first, ...others] = decisions.filter(
    ({ stage, reviewer }) => stage === undefined && reviewer !== undefined,
  );
  if (first === undefined || others.every(({ reviewer }) => reviewer === first.reviewer)) return [];
  return [
    {
      code: 'decisions-without-stage',
      severity: 'note',
      source: sourceOfDecision(first),
      text: `Several reviewers decided without a stage, in ${others.length + 1} rows: what they exclude counts as excluded by title and abstract, what they include as included in the review.`,
      hint: 'Nothing need be done if that is so; else write title-abstract or full-text under “stage”.',
    },
  ];
}
