import { expect, it } from 'vitest';
import { pageSchema, themeSchema } from '../../../src/model/index.ts';
import { gatherPages, gatherThemes } from '../../../src/pipeline/themes/gather.ts';
import { madeUpWork } from '../made-up-work.ts';

it('links of a theme to papers and themes that are not there are named with their line', () => {
  const frontMatter = themeSchema.parse({
    label: 'Trees',
    tagline: 'Of trees.',
    scopeNote: 'What grows.',
    rules: {},
  });
  const body = [
    'See [a walk](../../papers/a-walk/), [itself](../trees/) and [code](../../papers/with-code/).',
    '',
    'See [a run](../../papers/a-run/), [leaves](/themes/leaves/), [all](../../papers/) and',
    '[another site](https://example.org/papers/a-run/).',
  ].join('\n');
  const theme = { slug: 'trees', file: 'themes/trees.mdx', frontMatter, body, bodyLine: 8 };
  const { messages } = gatherThemes([theme], [], [madeUpWork('a-walk', 'A walk')], [], new Map());
  expect(messages.map(({ code, source, text }) => [code, source?.lines, text])).toEqual([
    ['link-without-page', [10, 10], expect.stringContaining('../../papers/a-run/')],
    ['link-without-page', [10, 10], expect.stringContaining('/themes/leaves/')],
  ]);
});

it('what a page of the survey’s own cites stands on the paper, and a dead link of it is named', () => {
  const page = {
    slug: 'method',
    file: 'pages/method.mdx',
    frontMatter: pageSchema.parse({ title: 'How we read' }),
    body: [
      'We began here.<Cite of="a-walk" />',
      '',
      'Then [there](../../themes/leaves/), [nowhere](../../nowhere/) and [after](../after/).',
      'Not [here](../method/#on), [before](../before/), [a file](../../notes.pdf) or [names](../../authors/ann-lee/).',
    ].join('\n'),
    bodyLine: 4,
  };
  const works = [madeUpWork('a-walk', 'A walk')];
  const { pages, mentions, messages } = gatherPages(
    [page],
    ['pages/method', 'pages/before'],
    works,
    [],
    [],
    new Map(),
  );
  expect(pages[0]?.cites).toEqual(['a-walk']);
  expect(mentions.get('a-walk')).toEqual([
    { kind: 'page', slug: 'method', sentences: [[{ type: 'text', value: 'We began here.' }]] },
  ]);
  expect(messages.map(({ code, source, text }) => [code, source?.lines, text])).toEqual(
    ['themes/leaves/', 'nowhere/', 'after/'].map((place) => [
      'link-without-page',
      [6, 6],
      expect.stringContaining(place),
    ]),
  );
});

it('what prose says of somebody’s computer or mail is named with its line, and remarks that nobody sees are not', () => {
  const page = {
    slug: 'method',
    file: 'pages/method.mdx',
    frontMatter: pageSchema.parse({ title: 'How we read' }),
    body: 'We walked.\n{/* ada@walks.example\n/home/ada/b.pdf */}\nOur data: /home/ada/walks.csv, by ann@walks.example.',
    bodyLine: 4,
  };
  const { messages } = gatherPages([page], [], [], [], [], new Map());
  expect(messages.map(({ code, source }) => [code, source?.lines])).toEqual([
    ['private-in-prose', [7, 7]],
    ['private-in-prose', [7, 7]],
  ]);
});
