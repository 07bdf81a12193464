// @module-tag twins-apart
import { describe, expect, it } from 'vitest';
import { merge } from '../../../../src/pipeline/merging/merge.ts';
import { decided, emptyLedger, type Said, source } from '../../make.ts';
import hardSet from './hard-set.json' with { type: 'json' };

/** Records that look alike, each with the paper it is of. */
const records = hardSet.map(({ paper, ...said }, index) => ({
  paper,
  record: source(said satisfies Said, `a.txt#${index + 1}`),
}));
const paperOf = new Map(records.map(({ paper, record }) => [record.key, paper]));

/** Every pair of keys that stands in one group. */
function pairs(groups: readonly (readonly string[])[]): Set<string> {
  return new Set(
    groups.flatMap((group) =>
      group.flatMap((a) => group.filter((b) => a < b).map((b) => `${a} ${b}`)),
    ),
  );
}

const { groups } = merge(decided(records.map(({ record }) => record)), [], emptyLedger);
const found = pairs(groups.map(({ members }) => members.map(({ source: { key } }) => key)));
const gold = pairs(
  [...Map.groupBy(records, ({ paper }) => paper).values()].map((group) =>
    group.map(({ record }) => record.key),
  ),
);

describe('a hard set of near-twins', () => {
  it('has no two papers joined: pairwise precision is 1', () => {
    const wrong = [...found].filter((pair) => !gold.has(pair));
    expect(wrong.map((pair) => pair.split(' ').map((key) => paperOf.get(key)))).toEqual([]);
  });

  it('has the records of one paper together', () => {
    expect([...gold].filter((pair) => !found.has(pair))).toEqual([]);
  });
});
