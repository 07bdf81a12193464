// @module-tag exports-whole
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSurveyInput } from '../../src/loaders/index.ts';
import { type Decision, type Survey, verdicts } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { papersOf, readResults, screeningSets, writeSet } from '../../src/screening/index.ts';
import { collapse } from '../../src/text/index.ts';
import { ownColumns } from '../../src/view/index.ts';
import { citableOf } from '../../src/writers/index.ts';

const folder = join(import.meta.dirname, 'cases/two-stages');
const input = await readSurveyInput({
  seeds: join(folder, 'seeds'),
  content: join(folder, 'content'),
});
const [first, ...others] = input.decisions ?? [];
if (!first) throw new Error('decisions were expected');
const decisions = [
  {
    ...first,
    reason: '=1+1',
    reviewer: 'Quinlan',
    note: 'Sapperlot',
    more: { Rating: '4 of 5', Own: 'x' },
  },
  ...others,
];
const survey = buildSurvey({ ...input, decisions });

function written({ screening, works, site }: Survey, extension: string): string[] {
  return screeningSets.map((set) =>
    writeSet(papersOf(screening?.papers ?? [], set), extension, {
      site,
      citableOf: (permalink) => {
        const work = works.find((each) => each.permalink === permalink);
        return work && citableOf(work);
      },
    }),
  );
}

describe('columns of its own in a table of decisions', () => {
  it('are shown with a paper where the survey names them', () => {
    const said = [decisions[0], { ...decisions[0], more: { Rating: '5' } }, decisions[0]].flatMap(
      (decision) => (decision ? [{ ...first, ...decision }] : []),
    );
    expect(ownColumns(said, [])).toEqual([]);
    expect(ownColumns(said, ['Rating', 'None'])).toEqual([
      ['Rating', '4 of 5'],
      ['Rating', '5'],
    ]);
  });
});

/** The decisions that programs, and this one, find in the files of all sets. */
const readBack = (of: Survey, extension: string): Decision[] =>
  written(of, extension).flatMap(
    (text) => readResults(new TextEncoder().encode(text), `set.${extension}`).decisions,
  );
const outcomesOf = ({ screening }: Survey) =>
  (screening?.papers ?? []).map(({ title, outcome, reason }) => [title, outcome, reason]);
const published = (of: Survey, show: string[] = []): Survey => ({
  ...of,
  site: {
    ...of.site,
    screening: { sources: [], publish: ['reviewer', 'note'], show, facets: [] },
  },
});
const formats = ['csv', 'ris', 'bib'];

describe('the sets of a review', () => {
  it.each(formats)('are read back from %s as the same decisions', (extension) => {
    const again = readBack(published(survey, ['Rating']), extension);
    expect(outcomesOf(buildSurvey({ ...input, decisions: again }))).toEqual(outcomesOf(survey));
    const [own] = again.filter(({ names }) => names.some(({ value }) => value.endsWith('acta.1')));
    expect(own).toMatchObject({
      verdict: 'exclude',
      stage: 'title-abstract',
      reason: '=1+1',
      reviewer: 'Quinlan',
      note: 'Sapperlot',
      // What the table says of the paper itself is no column of its own.
      more: extension === 'csv' ? { Rating: '4 of 5' } : {},
    });
    expect(again).toHaveLength(5);
  });

  const word = fc.stringMatching(/^[ -~äßł漢]{1,12}$/).filter((text) => /\w/.test(text));
  const text = fc.option(word, { nil: undefined });
  const row = fc.record({
    paper: fc.integer({ min: 1, max: 5 }),
    stage: fc.constantFrom(undefined, 'title-abstract' as const, 'full-text' as const),
    verdict: fc.constantFrom(...verdicts),
    reason: fc.oneof(text, fc.constantFrom('full text not available', 'a; b', 'Late.')),
    note: text,
    reviewer: fc.constantFrom('Ann', 'Bo', 'consensus', undefined),
  });
  it.each(formats)('give the same flow when all of them are read back from %s', (extension) => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const all = rows.map(({ paper, ...said }, index): Decision => ({
          ...said,
          names: [{ by: 'doi', value: `10.1000/acta.${paper}` }],
          more: {},
          file: 'decisions.csv',
          line: index + 2,
        }));
        const before = published(buildSurvey({ ...input, decisions: all }));
        const after = buildSurvey({ ...input, decisions: readBack(before, extension) });
        expect(outcomesOf(after)).toEqual(outcomesOf(before));
        // A paper with one decision has all of it again.
        for (const paper of before.screening?.papers ?? []) {
          const [decision, ...others] = paper.decisions;
          if (decision === undefined || others.length > 0) continue;
          const again = after.screening?.papers.find(({ title }) => title === paper.title);
          for (const key of ['reason', 'note', 'reviewer'] as const)
            expect(collapse(again?.decisions[0]?.[key] ?? ''), key).toBe(
              collapse(decision[key] ?? ''),
            );
        }
      }),
      { numRuns: 25 },
    );
  });

  it('count what was not retrieved apart from what was excluded', () => {
    const counts = screeningSets.map((set) => papersOf(survey.screening?.papers ?? [], set).length);
    expect(Object.fromEntries(screeningSets.map((set, at) => [set, counts[at]]))).toEqual({
      included: 1,
      excluded: 3,
      'not-retrieved': 1,
      undecided: 0,
    });
  });

  it('say in RIS and BibTeX why a paper is out', () => {
    const [, ris = '', lacking = ''] = written(survey, 'ris');
    expect(lacking).toContain('N1  - Screening decision: not-retrieved // Stage: full-text\n');
    expect(ris).toContain(
      'N1  - Screening decision: exclude // Stage: full-text // Reason: wrong outcome; no control group\n',
    );
    expect((ris + lacking).match(/^ER {2}- /gm)).toHaveLength(4);
    const [included = '', excluded = ''] = written(survey, 'bib');
    expect(included).toMatch(
      /^ {2}note += \{Screening decision: include \/\/ Stage: full-text\},?$/m,
    );
    expect(excluded).toMatch(
      /^ {2}note += \{Screening decision: exclude \/\/ Stage: title-abstract \/\/ Reason: =1\+1\},?$/m,
    );
  });

  it('have no cell that a spreadsheet would run', () => {
    expect(written(survey, 'csv').join('')).toMatch(/,'=1\+1\r\n/);
  });

  it('say who decided and what they noted where the survey publishes it, and nowhere else', () => {
    const texts = formats.flatMap((extension) => written(survey, extension));
    expect(texts.join('')).not.toMatch(/Quinlan|Sapperlot|4 of 5/);
    const shown = published(survey, ['Rating']);
    const table = written(shown, 'csv').join('');
    expect(table).toContain(',Screening reviewer,Screening note,Rating\r\n');
    expect(table).toContain(',Quinlan,Sapperlot,4 of 5\r\n');
    expect(written(shown, 'ris').join('')).toContain('// Reviewer: Quinlan // Note: Sapperlot\n');
  });
});
