// @module-tag permalinks-stay
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Correction, type PermalinkLedger, siteSchema } from '../../../src/model/index.ts';
import { buildSurvey } from '../../../src/pipeline/survey.ts';
import { correction, emptyLedger, released } from '../make.ts';

/** What a file of one paper says; papers of one number are one. */
interface Entry {
  number: number;
  key: string;
  author?: string;
  ids?: string;
}

const seedOf = ({ number, key, author = 'Ann Lee', ids = '' }: Entry) =>
  `@article{${key}, ids={${ids}}, title={Hedges of field ${number}}, author={${author}}, year={2020}, journal={Hedges}, doi={10.1000/${number}}}`;

function surveyOf(
  entries: readonly Entry[],
  permalinks: PermalinkLedger = emptyLedger,
  corrections: readonly Correction[] = [],
) {
  return buildSurvey({
    site: siteSchema.parse({ url: 'https://example.org/survey/' }),
    seeds: entries.map((entry, index) => ({
      path: `${index}.bib`,
      bytes: new TextEncoder().encode(seedOf(entry)),
    })),
    themes: [],
    corrections: [...corrections],
    permalinks,
  });
}

const doi = (number: number) => `10.1000/${number}`;
const merging = (one: number, other: number) =>
  correction({ merge: [{ doi: doi(one) }, { doi: doi(other) }], reason: 'One paper.' });

/** By number of the paper: its key, and the others it is cited by. */
function keysOf({ works }: ReturnType<typeof surveyOf>): Record<string, string[]> {
  return Object.fromEntries(
    works.map(({ identifiers, citationKey, otherKeys = [] }) => [
      identifiers.map(({ value }) => value.value.replace('10.1000/', '')).join('='),
      [citationKey, ...otherKeys],
    ]),
  );
}

describe('a citation key', () => {
  it('is the seed’s own, and the others that sources have stand beside it', () => {
    const entries = [
      { number: 1, key: 'Lee17' },
      { number: 1, key: 'DBLP:journals/hedges/Lee17' },
    ];
    expect(keysOf(surveyOf(entries))).toEqual({ 1: ['DBLP:journals/hedges/Lee17', 'Lee17'] });
  });

  it('is made where two papers have one, also in other letters, which BibTeX takes for one', () => {
    const entries = [
      { number: 1, key: 'Lee17' },
      { number: 2, key: 'lee17' },
    ];
    expect(keysOf(surveyOf(entries))).toEqual({ 1: ['lee2020hedgesa'], 2: ['lee2020hedgesb'] });
  });

  it('is no made one that a source cites another paper by', () => {
    const entries = [
      { number: 1, key: 'a,b' },
      { number: 2, key: 'lee2020hedges' },
      { number: 3, key: 'lee2020hedges' },
    ];
    const keys = Object.values(keysOf(surveyOf(entries))).flat();
    expect(keys).not.toContain('lee2020hedges');
  });

  it('may be one of ADS, with its ampersand, and keys in other letters stand beside it', () => {
    const entries = [
      { number: 1, key: '2013A&A...558A..33A' },
      { number: 1, key: 'müller13' },
      { number: 1, key: 'x', ids: 'Old13, older13' },
    ];
    expect(keysOf(surveyOf(entries))).toEqual({
      1: ['2013A&A...558A..33A', 'Old13', 'müller13', 'older13', 'x'],
    });
  });

  it('is a record’s own before it is one that another record lists', () => {
    const entries = [
      { number: 1, key: 'old17', ids: 'lee17, older17' },
      { number: 2, key: 'Lee17' },
      { number: 3, key: 'fox17', ids: 'older17' },
    ];
    const keys = { 1: ['old17'], 2: ['Lee17'], 3: ['fox17'] };
    expect(keysOf(surveyOf(entries))).toEqual(keys);
    expect(keysOf(surveyOf(entries.toReversed()))).toEqual(keys);
  });

  it('that was released beside another one stays, and is no other paper’s when its source is gone', () => {
    const before = surveyOf([
      { number: 1, key: 'Lee17' },
      { number: 1, key: 'hedges17' },
    ]);
    const [key, alias = ''] = keysOf(before)[1] ?? [];
    const ledger = released(before, emptyLedger, '2026-01');
    const after = [
      { number: 1, key: 'new' },
      { number: 2, key: alias },
    ];
    expect(keysOf(surveyOf(after, ledger))).toEqual({
      1: [key, alias, 'new'],
      2: ['lee2020hedges'],
    });
    const again = released(surveyOf(after, ledger), ledger, '2026-02');
    expect(keysOf(surveyOf([{ number: 1, key: 'new' }], again))).toEqual({
      1: [key, alias, 'new'],
    });
  });

  it('of a paper merged into another is still a way to that', () => {
    const entries = [
      { number: 1, key: 'Lee17' },
      { number: 2, key: 'Lee18' },
    ];
    const first = surveyOf(entries);
    const ledger = released(first, emptyLedger, '2026-01');
    // The sources say other keys by now.
    const later = entries.map((each) => ({ ...each, key: `New${each.number}` }));
    const keys = keysOf(surveyOf(later, ledger, [merging(1, 2)]));
    expect(keys).toEqual({ '1=2': ['Lee17', 'Lee18', 'New1', 'New2'] });
  });

  it('of a paper that left is no other’s, neither its own nor beside it', () => {
    const ledger = released(surveyOf([{ number: 1, key: 'Lee17' }]), emptyLedger, '2026-01');
    const leaving = correction({ exclude: { doi: doi(1) }, reason: 'No hedge.' });
    const after = surveyOf(
      [
        { number: 1, key: 'Lee17' },
        { number: 2, key: 'lee17' },
      ],
      ledger,
      [leaving],
    );
    expect(keysOf(after)).toEqual({ 2: ['lee2020hedges'] });
  });

  const keys = ['Lee17', 'lee17', 'lee2020hedges', 'lee2020hedgesa', 'LEE2020hedgesB', 'x', 'ü'];
  const entry = fc.record({
    number: fc.integer({ min: 1, max: 6 }),
    key: fc.constantFrom(...keys),
    author: fc.constantFrom('Ann Lee', 'Bo Lee'),
  });
  const pair = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));

  it('once released leads to its paper whoever arrives, changes sources or is merged', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 6 }),
        fc.array(fc.record({ arrivals: fc.array(entry, { maxLength: 3 }), merge: pair }), {
          minLength: 1,
          maxLength: 3,
        }),
        (first, steps) => {
          let entries = first;
          let ledger = emptyLedger;
          const merges: Correction[] = [];
          /** What keys that were released lead to: numbers of papers. */
          const meant = new Map<string, Set<string>>();
          const release = (edition: string) => {
            const survey = surveyOf(entries, ledger, merges);
            const found = Object.entries(keysOf(survey));
            const all = found.flatMap(([, some]) => some.map((key) => key.toLowerCase()));
            expect(new Set(all).size).toBe(all.length);
            for (const [numbers, listed] of found) {
              for (const key of listed.map((each) => each.toLowerCase())) {
                const papers = meant.get(key);
                if (papers) expect(numbers.split('=').some((each) => papers.has(each))).toBe(true);
                meant.set(key, new Set(numbers.split('=')));
              }
            }
            for (const key of meant.keys()) expect(all).toContain(key);
            ledger = released(survey, ledger, edition);
          };
          release('2026-00');
          for (const [index, { arrivals, merge }] of steps.entries()) {
            entries = [...arrivals, ...entries];
            const there = new Set(entries.map(({ number }) => number));
            const [one, other] = merge;
            if (one !== other && there.has(one) && there.has(other))
              merges.push(merging(one, other));
            release(`2026-0${index + 1}`);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
