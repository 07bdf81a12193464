import { describe, expect, it } from 'vitest';
import {
  type Correction,
  type Decision,
  type PermalinkLedger,
  type Survey,
  siteSchema,
} from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { readDecisions } from '../../src/screening/index.ts';
import { correction, emptyLedger, released } from '../pipeline/make.ts';

const bib = (title: string, more = '') =>
  `@article{k, title = {${title}}, author = {Lee, Ann}, journal = {Acta}, year = 2020${more}}\n`;
const doi = (n: number) => `, doi = {10.1000/${n}}`;

function build(
  seeds: Record<string, string>,
  table: string,
  permalinks: PermalinkLedger = emptyLedger,
  corrections: Correction[] = [],
): Survey {
  const decisions: Decision[] = readDecisions(table, 'decisions.csv').decisions;
  return buildSurvey({
    site: siteSchema.parse({}),
    seeds: Object.entries(seeds).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
    })),
    themes: [],
    corrections,
    decisions,
    permalinks,
  });
}

const outcomesOf = ({ screening }: Survey) =>
  Object.fromEntries((screening?.papers ?? []).map(({ title, outcome }) => [title, outcome]));
const codesOf = ({ messages }: Survey) =>
  messages.flatMap(({ code, severity }) => (severity === 'note' ? [] : [code]));

describe('a decision follows its paper', { tags: 'permalinks-stay' }, () => {
  it('when its seed has another name and place', () => {
    const table = 'paper,decision\n10.1000/1,exclude\n';
    const seed = bib('Walks at noon', doi(1));
    const other = bib('Runs at night', doi(2));
    expect(outcomesOf(build({ 'a.bib': seed + other }, table))).toEqual(
      outcomesOf(build({ 'z/list.bib': other, 'y.bib': seed }, table)),
    );
  });

  it('when its identifier and title are gone, and only the released permalink tells', () => {
    const before = build({ 'a.bib': bib('Walks at noon', doi(1)) }, 'paper,decision\nx,\n');
    const ledger = released(before, emptyLedger, '2026-01');
    const table = 'doi,decision,reason\n10.1000/1,exclude,wrong hour\n';
    // The seed has lost the DOI.
    const after = build({ 'a.bib': bib('Walks at noon') }, table, ledger);
    expect(outcomesOf(after)).toEqual({ 'Walks at noon': 'excluded' });
    expect(after.departed.map(({ fate }) => fate)).toEqual([
      { status: 'withdrawn', reason: 'wrong hour' },
    ]);
    expect(codesOf(after)).toEqual(['permalink-withdrawn']);
  });

  it('when it was named by the permalink, and has another title since', () => {
    const seed = { 'a.bib': bib('Walks at noon', doi(1)) };
    const ledger = released(build(seed, 'paper,decision\nx,\n'), emptyLedger, '2026-01');
    const table = 'permalink,decision\ndoi-10.1000-1,include\n';
    const after = build({ 'a.bib': bib('Walking in the middle of days', doi(1)) }, table, ledger);
    expect(outcomesOf(after)).toEqual({ 'Walking in the middle of days': 'included' });
  });

  it('into the paper that two are merged into, where decisions on both meet', () => {
    const seeds = { 'a.bib': bib('Walks at noon', doi(1)) + bib('Walks at midday') };
    const table = 'paper,decision,reviewer\n10.1000/1,include,Ann\nWalks at midday,exclude,Bo\n';
    const merge = correction({
      merge: [{ doi: '10.1000/1' }, { title: 'Walks at midday' }],
      reason: 'One paper.',
    });
    const apart = build(seeds, table);
    expect(outcomesOf(apart)).toEqual({
      'Walks at noon': 'included',
      'Walks at midday': 'excluded',
    });
    const merged = build(seeds, table, emptyLedger, [merge]);
    expect(Object.values(outcomesOf(merged))).toEqual(['unscreened']);
    expect(codesOf(merged)).toEqual(['decisions-contradict']);
  });

  it('to the paper that keeps a permalink that stood for two', () => {
    const one = { 'a.bib': bib('Walks at noon', doi(1)) + bib('Walks at midday') };
    const merge = correction({
      merge: [{ doi: '10.1000/1' }, { title: 'Walks at midday' }],
      reason: 'One paper.',
    });
    const before = build(one, 'paper,decision\nx,\n', emptyLedger, [merge]);
    const ledger = released(before, emptyLedger, '2026-01');
    const split = correction({
      split: 'doi-10.1000-1',
      keeps: { doi: '10.1000/1' },
      leaves: [{ title: 'Walks at midday' }],
      reason: 'Two papers.',
    });
    const after = build(one, 'permalink,decision\ndoi-10.1000-1,include\n', ledger, [split]);
    expect(outcomesOf(after)).toEqual({
      'Walks at noon': 'included',
      'Walks at midday': 'unscreened',
    });
  });

  it('out of the survey, when no seed has the paper any more', () => {
    const seeds = { 'a.bib': bib('Walks at noon', doi(1)), 'b.bib': bib('Runs at night', doi(2)) };
    const ledger = released(build(seeds, 'paper,decision\nx,\n'), emptyLedger, '2026-01');
    const table = 'paper,decision,reason\n10.1000/1,exclude,wrong hour\n10.1000/2,include,\n';
    const after = build({ 'b.bib': seeds['b.bib'] }, table, ledger);
    expect(codesOf(after)).toEqual(['permalink-withdrawn']);
    expect(after.departed.map(({ permalink }) => permalink)).toEqual(['doi-10.1000-1']);
  });
});
