import { describe, expect, it } from 'vitest';
import { readAuthors } from '../../../src/pipeline/reading/names.ts';
import { displayName } from '../../../src/text/index.ts';
import { located, page, source } from '../make.ts';

const inReadingOrder = (list: string) => readAuthors(list).names.map(displayName);

describe('initials at the end of a name', () => {
  it.each([
    ['Doe E.M.', ['E.M. Doe']],
    ['Doe E. M.', ['E. M. Doe']],
    ['Doe E.M., Roe G.P.', ['E.M. Doe', 'G.P. Roe']],
    ['Doe E.M., Roe G.P., van der Berg C.', ['E.M. Doe', 'G.P. Roe', 'C. van der Berg']],
    ['Doe E.M.; Roe-Poe J.-P.', ['E.M. Doe', 'J.-P. Roe-Poe']],
    ['Ivanov Yu.A.', ['Yu.A. Ivanov']],
    ['García López M.', ['M. García López']],
    ['Lee A', ['A Lee']],
    ['Smith JA, Lee A, van Dyk BCD', ['JA Smith', 'A Lee', 'BCD van Dyk']],
    ['Smith JA, Bird Study Group, Lee A', ['JA Smith', 'Bird Study Group', 'A Lee']],
  ])('“%s” puts the family name first', (list, names) => {
    expect(inReadingOrder(list)).toEqual(names);
  });

  it('gives family, given and particle', () => {
    expect(readAuthors('van der Berg C.').names).toEqual([
      { literal: 'van der Berg C.', family: 'Berg', given: 'C.', particle: 'van der' },
    ]);
  });

  it.each([
    ['Jiequn Han, Weinan E', ['Han', 'E']],
    ['Ann Lee, Mistral AI', ['Lee', 'AI']],
    ['Mistral AI', ['AI']],
    ['E. M. Doe', ['Doe']],
    ['J. Doe A.', ['A.']],
  ])('“%s” keeps the last word as the family name', (list, families) => {
    expect(readAuthors(list).names.map(({ family }) => family)).toEqual(families);
  });

  it('goes by all names where they are given one at a time', () => {
    const families = (names: string[]) => {
      const record = located({});
      record.fields = names.map((value) => ({
        name: 'author',
        value,
        span: { start: 0, end: value.length },
      }));
      const read = page([record]).records[0];
      return read?.fields.authors?.value.names.map(({ family }) => family);
    };
    expect(families(['Smith JA', 'Lee A'])).toEqual(['Smith', 'Lee']);
    expect(families(['Jiequn Han', 'Weinan E'])).toEqual(['Han', 'E']);
  });
});

describe('lists that are not complete', () => {
  it.each(['Doe E.M. et al.', 'Doe E.M., et al', 'Doe E.M. et.al.', 'Doe E.M. et.al'])(
    '“%s” says so and names one author',
    (list) => {
      const { value } = source({ authors: list }).fields.authors ?? {};
      expect(value?.more).toBe(true);
      expect(value?.names.map(displayName)).toEqual(['E.M. Doe']);
    },
  );
});
