import { expect, it } from 'vitest';
import { scholarlyArticle } from '../../src/metadata/json-ld.ts';
import { siteSchema } from '../../src/model/index.ts';
import { read } from '../publication/read.ts';

it('tells houses and groups from persons', () => {
  const survey = read(
    'a.bib',
    `@techreport{a, title={Pond report}, year={2020}, institution={Institute of Ponds},
  author={{World Pond Organization} and {UNMOSS} and {OpenPonds} and Plato and {王小明} and van Moor, Ludwig}}`,
  );
  const site = siteSchema.parse({ url: 'https://example.org/survey/' });
  const [thing] = survey.works.map((work) => scholarlyArticle(work, site));
  expect(thing?.['author']).toMatchObject([
    { '@type': 'Organization', name: 'World Pond Organization' },
    { '@type': 'Organization', name: 'UNMOSS' },
    { '@type': 'Organization', name: 'OpenPonds' },
    { '@type': 'Person', name: 'Plato' },
    { '@type': 'Person', name: '王小明' },
    { '@type': 'Person', name: 'Ludwig van Moor', familyName: 'van Moor' },
  ]);
});
