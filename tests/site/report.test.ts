import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { attribute, type BuiltPage, elements, hasClass, site, sitePages, textOf } from './pages.ts';

const flowSchema = z.object({
  flow: z.object({
    records: z.number(),
    duplicates: z.number(),
    incomplete: z.number(),
    excluded: z.number(),
    included: z.number(),
  }),
  seeds: z.array(z.object({ bytes: z.number(), ledger: z.record(z.string(), z.number()) })),
  works: z.array(z.object({ abstract: z.object({}).nullable() })),
  math: z.object({
    spans: z.record(z.string(), z.number()),
    texts: z.record(z.string(), z.number()),
    left_verbatim: z.array(z.object({ permalink: z.string(), text: z.string() })),
    failed: z.array(z.object({})),
    unknown_commands: z.array(z.object({})),
  }),
});

let survey: z.infer<typeof flowSchema>;
let pages: Map<string, BuiltPage>;
beforeAll(async () => {
  survey = flowSchema.parse(JSON.parse(await readFile(join(site, 'data/survey.json'), 'utf8')));
  pages = new Map((await sitePages()).map((page) => [page.path, page]));
});

/** Entries of the lists of a page: what a number on the report opens. */
function entries(path: string): number {
  const page = pages.get(path);
  if (!page) throw new Error(`${path} was not built`);
  let count = 0;
  for (const element of elements(page.document)) {
    if (!hasClass(element, 'neigh')) continue;
    for (const child of element.childNodes) if (child.nodeName === 'li') count += 1;
  }
  return count;
}

describe('the report', { tags: ['nothing-lost', 'every-byte'] }, () => {
  test('balances: records less duplicates less excluded are the papers', () => {
    const { records, duplicates, excluded, included, incomplete } = survey.flow;
    expect(records - duplicates - excluded).toBe(included);
    expect(incomplete).toBeLessThanOrEqual(included);
  });

  test('accounts for every byte of every seed, none of them unparsed', () => {
    for (const { bytes, ledger } of survey.seeds) {
      expect(Object.values(ledger).reduce((sum, part) => sum + part, 0)).toBe(bytes);
      expect(ledger['unparsed']).toBe(0);
    }
  });

  test('prints the numbers of the flow, each as a link to its list', () => {
    const report = pages.get('/report/');
    expect(report).toBeDefined();
    if (!report) return;
    const flow = [...elements(report.document)].find((element) => hasClass(element, 'flow'));
    expect(flow).toBeDefined();
    if (!flow) return;
    const links = [...elements(flow)].filter(({ tagName }) => tagName === 'a');
    const targets = links.map((link) => [
      new URL(attribute(link, 'href') ?? '', 'https://site.test/report/').pathname,
      Number.parseInt(textOf(link).trim(), 10),
    ]);
    const { flow: numbers } = survey;
    expect(new Map(targets.map(([path, number]) => [path, number]))).toEqual(
      new Map<string | number | undefined, string | number | undefined>([
        ['/report/records/', numbers.records],
        ['/report/duplicates/', numbers.duplicates],
        ['/report/excluded/', numbers.excluded],
        ['/papers/', numbers.included],
        ['/report/incomplete/', numbers.incomplete],
      ]),
    );
  });

  test('opens lists with as many entries as the number says', () => {
    expect(entries('/report/records/')).toBe(survey.flow.records);
    expect(entries('/report/duplicates/')).toBe(survey.flow.duplicates);
    expect(entries('/report/incomplete/')).toBe(survey.flow.incomplete);
    expect(entries('/report/excluded/')).toBe(survey.flow.excluded);
  });

  test('accounts for every formula, title and abstract', () => {
    const { spans, texts, left_verbatim: left, failed } = survey.math;
    const sum = (numbers: Record<string, number>, names: readonly string[]) =>
      names.reduce((total, name) => total + (numbers[name] ?? Number.NaN), 0);
    expect(sum(spans, ['rendered', 'failed'])).toBe(sum(spans, ['intact', 'mended', 'repaired']));
    expect(spans['left_verbatim']).toBe(left.length);
    expect(spans['failed']).toBe(failed.length);
    const abstracts = survey.works.filter(({ abstract }) => abstract !== null).length;
    expect(sum(texts, ['without_math', 'all_set', 'partly_set'])).toBe(
      survey.works.length + abstracts,
    );
  });

  test('prints the numbers on mathematics, each as a link to a list as long', () => {
    const report = pages.get('/report/');
    const table = report && [...elements(report.document)].find((e) => hasClass(e, 'coverage'));
    expect(table).toBeDefined();
    if (!table) return;
    const links = [...elements(table)].filter(({ tagName }) => tagName === 'a');
    const numbers = links.map((link) => Number.parseInt(textOf(link).replace(/,/gu, ''), 10));
    const { spans, texts, unknown_commands: unknown } = survey.math;
    expect(numbers).toEqual([
      ...['intact', 'mended', 'repaired', 'left_verbatim', 'rendered', 'failed'].map(
        (name) => spans[name],
      ),
      unknown.length,
      ...['without_math', 'all_set', 'partly_set'].map((name) => texts[name]),
    ]);
    for (const [index, link] of links.entries()) {
      const href = attribute(link, 'href') ?? '';
      const path = new URL(href, 'https://site.test/report/').pathname;
      const page = pages.get(path);
      if (!page) throw new Error(`${path} was not built`);
      const runs = [...elements(page.document)].filter((element) => hasClass(element, 'runs'));
      const listed = runs.reduce(
        (total, list) => total + list.childNodes.filter(({ nodeName }) => nodeName === 'li').length,
        0,
      );
      expect(path.includes('/texts-') ? entries(path) : listed, path).toBe(numbers[index]);
    }
  });
});
