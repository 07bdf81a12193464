import { expect, test } from 'vitest';
import { htmlErrors } from './html-errors.ts';
import { sitePages } from './pages.ts';

test('every page is valid HTML', async () => {
  const found = await htmlErrors(await sitePages());
  expect(found.slice(0, 40), `${found.length} errors`).toEqual([]);
});
