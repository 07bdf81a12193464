import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceRecords } from '../../src/pipeline/index.ts';
import { csvTable } from '../../src/writers/formats/csv.ts';

/** The titles that the survey's own reader finds in a table. */
function titlesIn(table: string): (string | undefined)[] {
  const bytes = new TextEncoder().encode(table);
  return sourceRecords({ path: 'works.csv', bytes }).records.map(
    ({ raw }) => raw.fields.find(({ name }) => name === 'title')?.value,
  );
}

const tableOf = (title: string) =>
  csvTable(['Title', 'Authors', 'DOI', 'Abstract'], [[title, 'Ann Lee', '10.1000/1', '@a']]);

describe('a cell that a spreadsheet would run', () => {
  it.each([
    '=HYPERLINK("https://walks.example","x")',
    '+1+1',
    '-2 degrees of freedom',
    '@SUM(A1)',
    '\t=1',
    "'=1+1",
    "''@walks",
    '＝1+1',
  ])('is text in the table, and the same when it is read back: %s', (title) => {
    const table = tableOf(title);
    expect(table).not.toMatch(/(?:^|,|\n)"?[=+\-@\t\r＝＋－＠]/);
    expect(titlesIn(table).map((each) => each?.trim())).toEqual([title.trim()]);
  });

  it('is no other than its apostrophe for any text', () => {
    const start = fc.constantFrom("'", '=', '+', '-', '@', 'a');
    const text = fc.tuple(
      fc.array(start, { minLength: 1, maxLength: 4 }),
      fc.stringMatching(/^[a-z ]{3,9}z$/),
    );
    fc.assert(
      fc.property(text, ([marks, rest]) => {
        const title = marks.join('') + rest;
        expect(titlesIn(tableOf(title))).toEqual([title]);
      }),
    );
  });
});

it('an apostrophe that begins a word stays', () => {
  expect(tableOf("'t Walks")).toContain("\n't Walks,");
  expect(titlesIn(tableOf("'t Walks"))).toEqual(["'t Walks"]);
});
