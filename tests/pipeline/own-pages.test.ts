import { describe, expect, it } from 'vitest';
import { siteSchema, type WrittenPage } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';

const page = (slug: string, order: number, body = ''): WrittenPage => ({
  slug,
  file: `pages/${slug}.mdx`,
  frontMatter: { title: slug.toUpperCase(), order },
  body,
  bodyLine: 4,
});

const surveyWith = (pages: WrittenPage[]) =>
  buildSurvey({
    site: siteSchema.parse({}),
    seeds: [
      {
        path: 'list.bib',
        bytes: new TextEncoder().encode('@article{a, title={On Gates}, doi={10.1000/183}}'),
      },
    ],
    themes: [],
    pages,
    corrections: [],
    permalinks: { version: 2, permalinks: [] },
  });

describe('pages of the survey’s own', () => {
  it('stand in their order, equal ones by title', () => {
    const { pages } = surveyWith([page('c', 1), page('b', 2), page('a', 2)]);
    expect(pages.map(({ slug }) => slug)).toEqual(['c', 'a', 'b']);
    expect(pages[0]).toMatchObject({ title: 'C', label: 'C', description: 'C' });
  });

  it('cite papers by permalink, and the build stops at one that no paper has', () => {
    const { pages, messages } = surveyWith([
      page('a', 0, 'Gates<Cite of="doi-10.1000-183" />. Walls<Cite of="doi-none" />.'),
    ]);
    expect(pages[0]?.cites).toEqual(['doi-10.1000-183', 'doi-none']);
    expect(messages.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'citation-without-paper', source: { file: 'pages/a.mdx' } },
    ]);
  });
});
