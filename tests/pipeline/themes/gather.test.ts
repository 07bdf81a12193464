import { expect, it } from 'vitest';
import { themeSchema } from '../../../src/model/index.ts';
import { gatherThemes } from '../../../src/pipeline/themes/gather.ts';
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
  const { messages } = gatherThemes([theme], [madeUpWork('a-walk', 'A walk')], [], new Map());
  expect(messages.map(({ code, source, text }) => [code, source?.lines, text])).toEqual([
    ['link-without-page', [10, 10], expect.stringContaining('../../papers/a-run/')],
    ['link-without-page', [10, 10], expect.stringContaining('/themes/leaves/')],
  ]);
});
