import { closest } from 'fastest-levenshtein';
import type { Decision, Message, Site } from '../../model/index.ts';
import { unique } from '../lists.ts';
import { sourceOfDecision } from './lay-on.ts';

/**
 * What of the screening is probably meant otherwise, though all of it can be read: sources of no seed, and reviewers who
 * name no stage.
 *
 * @param paths those of the seeds
 */
export function screeningHints(
  { screening }: Pick<Site, 'screening'>,
  decisions: readonly Decision[],
  paths: readonly string[],
): Message[] {
  const sources = screening?.sources ?? [];
  const absent = sources
    .flatMap(({ name, seeds }) => seeds.map((seed) => ({ name, seed })))
    .filter(
      ({ seed }) =>
        !paths.some((path) => path === seed || (seed.endsWith('/') && path.startsWith(seed))),
    );
  return [...absent.map((each) => withoutSeed(each, paths)), ...withoutStage(decisions)];
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
