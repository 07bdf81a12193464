import { describe, expect, it } from 'vitest';
import { siteSchema } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { shownFields } from '../../src/view/index.ts';
import { emptyLedger } from '../pipeline/make.ts';

const table = `Title,Authors,DOI,Reading group,Notes
"Owls at Noon","Quill, Anna",10.5555/owls,"Week 3","mine alone"
`;
const entry = `@article{q, title = {Owls at Noon}, author = {Quill, Anna}, doi = {10.5555/owls},
  annote = {Read it twice}, reading-group = {Week 3}}`;

function shown(show?: string[], bib = entry): (readonly [string, string])[] {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const survey = buildSurvey({
    site: siteSchema.parse(show === undefined ? {} : { show }),
    seeds: [
      { path: 'a.csv', bytes: bytes(table) },
      { path: 'b.bib', bytes: bytes(bib) },
    ],
    themes: [],
    corrections: [],
    permalinks: emptyLedger,
    editions: [],
  });
  const [work, ...others] = survey.works;
  expect(others).toEqual([]);
  return work === undefined ? [] : shownFields(work, survey);
}

describe('fields of seeds on the page of a paper', () => {
  it('are none where nobody asks for them', () => {
    expect(shown()).toEqual([]);
    expect(shown(['score'])).toEqual([]);
  });

  it('are those that site.yaml names, in whatever letters, each value once', () => {
    expect(shown(['reading group'])).toEqual([
      ['Reading group', 'Week 3'],
      ['reading-group', 'Week 3'],
    ]);
  });

  it('may be parts of titles and people that biblatex knows and a survey has no field for', () => {
    const stated = entry.replace(
      'annote',
      'maintitle = {Birds}, titleaddon = {A Talk}, bookauthor = {Fox, Bo}, annote',
    );
    expect(shown(['maintitle', 'titleaddon', 'bookauthor'], stated)).toEqual([
      ['maintitle', 'Birds'],
      ['titleaddon', 'A Talk'],
      ['bookauthor', 'Fox, Bo'],
    ]);
  });

  it('may be what would be withheld, and nothing beside it', { tags: 'private-withheld' }, () => {
    expect(shown(['Annote'])).toEqual([['annote', 'Read it twice']]);
  });
});
