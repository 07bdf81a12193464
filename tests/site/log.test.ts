import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSite } from '../build-site.ts';
import { type SmallSurvey, smallSurvey } from './small-survey.ts';

const COUNT = 100;

/** Papers without a date that can be read or an abstract: messages enough for a wall of them. */
const entries = Array.from(
  { length: COUNT },
  (_, at) =>
    `@article{k${at},\n  title = {Walk number ${at}},\n  author = {Lee, Ann},\n  date = {someday ${at}},\n  doi = {none ${at}}\n}\n`,
);

let survey: SmallSurvey;
beforeAll(async () => {
  survey = await smallSurvey();
  await survey.write('seeds/library.bib', entries.join('\n'));
});
afterAll(() => survey.dispose());

it(`a build of ${COUNT} papers tells of its stages and messages in at most 60 lines, the rest in a file`, async () => {
  const site = join(survey.folders.seeds, '..', 'site');
  const log = await buildSite(site, survey.folders);
  const lines = log.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(60);
  for (const stage of ['Survey', 'Program', 'Pages', 'Search index', 'Offline copy', 'Published']) {
    expect(lines.filter((line) => line.startsWith(stage))).toHaveLength(1);
  }
  expect(log).toContain(`${COUNT} papers`);
  const messages = await survey.read('site/report/messages.txt');
  const examples = lines.filter((line) => line.includes('date-unreadable'));
  expect(messages.split('\n').filter((line) => line.includes('date-unreadable'))).toHaveLength(
    COUNT,
  );
  // Its kind, and three of them.
  expect(examples).toHaveLength(4);
  await rm(site, { recursive: true });
});
