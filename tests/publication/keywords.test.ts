import { describe, expect, it } from 'vitest';
import { readAll } from './read.ts';

const DOI = '10.5555/hedges.1';

const mendeley = `@article{reed18, author={Reed, Ann}, title={Counting hedges again}, doi={${DOI}},
  keywords={clover,Wet Sand,deep learning,DDPG}, mendeley-tags={clover,Wet sand,gardens}}`;

const webOfScience = [
  'TY  - JOUR',
  'TI  - Counting hedges again',
  `DO  - ${DOI}`,
  ...['DEEP LEARNING', 'Ddpg', 'wet  sand', 'Ponds'].map((word) => `KW  - ${word}`),
  'ER  - ',
].join('\n');

describe('a word that a paper is filed under more than once', () => {
  const survey = readAll({ 'a.bib': mendeley, 'b.ris': webOfScience });
  const [work] = survey.works;
  const words = work?.keywords.map(({ value }) => `${value.kind} ${value.value}`) ?? [];

  it('stands once, whatever its case and whether it is a tag, too', () => {
    expect(survey.works).toHaveLength(1);
    expect(words.map((word) => word.toLowerCase()).toSorted()).toEqual([
      'keyword clover',
      'keyword ddpg',
      'keyword deep learning',
      'keyword ponds',
      'keyword wet sand',
      'tag gardens',
    ]);
    expect(words).toContain('keyword deep learning');
  });

  it('stays as an observation of each source', { tags: 'nothing-lost' }, () => {
    const stated = work?.observations.filter(({ field }) => field === 'keyword') ?? [];
    expect(stated).toHaveLength(11);
    expect(stated.filter(({ standing }) => standing === 'shown')).toHaveLength(words.length);
  });
});
