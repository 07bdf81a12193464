// @module-tag exports-whole
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, screeningStages, verdicts } from '../../src/model/index.ts';
import {
  type NamedDecision,
  readDecisions,
  readResults,
  withDecisions,
  withoutDecisions,
} from '../../src/screening/index.ts';

const tools = join(import.meta.dirname, 'tools');
const results = (name: string) => {
  const folder = join(tools, name);
  const [file = ''] = readdirSync(folder).filter((each) => each !== 'decisions.txt');
  return readResults(readFileSync(join(folder, file)), file);
};

const written = ({ names, stage, verdict, reason, note, reviewer, more, line }: Decision) =>
  [
    `${line} ${names.map(({ by, value }) => `${by} ${value}`).join(' | ')}`,
    `  ${verdict}${stage ? ` at ${stage}` : ''}${reviewer ? ` by ${reviewer}` : ''}`,
    ...(reason ? [`  because ${reason}`] : []),
    ...(note ? [`  note ${note}`] : []),
    ...Object.entries(more).map(([name, value]) => `  ${name} ${value}`),
  ].join('\n');

/** What a table must give back. */
const essence = ({ verdict, stage, reason, note, reviewer, more }: Partial<Decision>) => ({
  verdict,
  stage,
  reason,
  note,
  reviewer,
  more,
});
const named = (decision: Decision): NamedDecision => ({
  ...decision,
  paper: decision.names[0]?.value ?? '',
  title: '',
});

describe('the export of a screening program', () => {
  it.each(readdirSync(tools))('%s is read', async (name) => {
    const { tool, decisions, undecided, problems } = results(name);
    const text = [
      `${tool}, ${undecided} without a decision`,
      ...decisions.map(written),
      ...problems.map(({ line, text: problem }) => `${line} ${problem}`),
      '',
    ].join('\n');
    await expect(text).toMatchFileSnapshot(join(tools, name, 'decisions.txt'));
  });

  it.each(readdirSync(tools))('%s is written into a table without loss', (name) => {
    const { decisions } = results(name);
    const again = readDecisions(withDecisions(undefined, decisions.map(named)), 'decisions.csv');
    expect(again.problems).toEqual([]);
    expect(again.decisions.map(essence)).toEqual(decisions.map(essence));
  });

  it('can be told what it does not say', () => {
    const text = 'TY  - JOUR\nTI  - Walks\nER  - \n';
    const told = { stage: 'full-text', verdict: 'include', reviewer: 'Ann' } as const;
    const { decisions } = readResults(new TextEncoder().encode(text), 'a.ris', told);
    expect(decisions.map(essence)).toEqual([
      { ...told, reason: undefined, note: undefined, more: {} },
    ]);
  });
});

describe('a file that holds no decisions', () => {
  it.each([
    ['a.pdf', '%PDF-1.7\n', /is a PDF, and no list of papers\. Export/],
    ['a.xlsx', 'PK\u0003\u0004\u0014', /a workbook .* save the sheet as CSV/],
    ['a.html', '<!doctype html><title>Papers</title>', /is a web page/],
    ['empty.csv', '\n', /empty\.csv is empty\./],
    ['titles.csv', 'title,year\nWalks,2020\n', /titles\.csv:1 .*no column for the decision/],
    ['words.csv', 'title,decision\nWalks,perhaps\n', /words\.csv:2 the decision “perhaps”/],
    [
      'papers.ris',
      'TY  - JOUR\nTI  - Walks\nER  - \n',
      /\(RIS, 1 papers without one\).*--decision/,
    ],
  ])('%s is told apart', (name, text, said) => {
    const bytes = new TextEncoder().encode(text);
    const results = readResults(bytes, name);
    expect(results.decisions).toEqual([]);
    expect(withoutDecisions(name, bytes, results)).toMatch(said);
  });
});

describe('a table of decisions', () => {
  const row: NamedDecision = {
    paper: '10.1000/2',
    title: 'Runs',
    verdict: 'exclude',
    reason: 'wrong; late',
    more: { Labels: 'a' },
  };

  it('keeps every byte it has before new rows, and gets the columns it lacks', () => {
    const before = '\uFEFFDOI;Decision;Rating\r\n10.1000/1;include;"a;b"';
    expect(withDecisions(before, [row])).toBe(
      '\uFEFFDOI;Decision;Rating;paper;reason;Labels\r\n10.1000/1;include;"a;b"\r\n;exclude;;10.1000/2;"wrong; late";a\r\n',
    );
  });

  it('begins with the columns that the README names', () => {
    expect(withDecisions(undefined, [{ ...row, more: {} }])).toBe(
      'paper,title,stage,decision,reason,note,reviewer\n10.1000/2,Runs,,exclude,wrong; late,,\n',
    );
  });

  it('gives back what was put into it, whatever it holds', () => {
    // Blanks at the ends of a cell are nobody's decision.
    const text = fc.string({ unit: 'grapheme' }).map((each) => each.replace(/\p{C}/gu, '').trim());
    const maybe = text.map((each) => (each === '' ? undefined : each));
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            paper: text.map((each) => `10.1000/${each.length}`),
            title: text,
            stage: fc.option(fc.constantFrom(...screeningStages), { nil: undefined }),
            verdict: fc.constantFrom(...verdicts),
            reason: maybe,
            note: maybe,
            reviewer: maybe,
            more: fc.constant({}),
          }),
        ),
        fc.constantFrom(
          undefined,
          'paper;decision\n1;include\n',
          'sep=\t\r\ntitle\tvote\r\n',
          'paper,title,decision,"Own, \nwith a line"\n',
        ),
        (rows, before) => {
          const table = withDecisions(before, rows);
          const { decisions, problems } = readDecisions(table, 'decisions.csv');
          expect(problems).toEqual([]);
          expect(decisions.slice(decisions.length - rows.length).map(essence)).toEqual(
            rows.map(essence),
          );
        },
      ),
    );
  });
});
