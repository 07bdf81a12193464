// @module-tag goes-on
import { expect, it } from 'vitest';
import { reportMissing } from '../../src/components/paper/report-missing.ts';
import { lateMessages } from '../../src/loaders/index.ts';
import { siteSchema } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { emptyLedger } from '../pipeline/make.ts';

it('what is not on the page of a paper is told at the end of the build, with the place of the paper', () => {
  const survey = buildSurvey({
    site: siteSchema.parse({}),
    seeds: [{ path: 'a.bib', bytes: new TextEncoder().encode('@misc{a, title = {Walks}}') }],
    themes: [],
    corrections: [],
    permalinks: emptyLedger,
  });
  const [work] = survey.works;
  expect(work).toBeDefined();
  if (work) reportMissing(survey, work, 'has no reference in APA');
  expect(lateMessages()).toMatchObject([
    { code: 'page-part-not-made', severity: 'warning', source: { file: 'a.bib', lines: [1, 1] } },
  ]);
});
