import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallSurvey, smallSurvey } from '../site/small-survey.ts';

const TITLES = [
  'Walking to work and sleep',
  'Cycling to school in winter',
  'Stairs in tall buildings',
];
const BIB = TITLES.map(
  (title, index) =>
    `@article{k${index}, title = {${title}}, author = {Lee, Ann}, journal = {Acta}, year = 2020${index < 2 ? `, doi = {10.1000/${index}}` : ''}}\n`,
).join('');
const OURS = 'DOI;Decision;Rating\r\n10.1000/0;include;4\r\n';
const RAYYAN = `title,notes,doi
${TITLES[0]},"RAYYAN-INCLUSION: {""Ann""=>""Excluded""} | RAYYAN-EXCLUSION-REASONS: wrong population",10.1000/0
${TITLES[2]?.toUpperCase()},"RAYYAN-INCLUSION: {""Ann""=>""Included"",""Bo""=>""Excluded""}",
No such paper,"RAYYAN-INCLUSION: {""Ann""=>""Included""}",
`;

let survey: SmallSurvey;

beforeAll(async () => {
  survey = await smallSurvey();
  await survey.write('seeds/list.bib', BIB);
  await survey.write('content/decisions.csv', OURS);
  await survey.write('articles.csv', RAYYAN);
});
afterAll(() => survey.dispose());

const file = (name: string) => join(survey.folders.content, '..', name);

describe('florilegium screen', () => {
  test('writes the papers that nobody has decided on', async () => {
    const { code, out } = await survey.florilegium('screen', 'export', file('open.ris'));
    expect([code, out]).toEqual([0, `${file('open.ris')}: 2 papers\n`]);
    const ris = await survey.read('open.ris');
    expect(Array.from(ris.matchAll(/^TI {2}- (.*)$/gm), ([, title]) => title).sort()).toEqual(
      TITLES.slice(1).sort(),
    );
  });

  test('puts decisions behind those of the table, once, and lists what contradicts and what is not found', async () => {
    const { code, out } = await survey.florilegium('screen', 'import', file('articles.csv'));
    expect(code).toBe(0);
    expect(out).toMatch(/\(Rayyan\): 4 decisions for title-abstract, 0 papers without one/);
    expect(out).toMatch(/decision-without-paper: .*“No such paper”/);
    expect(out).toMatch(/decisions-contradict: Decisions on “Stairs in tall buildings”/);
    expect(out).toMatch(/decisions\.csv: 3 rows added\n$/);
    const table = await survey.read('content/decisions.csv');
    expect(table).toBe(
      [
        'DOI;Decision;Rating;paper;stage;reviewer;reason',
        '10.1000/0;include;4',
        ';include;;Stairs in tall buildings;title-abstract;Ann;',
        ';exclude;;Stairs in tall buildings;title-abstract;Bo;',
        ';exclude;;10.1000/0;title-abstract;Ann;wrong population',
        '',
      ].join('\r\n'),
    );
    const again = await survey.florilegium('screen', 'import', file('articles.csv'));
    expect(again.out).toMatch(/decisions\.csv: 0 rows added\n$/);
    expect(await survey.read('content/decisions.csv')).toBe(table);
  });

  test('refuses a stage that is unknown, and a file without decisions', async () => {
    const unknown = await survey.florilegium(
      'screen',
      'import',
      file('articles.csv'),
      '--stage',
      'x',
    );
    expect([unknown.code, unknown.err]).toEqual([
      2,
      'error: “x” is unknown; write title-abstract or full-text\n',
    ]);
    const none = await survey.florilegium('screen', 'import', file('open.ris'));
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('--decision exclude')]);
  });
});
