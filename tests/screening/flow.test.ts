import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomes, sourceKinds } from '../../src/model/index.ts';
import { chartOf, flowOf, flowSvg, outcomeOf, readDecisions } from '../../src/screening/index.ts';
import { wordsFor } from '../../src/words/index.ts';

const kinds = fc.constantFrom(...sourceKinds);
/** Papers by the kinds of sources that their records are in. */
const papers = fc.array(
  fc.record({
    kinds: fc.array(kinds, { minLength: 1, maxLength: 4 }),
    outcome: fc.constantFrom(...outcomes),
    reason: fc.option(fc.constantFrom('wrong design', 'Wrong design.', 'no text'), {
      nil: undefined,
    }),
  }),
);

describe('the boxes of a flow', { tags: 'nothing-lost' }, () => {
  it('sum up, whatever was found where and decided', () => {
    fc.assert(
      fc.property(papers, fc.array(kinds), (given, others) => {
        const key = (kind: string, at: string) => `${kind}.bib#${at}`;
        const screening = {
          papers: given.map(({ kinds: found, ...said }, index) => ({
            ...said,
            title: `Paper ${index}`,
            records: found.map((kind, copy) => key(kind, `${index}.${copy}`)),
            decisions: [],
          })),
          removed: others.map((kind, index) => ({
            record: key(kind, `removed ${index}`),
            title: '',
            reason: '',
            file: '',
            line: 1,
          })),
        };
        const { databases, others: byHand } = flowOf(
          screening,
          (record) => record.slice(0, record.indexOf('#')),
          (seed) => ({
            name: seed,
            kind: sourceKinds.find((kind) => seed === `${kind}.bib`) ?? 'other',
          }),
        );
        for (const column of [databases, byHand]) {
          const count = (groups: readonly { papers: readonly unknown[] }[]) =>
            groups.reduce((sum, group) => sum + group.papers.length, 0);
          expect(column.sources.reduce((sum, { records }) => sum + records.length, 0)).toBe(
            column.identified.length,
          );
          expect(column.identified.length - column.duplicates.length - column.removed.length).toBe(
            column.unscreened.length + column.screened.length,
          );
          expect(column.screened.length - count(column.excluded)).toBe(column.sought.length);
          expect(column.sought.length - column.notRetrieved.length - column.unassessed.length).toBe(
            column.assessed.length,
          );
          expect(column.assessed.length - count(column.excludedFullText)).toBe(
            column.included.length,
          );
        }
        expect(databases.identified.length + byHand.identified.length).toBe(
          given.reduce((sum, paper) => sum + paper.kinds.length, others.length),
        );
        expect(databases.included.length + byHand.included.length).toBe(
          given.filter(({ outcome }) => outcome === 'included').length,
        );
      }),
    );
  });

  it('count reasons as one that differ in case and stops only', () => {
    const [first, second] = ['Wrong design', 'wrong design.'].map((reason, index) => ({
      title: '',
      records: [`a#${index}`],
      outcome: 'excluded' as const,
      reason,
      decisions: [],
    }));
    if (!first || !second) throw new Error('two papers were expected');
    const { databases } = flowOf(
      { papers: [first, second], removed: [] },
      () => 'a',
      () => ({ name: 'a', kind: 'database' }),
    );
    expect(databases.excluded.map(({ papers: { length }, reason }) => [reason, length])).toEqual([
      ['Wrong design', 2],
    ]);
  });

  it('list reasons that are as frequent in the order of letters, whatever order papers come in', () => {
    const papers = ['wrong outcome', 'Wrong design', undefined].map((reason, index) => ({
      title: '',
      records: [`a#${index}`],
      outcome: 'excluded' as const,
      reason,
      decisions: [],
    }));
    const reasonsOf = (of: typeof papers) =>
      flowOf(
        { papers: of, removed: [] },
        () => 'a',
        () => ({ name: 'a', kind: 'database' }),
      ).databases.excluded.map(({ reason }) => reason);
    expect(reasonsOf(papers)).toEqual([undefined, 'Wrong design', 'wrong outcome']);
    expect(reasonsOf(papers.toReversed())).toEqual(reasonsOf(papers));
  });
});

describe('a table of decisions', { tags: 'goes-on' }, () => {
  it('is read or its lines are named, whatever is in it', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('include', 'exclude', 'full text', '"', '""', 'a;b', 'a\tb', "'=1"),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 6 })),
        fc.constantFrom(',', ';', '\t'),
        (rows, delimiter) => {
          const text = [['paper', 'stage', 'decision', 'reason'], ...rows]
            .map((row) => row.join(delimiter))
            .join('\r\n');
          const { decisions, problems } = readDecisions(text, 'decisions.csv');
          const lines = text.split(/\r\n|\r|\n/).length;
          for (const { line = 0 } of [...decisions, ...problems]) {
            expect(line).toBeGreaterThan(0);
            expect(line).toBeLessThanOrEqual(lines);
          }
        },
      ),
    );
  });

  it('keeps columns of its own, and takes the apostrophe from what a spreadsheet would run', () => {
    const { decisions } = readDecisions(
      "title,decision,Rating,note\n'=SUM(A1) in cells,include,4,\n",
      'decisions.csv',
    );
    expect(decisions).toEqual([
      {
        names: [{ by: 'title', value: '=SUM(A1) in cells' }],
        stage: undefined,
        verdict: 'include',
        reason: undefined,
        note: undefined,
        reviewer: undefined,
        more: { Rating: '4' },
        file: 'decisions.csv',
        line: 2,
      },
    ]);
  });
});

describe('a paper without a decision', () => {
  it('waits where there is a table of decisions, and is included where there is none', () => {
    expect(outcomeOf([], undefined, true).outcome).toBe('unscreened');
    expect(outcomeOf([], undefined, false).outcome).toBe('included');
  });
});

describe('the drawing of a flow', () => {
  const paper = { title: '', records: ['a#1'], outcome: 'included' as const, decisions: [] };
  const chart = chartOf(
    flowOf(
      { papers: [paper, { ...paper, records: ['b#1'] }], removed: [] },
      (record) => record,
      (seed) => ({ name: seed, kind: seed === 'a#1' ? 'database' : 'citation' }),
    ),
    wordsFor('en'),
    (record) => ({ record, title: '' }),
  );
  const link = (path: string) => path;
  const drawn = (options: Partial<Parameters<typeof flowSvg>[2]>) =>
    flowSvg(chart, wordsFor('en'), { label: 'Flow', ...options });
  /** Left and right edge of each box, and the way of each line. */
  const placesIn = (svg: string) => [
    ...Array.from(
      svg.matchAll(/<rect[^>]* x="([\d.]+)"[^>]* width="([\d.]+)"/g),
      ([, x, width]) => [Number(x), Number(x) + Number(width)],
    ),
    ...Array.from(svg.matchAll(/ d="M([\d.]+) [\d.]+L([\d.]+) /g), ([, from, to]) => [
      Number(from),
      Number(to),
    ]),
  ];

  it.each([true, false])('is mirrored where reading goes to the left (stacked: %s)', (stacked) => {
    const [left, right] = [drawn({ link, stacked }), drawn({ link, stacked, direction: 'rtl' })];
    const width = Number(/ width="([\d.]+)"/.exec(left)?.[1]) - 2;
    const places = placesIn(left);
    expect(places.length).toBeGreaterThan(20);
    const isBox = (index: number) => index < (left.match(/<rect/g)?.length ?? 0);
    expect(
      placesIn(right).map(([from = 0, to = 0], index) =>
        isBox(index) ? [width - to, width - from] : [width - from, width - to],
      ),
    ).toEqual(places);
    expect(right).toMatch(/^<svg [^>]* direction="rtl">/);
    expect(left).not.toContain('direction');
  });

  it('has a ground of its own in a file, and that of the page on a page', () => {
    expect(drawn({})).toMatch(/^<svg [^>]*><rect x="-1" y="-1" [^>]*fill="#fff"\/>/);
    expect(drawn({ link })).not.toMatch(/^<svg [^>]*><rect/);
  });
});
