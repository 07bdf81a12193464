import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Correction,
  type Decision,
  type Edition,
  type PermalinkLedger,
  type Survey,
  siteSchema,
} from '../../src/model/index.ts';
import { buildSurvey, editionOf } from '../../src/pipeline/index.ts';
import { reviewOf } from '../../src/report/index.ts';
import { flowOf, readDecisions, sourceTeller } from '../../src/screening/index.ts';
import { correction, emptyLedger, released } from '../pipeline/make.ts';

const bib = (title: string, more = '') =>
  `@article{k, title = {${title}}, author = {Lee, Ann}, journal = {Acta}, year = 2020${more}}\n`;
const doi = (n: number) => `, doi = {10.1000/${n}}`;

function build(
  seeds: Record<string, string>,
  table: string,
  permalinks: PermalinkLedger = emptyLedger,
  corrections: Correction[] = [],
  editions: Edition[] = [],
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
    editions,
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
      { status: 'withdrawn', reason: 'wrong hour', by: 'screening' },
    ]);
    expect(codesOf(after)).toEqual(['permalink-withdrawn']);
    // Who reads this finds no correction to delete.
    expect(after.messages.find(({ code }) => code === 'permalink-withdrawn')?.text).toContain(
      'that decisions.csv excludes',
    );
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

describe('the methods text', () => {
  it('names an edition as long as its numbers are those of the edition', () => {
    const table = 'paper,decision\n10.1000/1,include\n';
    const first = build({ 'a.bib': bib('Walks at noon', doi(1)) }, table);
    const edition = editionOf(first, '2026-05');
    const methods = (survey: Survey) => reviewOf(survey)?.methods('1.0');
    const later = (seed: string) => build({ 'a.bib': seed }, table, emptyLedger, [], [edition]);
    expect(methods(later(bib('Walks at noon', doi(1))))).toContain('2026-05');
    expect(
      methods(later(bib('Walks at noon', doi(1)) + bib('Runs at night', doi(2)))),
    ).not.toContain('2026-05');
  });
});

describe('the boxes of a flow', { tags: 'nothing-lost' }, () => {
  const NAMES = ['Walks at noon', 'Runs at night', 'Stairs of stone', 'Moss on roofs', 'Dew'];
  const place = fc.nat({ max: NAMES.length - 1 });
  const row = fc.record({
    place,
    stage: fc.constantFrom('', 'title-abstract', 'full-text'),
    verdict: fc.constantFrom('include', 'exclude', 'maybe', 'not-retrieved'),
    reviewer: fc.constantFrom('', 'Ann', 'Bo', 'consensus'),
  });

  it('sum up whatever is merged, left out and renamed, and do not depend on the names of seeds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(place, { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
        fc.array(row, { maxLength: 8 }),
        fc.option(fc.tuple(place, place)),
        fc.option(place),
        (lists, rows, merged, gone) => {
          const named = (n: number) => ({ doi: `10.1000/${n}` });
          const there = new Set(lists.flat());
          const corrections = [
            ...(merged && merged[0] !== merged[1] && merged.every((each) => there.has(each))
              ? [correction({ merge: merged.map(named), reason: 'One paper.' })]
              : []),
            ...(gone !== null && there.has(gone)
              ? [correction({ exclude: named(gone), reason: 'Out of scope.' })]
              : []),
          ];
          const table = [
            'doi,stage,decision,reviewer',
            ...rows.map((each) =>
              [`10.1000/${each.place}`, each.stage, each.verdict, each.reviewer].join(),
            ),
          ].join('\n');
          const columnsWith = (nameOf: (at: number) => string) => {
            const seeds = lists.map((list, at): [string, string] => [
              nameOf(at),
              list.map((each) => bib(NAMES[each] ?? '', doi(each))).join(''),
            ]);
            const survey = build(Object.fromEntries(seeds), table, emptyLedger, corrections);
            if (survey.screening === undefined) throw new Error('a flow was expected');
            const { databases } = flowOf(
              survey.screening,
              (record) => survey.records.get(record)?.seed ?? '',
              sourceTeller(survey.site, (seed) => seed),
            );
            expect(databases.identified).toHaveLength(lists.flat().length);
            return databases;
          };
          const column = columnsWith((at) => `${at}.bib`);
          const counted = (groups: readonly { papers: readonly unknown[] }[]) =>
            groups.reduce((sum, { papers }) => sum + papers.length, 0);
          expect(column.identified.length).toBe(
            column.duplicates.length +
              column.removed.length +
              column.unscreened.length +
              column.screened.length,
          );
          expect(column.screened.length).toBe(counted(column.excluded) + column.sought.length);
          expect(column.sought.length).toBe(
            column.notRetrieved.length + column.unassessed.length + column.assessed.length,
          );
          expect(column.assessed.length).toBe(
            counted(column.excludedFullText) + column.included.length,
          );
          const again = columnsWith((at) => `renamed/${9 - at}.bib`);
          for (const box of ['duplicates', 'screened', 'sought', 'assessed', 'included'] as const)
            expect(again[box].length, box).toBe(column[box].length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
