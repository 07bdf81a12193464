// @module-tag private-withheld
import { describe, expect, it } from 'vitest';
import { leakFinder } from '../../src/integrations/secrets.ts';

const seedOf = (values: string[], byShape: boolean) => [
  { path: 'a.bib', withheld: [{ span: { start: 7, end: 9 }, values, byShape }] },
];
const finder = (values: string[], byShape = true, purposely = '', published = '') =>
  leakFinder(seedOf(values, byShape), () => [3, 3], purposely, published);
const leak = [{ seed: 'a.bib', lines: [3, 3] }];

describe('a withheld value', () => {
  it.each([
    ['as it is', 'Ask ada_lee@walks.example.'],
    ['in JSON', String.raw`"Ask ada_lee\u0040walks.example"`],
    ['in HTML', 'Ask ada_lee&#64;walks.example'],
    ['in an address', 'mailto:ada_lee%40walks.example'],
    ['in BibTeX', String.raw`Ask ada\_lee@walks.example`],
    ['in other letters', 'ADA_LEE@WALKS.EXAMPLE'],
  ])('is found %s', (_, text) => {
    expect(finder(['ada_lee@walks.example'])(text)).toEqual(leak);
  });

  it('is found with backslashes, however often they are doubled', () => {
    const find = finder([String.raw`C:\Users\ada\a.pdf`]);
    expect(find(String.raw`{"a":"C:\\Users\\ada\\a.pdf"}`)).toEqual(leak);
    expect(find('C:\\textbackslash{}Users\\textbackslash{}ada\\textbackslash{}a.pdf')).toEqual(
      leak,
    );
    expect(find('C: Users ada')).toEqual([]);
  });

  it('is no part of another word', () => {
    expect(finder(['ada@walks.example'])('bada@walks.example, ada@walks.examples')).toEqual([]);
    expect(finder(['/home/ada'])('at home. Ada walks /home/adam')).toEqual([]);
  });

  it('is no secret where people published it on purpose', () => {
    expect(
      finder(['ada@walks.example'], true, 'mail: ada@walks.example')('ada@walks.example'),
    ).toEqual([]);
  });
});

describe('a private note', () => {
  const note = 'I think that this is a weak paper. It is short.';

  it('is found by each of its longer sentences', () => {
    expect(finder([note], false)('<p>I think that this is a weak paper.</p>')).toEqual(leak);
    expect(finder([note], false)('It is short.')).toEqual([]);
  });

  it('is no leak where a seed publishes the same words', () => {
    expect(finder([note], false, '', note)(note)).toEqual([]);
  });

  it('of common words alone is not looked for', () => {
    expect(finder(['read this'], false)('Do read this.')).toEqual([]);
  });
});
