// @module-tag permalinks-stay
import { describe, expect, it } from 'vitest';
import {
  type Correction,
  type PermalinkLedger,
  siteSchema,
  type SurveyInput,
} from '../../src/model/index.ts';
import { buildSurvey, editionOf, releaseLedger } from '../../src/pipeline/index.ts';
import { abstractOf, correction, emptyLedger, evidence } from './make.ts';

/** Seeds of papers of their own, by number. */
function seedsOf(numbers: readonly number[]): SurveyInput['seeds'] {
  const text = numbers
    .map(
      (number) => `@article{k${number}, title = {Sparrow number ${number} of the garden},
  eprint = {2501.${String(10_000 + number)}}, archiveprefix = {arXiv}, abstract = {${abstractOf(number)}}}
`,
    )
    .join('');
  return [{ path: 'list.bib', bytes: new TextEncoder().encode(text) }];
}

function inputOf(numbers: readonly number[], more: Partial<SurveyInput> = {}): SurveyInput {
  return {
    seeds: seedsOf(numbers),
    unread: [],
    site: siteSchema.parse({}),
    themes: [],
    corrections: [],
    permalinks: emptyLedger,
    editions: [],
    ...more,
  };
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => from + index);

/** What a survey of these papers releases. */
function released(papers: readonly number[]) {
  const survey = buildSurvey(inputOf(papers));
  const permalinks: PermalinkLedger = releaseLedger(survey, '2026-01');
  return { permalinks, editions: [editionOf(survey, '2026-01')], copies: ['2026-01'] };
}

const grave = (input: SurveyInput) =>
  buildSurvey(input).messages.filter(({ severity }) => severity !== 'note');

describe('what belongs to another survey is said in one message', () => {
  it('a ledger', () => {
    const messages = grave(inputOf(numbers(100, 104), { ...released(numbers(0, 40)), copies: [] }));
    expect(messages).toMatchObject([
      { code: 'foreign-ledger', severity: 'error', source: { file: 'permalinks.json' } },
    ]);
    expect(messages[0]?.text).toContain('None of the 40 papers');
    expect(messages[0]?.text).toContain('the 4 of this survey');
    expect(messages[0]?.hint).toContain('delete content/permalinks.json');
  });

  it('a ledger, when both surveys have a paper', () => {
    const messages = grave(inputOf([0, ...numbers(100, 104)], released(numbers(0, 40))));
    expect(messages.map(({ code }) => code)).toEqual(['foreign-ledger']);
    expect(messages[0]?.text).toContain('Only 1 of the 40 papers');
  });

  it('an edition beside a ledger of this survey', () => {
    const { permalinks } = released(numbers(100, 104));
    const { editions, copies } = released(numbers(0, 40));
    const messages = grave(inputOf(numbers(100, 104), { permalinks, editions, copies }));
    expect(messages).toMatchObject([
      { code: 'foreign-edition', source: { file: 'editions/2026-01.json' } },
    ]);
  });

  it('a file of corrections', () => {
    const of = (number: number, line: number, file: string): Correction =>
      correction(
        { match: { arxiv: `2501.${10_000 + number}` }, set: { venue: 'V' }, reason: 'r', evidence },
        line,
        file,
      );
    const corrections = [
      ...[1, 2, 3].map((number) => of(number, number, 'corrections/theirs.yaml')),
      ...[4, 100].map((number) => of(number, number, 'corrections/ours.yaml')),
    ];
    const messages = grave(inputOf(numbers(100, 104), { corrections }));
    expect(messages.map(({ code, source }) => [code, source?.file])).toEqual([
      ['correction-without-paper', 'corrections/ours.yaml'],
      ['foreign-corrections', 'corrections/theirs.yaml'],
    ]);
  });
});

describe('what is of this survey stays said one by one', () => {
  it('a ledger that lost half of its papers', () => {
    const messages = grave(inputOf(numbers(0, 20), released(numbers(0, 40))));
    expect(messages).toHaveLength(20);
    expect(new Set(messages.map(({ code }) => code))).toEqual(new Set(['permalink-lost']));
  });

  it('an edition whose papers were all released', () => {
    expect(grave(inputOf(numbers(0, 40), released(numbers(0, 40))))).toEqual([]);
  });
});
