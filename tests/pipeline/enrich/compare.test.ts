import { describe, expect, it } from 'vitest';
import type { Authors, Work, WorkDate } from '../../../src/model/index.ts';
import { contradictions, dateFrom } from '../../../src/pipeline/enrich/compare.ts';
import type { FoundRecord } from '../../../src/pipeline/index.ts';
import { madeUpWork } from '../made-up-work.ts';

const from = { kind: 'inferred', rule: 'made up for a test' } as const;

const record: FoundRecord = {
  service: 'arxiv',
  url: 'https://arxiv.org/abs/2501.00001',
  identifiers: [{ scheme: 'arxiv', value: '2501.00001' }],
  title: 'Walks',
  authors: ['Ann Lee', 'Bo van Dyk', 'Cy Dee'],
  date: '2025-01-01',
  details: {},
  preprint: true,
};

/** Fields that a record contradicts, those that make it one of another paper in capitals. */
function against(fields: Work['fields']): string[] {
  const found = contradictions({ ...madeUpWork('walks', 'Walks'), fields }, record);
  return found.map(({ field, isOther }) => (isOther ? field.toUpperCase() : field));
}

const authored = (value: Authors): Work['fields'] => ({ authors: { value, from } });
const dated = (value: WorkDate): Work['fields'] => ({ issued: { value, from } });
const lee = { literal: 'Ann Lee', given: 'Ann', family: 'Lee' };
const fox = { literal: 'Bo Fox', given: 'Bo', family: 'Fox' };

describe('authors', () => {
  it.each<[string, Authors, string[]]>([
    ['the first of a longer list', { names: [lee], more: true }, []],
    ['the right number of them', { names: [], more: false, count: 3 }, []],
    ['another number of them', { names: [], more: false, count: 4 }, ['authors']],
    ['the first of a list of another length', { names: [lee], more: true, count: 9 }, ['authors']],
    ['one who is not in the record', { names: [lee, fox], more: true }, ['authors']],
    ['nobody who is in the record', { names: [fox], more: true }, ['AUTHORS']],
    // A list that is complete is not filled, so that a name more or less is no matter.
    ['a complete list with one in common', { names: [lee, fox], more: false }, []],
    ['a complete list with nobody in common', { names: [fox], more: false }, ['AUTHORS']],
  ])('of which a source states %s', (_, stated, expected) => {
    expect(against(authored(stated))).toEqual(expected);
  });
});

describe('a date', () => {
  it.each<[WorkDate, string[]]>([
    [{ iso: '2026', yearInferred: false }, []],
    [{ iso: '2024-12-31', yearInferred: false }, []],
    [{ iso: '2022-01-01', yearInferred: false }, ['date']],
    [{ iso: '2019-12-31', yearInferred: true }, []],
    [{ iso: '2019-01', yearInferred: true }, []],
    [{ iso: '2019-02', yearInferred: true }, ['date']],
    [{ iso: '2019-06-01', yearInferred: true }, ['date']],
  ])('%j beside one of 2025-01-01', (stated, expected) => {
    expect(against(dated(stated))).toEqual(expected);
  });

  it.each([
    ['2019-12-31', '2025-01-01', '2024-12-31'],
    ['2019-01-02', '2025-01-01', '2025-01-02'],
    ['2019-01', '2025-01-01', '2025-01-01'],
    ['2019-01-02', '2025', '2025'],
  ])('printed as that of %s without its year, and found as %s, is %s', (printed, found, taken) => {
    expect(dateFrom({ iso: printed, yearInferred: true }, found)).toBe(taken);
  });
});
