import fc from 'fast-check';
import { expect, it } from 'vitest';
import { themeWorks } from '../../../src/pipeline/themes/theme-works.ts';
import { madeUpWork } from '../made-up-work.ts';

const subjects = ['stream', 'flood', 'wave', 'ridge', 'salt', 'bee', 'lens', 'mill', 'ice', 'moss'];

/** Titles so much alike that some groups have no words that set their papers apart. */
const title = fc
  .tuple(fc.constantFrom(...subjects), fc.nat(6), fc.constantFrom(...subjects))
  .map(([subject, number, other]) => `${subject} ${number}: a study of ${other}`);

it('suggests no theme that holds no paper', () => {
  fc.assert(
    fc.property(fc.array(title, { minLength: 20, maxLength: 60, size: 'max' }), (titles) => {
      const works = titles.map((each, n) => madeUpWork(`w${n}`, each));
      const { suggested, assignments } = themeWorks(works, [], () => []);
      const taken = new Set([...assignments.values()].flat().map(({ slug }) => slug));
      expect(suggested.filter(({ slug }) => !taken.has(slug))).toEqual([]);
    }),
    { numRuns: 150, seed: 1 },
  );
});
