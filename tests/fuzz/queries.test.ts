// @module-tag goes-on
import { close } from 'pagefind';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NOTHING_SELECTED } from '../../src/search/browser/question.ts';
import { ORDERS } from '../../src/search/orders.ts';
import type { Engine } from '../../src/search/browser/engine.ts';
import { parseQuery, writeQuery } from '../../src/search/query.ts';
import { engineOf, survey } from '../search/made-up-survey.ts';
import { hostileText } from './hostile-text.ts';
import { expectForAll, LONGER } from './laws.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await engineOf(
    survey([
      { title: 'A walk of two trees', abstract: 'In rain we measure $x^2$.', authors: ['Ann Lee'] },
      { title: 'constructor', abstract: '__proto__ and toString', authors: ['Bo __proto__'] },
    ]),
  );
});
afterAll(() => close());

const typed = fc.oneof(
  hostileText,
  fc
    .array(
      fc.oneof(
        hostileText,
        fc.constantFrom(
          'OR',
          'NOT',
          '-',
          '"',
          'title:',
          'author:"',
          'year:2024..',
          'has:',
          '__proto__:',
        ),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(' ')),
);

it('any query is read, and what it says can be written out', () => {
  // `1 x 2` is a size, and may come to stand there once what stood between is left out.
  const written = (query: string) => writeQuery(parseQuery(query).clauses);
  expectForAll(typed, 500, (query) => {
    const settled = written(written(query));
    expect(written(settled)).toBe(settled);
  });
});

it('any query is answered', async () => {
  const asked = fc.asyncProperty(typed, fc.constantFrom(...ORDERS), async (query, name) => {
    const { papers } = await engine.find({
      query,
      selection: NOTHING_SELECTED,
      order: name,
      typing: true,
    });
    expect(papers.length).toBeLessThanOrEqual(2);
  });
  await fc.assert(asked, { numRuns: 150 * LONGER });
});
