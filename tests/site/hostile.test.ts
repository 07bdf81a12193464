// @module-tag goes-on
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type SmallSurvey, smallSurvey } from './small-survey.ts';

const names = [
  '%00.bib',
  'a%20b.txt',
  '100%.bib',
  'index.html',
  'a#b?c.bib',
  'back\\slash.bib',
  'two\nlines.bib',
  'ends with a blank ',
  'ends.',
  'NUL.txt',
  'Case.bib',
  'case.bib',
  `${'w'.repeat(251)}.bib`,
  '__proto__',
  're\u0301sume\u0301.bib',
];
const people = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf'];

let survey: SmallSurvey;
let site: string;
beforeAll(async () => {
  survey = await smallSurvey();
  for (const [at, name] of names.entries()) {
    await survey.write(
      `seeds/${name}`,
      `@article{k${at}, title={Walk number ${at}}, author={Lee, Ann}, year=2024}\n`,
    );
  }
  const items = people.map((name) => ({
    id: name,
    type: 'article-journal',
    title: `A walk of ${name}`,
    author: [{ family: name, given: name }],
    issued: { 'date-parts': [[2024]] },
  }));
  const broken = {
    ...items[0],
    id: 'x',
    title: 'Cut inside \ud835',
    author: [{ family: '\udc00' }],
  };
  await survey.write('seeds/people.json', JSON.stringify([...items, broken]));
  await survey.write('seeds/paper.pdf', '%PDF-1.7 secret');
  site = await survey.build();
});
afterAll(() => survey.dispose());

it('every seed has a page, whatever its name, and every paper is in the exports', async () => {
  const sources = await readFile(join(site, 'sources/index.html'), 'utf8');
  const links = new Set(sources.match(/(?<=<p>\s*<bdi>\s*<a href=")[^"]+/g));
  expect(links.size).toBe(names.length + 2);
  const folders = (await readdir(join(site, 'sources'))).filter((name) => name !== 'index.html');
  // Each has an address by its name and one by its bytes.
  expect(folders).toHaveLength(2 * (names.length + 2));
  const works: { title: string }[] = JSON.parse(
    await readFile(join(site, 'data/works.csl.json'), 'utf8'),
  );
  const titles = works.map(({ title }) => title);
  for (const at of names.keys()) expect(titles).toContain(`Walk number ${at}`);
  for (const name of people)
    expect(titles.map((title) => title.replaceAll('\\', ''))).toContain(`A walk of ${name}`);
  expect(titles).toContain('Cut inside \ufffd');
});

it('a file that is no text is named and not published', async () => {
  const page = await readFile(join(site, 'sources/paper.pdf/index.html'), 'utf8');
  expect(page).toContain('PDF document');
  expect(page).not.toContain('secret');
  await expect(readFile(join(site, 'sources/paper.pdf/raw.txt'))).rejects.toThrow();
});
