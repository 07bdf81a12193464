import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContentError, readSurveyInput } from '../../src/loaders/index.ts';
import { formatMessage, buildSurvey } from '../../src/pipeline/index.ts';
import {
  type FlowColumn,
  type FlowReason,
  flowOf,
  sourceTeller,
} from '../../src/screening/index.ts';

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
    ({ kind, name: called, records, searched }) =>
      `    ${kind} ${called}${searched ? ` (${searched})` : ''}: ${records.length}`,
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
    const text = [
      ...written('databases and registers', databases),
      ...(others.identified.length > 0 ? written('other methods', others) : []),
      'messages',
      ...said.map((message) => `  ${formatMessage(message)}`),
      '',
    ].join('\n');
    await expect(text).toMatchFileSnapshot(join(here, 'cases', name, 'flow.txt'));
    expect(databases.identified.length + others.identified.length).toBe(flow.records);
    expect(flow.records - flow.duplicates - flow.excluded).toBe(flow.included);
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

describe('a table of decisions that cannot be read', { tags: 'says-where' }, () => {
  it.each(readdirSync(join(here, 'broken')))('%s', async (name) => {
    const error: unknown = await readSurveyInput(folder('broken', name)).catch((e: unknown) => e);
    if (!(error instanceof ContentError)) throw new Error('a broken file was expected');
    await expect(`${error.message}\n`).toMatchFileSnapshot(join(here, 'broken', name, 'error.txt'));
  });
});
