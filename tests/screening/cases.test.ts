import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContentError, readSurveyInput } from '../../src/loaders/index.ts';
import { formatMessage, buildSurvey } from '../../src/pipeline/index.ts';
import { reviewOf } from '../../src/report/index.ts';
import {
  type FlowColumn,
  type FlowReason,
  flowOf,
  flowSvg,
  rowsOf,
  sourceTeller,
} from '../../src/screening/index.ts';
import { wordsFor } from '../../src/words/index.ts';

const here = import.meta.dirname;
const folder = (...names: string[]) => ({
  seeds: join(here, ...names, 'seeds'),
  content: join(here, ...names, 'content'),
});

const titles = (name: string, papers: readonly { title: string }[]) =>
  `  ${name}: ${papers.length}${papers.map(({ title }) => `\n    ${title}`).join('')}`;
const reasons = (name: string, groups: readonly FlowReason[]) => [
  `  ${name}: ${groups.reduce((sum, { papers }) => sum + papers.length, 0)}`,
  ...groups.map(({ reason, papers }) => `    ${reason ?? '(no reason)'}: ${papers.length}`),
];

const written = (name: string, column: FlowColumn): string[] => [
  name,
  `  identified: ${column.identified.length}`,
  ...column.sources.map(
    ({ kind, name: called, records, searches }) =>
      `    ${kind} ${called}${searches.length > 0 ? ` (${searches.join(', ')})` : ''}: ${records.length}`,
  ),
  titles('duplicates', column.duplicates),
  titles('removed', column.removed),
  titles('unscreened', column.unscreened),
  `  screened: ${column.screened.length}`,
  ...reasons('excluded', column.excluded),
  `  sought: ${column.sought.length}`,
  titles('not retrieved', column.notRetrieved),
  titles('unassessed', column.unassessed),
  `  assessed: ${column.assessed.length}`,
  ...reasons('excluded in full text', column.excludedFullText),
  titles('included', column.included),
];

describe('the flow of a review', () => {
  it.each(readdirSync(join(here, 'cases')))('%s', async (name) => {
    const survey = buildSurvey(await readSurveyInput(folder('cases', name)));
    const { screening, site, flow, works } = survey;
    if (screening === undefined) throw new Error('a flow was expected');
    const { databases, others } = flowOf(
      screening,
      (record) => survey.records.get(record)?.seed ?? '',
      sourceTeller(site, (seed) => seed),
    );
    const said = survey.messages.filter(({ code }) => /^(?:decision|correction)/.test(code));
    const review = reviewOf(survey);
    if (review === undefined) throw new Error('a review was expected');
    const { chart, repeated } = review;
    const text = [
      ...written('databases and registers', databases),
      ...(others.identified.length > 0 ? written('other methods', others) : []),
      ...repeated.flatMap(({ name: called, searched, lists }) => [
        `${called} again on ${searched}`,
        ...lists.map(({ title, groups }) =>
          titles(
            title,
            groups.flatMap(({ entries }) => entries),
          ),
        ),
      ]),
      'messages',
      ...said.map((message) => `  ${formatMessage(message)}`),
      '',
    ].join('\n');
    await expect(text).toMatchFileSnapshot(join(here, 'cases', name, 'flow.txt'));
    expect(databases.identified.length + others.identified.length).toBe(flow.records);
    expect(flow.records - flow.duplicates - flow.excluded).toBe(flow.included);
    const rows = [...chart.lanes.flatMap(rowsOf), ...chart.included.rows];
    for (const { path, count } of rows) {
      const [, slug, id] = /^\/screening\/([^/]+)\/(?:#(.+))?$/.exec(path) ?? [];
      const groups = chart.lists.find((list) => list.slug === slug)?.groups ?? [];
      const opened = groups.filter((group) => id === undefined || group.id === id);
      expect(
        opened.flatMap(({ entries }) => entries),
        path,
      ).toHaveLength(count);
    }
    // Every number of the table stands in the drawing, and no other.
    const svg = flowSvg(chart, wordsFor('en'), { label: 'Flow', link: (path) => path });
    const drawn = Array.from(
      svg.matchAll(/<a href="([^"]+)">(.*?)<\/a>/gs),
      ([, path, inner]): [string, number] => {
        const text = (inner ?? '').replace(/<[^>]+>/g, '');
        return [path ?? '', Number(/\(n\u00a0=\u00a0(\d+)\)$/.exec(text)?.[1])];
      },
    );
    expect(new Map(drawn)).toEqual(new Map(rows.map(({ path, count }) => [path, count])));
    // What nobody has decided on stays in the survey.
    const undecided = [databases, others].flatMap(({ unscreened, unassessed, included }) => [
      ...unscreened,
      ...unassessed,
      ...included,
    ]);
    expect(undecided.map(({ permalink }) => permalink).sort()).toEqual(
      works.map(({ permalink }) => permalink).sort(),
    );
  });
});

describe('a paper that is left out', { tags: 'nothing-lost' }, () => {
  it('is said to be not retrieved, or to have no reason, where none is stated', async () => {
    const survey = buildSurvey(
      await readSurveyInput(folder('cases', 'not-retrieved-without-a-reason')),
    );
    expect(survey.exclusions.map(({ reason, line }) => [reason, line])).toEqual([
      ['Reports not retrieved', 3],
      ['No reason stated', 4],
    ]);
  });
});

describe('a table of decisions that cannot be read', { tags: 'says-where' }, () => {
  it.each(readdirSync(join(here, 'broken')))('%s', async (name) => {
    const error: unknown = await readSurveyInput(folder('broken', name)).catch((e: unknown) => e);
    if (!(error instanceof ContentError)) throw new Error('a broken file was expected');
    await expect(`${error.message}\n`).toMatchFileSnapshot(join(here, 'broken', name, 'error.txt'));
  });
});
