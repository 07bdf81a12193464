// @module-tag exports-whole
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSurveyInput } from '../../src/loaders/index.ts';
import type { Survey } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { papersOf, readDecisions, screeningSets, writeSet } from '../../src/screening/index.ts';
import { ownColumns } from '../../src/view/index.ts';
import { citableOf } from '../../src/writers/index.ts';
import { wordsFor } from '../../src/words/index.ts';

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
      words: wordsFor('en'),
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

describe('the sets of a review', () => {
  it('are written as CSV that is read back as the same decisions', () => {
    const again = written(survey, 'csv').flatMap(
      (text) => readDecisions(text, 'decisions.csv').decisions,
    );
    const outcomesOf = ({ screening }: Survey) =>
      (screening?.papers ?? []).map(({ title, outcome, reason }) => [title, outcome, reason]);
    expect(outcomesOf(buildSurvey({ ...input, decisions: again }))).toEqual(outcomesOf(survey));
    expect(again).toHaveLength(5);
  });

  it('say in RIS and BibTeX why a paper is out', () => {
    const [, ris = ''] = written(survey, 'ris');
    expect(ris).toContain('N1  - Reports not retrieved\n');
    expect(ris).toContain('N1  - Excluded (full text); wrong outcome\n');
    expect(ris.match(/^ER {2}- /gm)).toHaveLength(4);
    const [included = '', excluded = ''] = written(survey, 'bib');
    expect(included).toMatch(/^ {2}note += \{Included\},?$/m);
    expect(excluded).toMatch(/^ {2}note += \{Excluded \(title and abstract\); =1\+1\},?$/m);
  });

  it('have no cell that a spreadsheet would run', () => {
    expect(written(survey, 'csv').join('')).toMatch(/,'=1\+1\r\n/);
  });

  it('say who decided and what they noted where the survey publishes it, and nowhere else', () => {
    const texts = ['csv', 'ris', 'bib'].flatMap((extension) => written(survey, extension));
    expect(texts.join('')).not.toMatch(/Quinlan|Sapperlot|4 of 5/);
    const site = {
      ...survey.site,
      screening: {
        sources: [],
        publish: ['reviewer' as const, 'note' as const],
        show: ['Rating'],
        facets: [],
      },
    };
    const text = written({ ...survey, site }, 'csv').join('');
    expect(text).toContain(',Screening reviewer,Screening note,Rating\r\n');
    expect(text).toContain(',Quinlan,Sapperlot,4 of 5\r\n');
  });
});
