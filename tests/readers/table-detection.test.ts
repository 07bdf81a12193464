import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readRow } from '../../src/readers/scan/delimited-rows.ts';
import { decodeSeed } from '../../src/readers/seed/seed-text.ts';
import { table } from '../../src/readers/formats/table/index.ts';

function confidence(content: string): number {
  const bytes = new TextEncoder().encode(content);
  return table.detect(decodeSeed({ path: 'seed.txt', bytes }).text);
}

test.each([
  ['films', 'Title,Director,Year\nThe Owl,A. Quill,1999\n'],
  ['bookmarks', 'Title,URL\nOwls,https://example.org\n'],
  ['people', 'Name,Journal,Email\nAnna Quill,Owl Letters,anna@owls.example\n'],
  ['numbers', 'a,b,c\n1,2,3\n'],
  ['papers without titles', 'Authors,DOI,Year\nA. Quill,10.9999/a,2020\n'],
  ['code', 'title, authors, year = row\nprint(title, authors, year)\nreturn title\n'],
  ['a Markdown table', '| Title | Authors | Year |\n|---|---|---|\n| Owls | A. Quill | 2020 |\n'],
  [
    'prose',
    'Title, authors and abstract, as every reader knows, come first.\nThen comes the rest.\n',
  ],
])('%s are no table of papers', (_, content) => {
  expect(confidence(content)).toBe(0);
});

test('cells are those that papaparse finds in the CSV it writes', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', ';', '"', '\n', ' b', '1') });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
      (rows) => {
        const csv = Papa.unparse(rows, { newline: '\n', quotes: true });
        const found: string[][] = [];
        for (let at = 0; at < csv.length;) {
          const row = readRow(csv, at, csv.length, ',', true);
          found.push(
            row.cells.map(({ from, to }) => csv.slice(from, to).replaceAll('""', '"').trim()),
          );
          at = row.next;
        }
        expect(found).toEqual(rows.map((row) => row.map((value) => value.trim())));
      },
    ),
  );
});
