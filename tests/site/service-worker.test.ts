import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeWorker } from '../../src/service-worker/build/make-worker.ts';
import { digest, readList } from '../../src/service-worker/file-list.ts';
import { siteFiles } from '../../src/assets/site-files.ts';
import { attribute, elements, site, sitePages } from './pages.ts';

const fileAt = (path: string) => readFile(join(site, path));
const list = readList(await readFile(join(site, 'sw-files.txt'), 'utf8'));

test('the worker keeps the files as they stand in the site, among them every paper and theme', async () => {
  const pages = (await sitePages()).map(({ path }) =>
    path.slice(1).replace(/(?<=^|\/)$/u, 'index.html'),
  );
  const read = pages.filter((path) => /^(?:index\.html$|papers\/|themes\/|search\/)/u.test(path));
  expect(read.length).toBeGreaterThan(180);
  expect(read.filter((path) => !list.has(path))).toEqual([]);
  const differing: string[] = [];
  for (const [path, hash] of list) {
    if ((await digest(new Uint8Array(await fileAt(path)))) !== hash) differing.push(path);
  }
  expect(differing).toEqual([]);
});

test(
  'made again from the same site, the worker is the same, byte for byte',
  { tags: 'same-output' },
  async () => {
    for (const [path, text] of (await makeWorker(await siteFiles(site))).files) {
      expect(await readFile(join(site, path), 'utf8'), path).toBe(text);
    }
  },
);

test('every page names the manifest, and every page for readers brings the worker', async () => {
  for (const { path, document } of await sitePages()) {
    const all = [...elements(document)];
    const rels = all.flatMap((each) => (each.tagName === 'link' ? attribute(each, 'rel') : []));
    expect(rels, path).toContain('manifest');
    const leads = all.some((each) => attribute(each, 'http-equiv') === 'refresh');
    const brings = all.some((each) => /serviceWorker-/u.test(attribute(each, 'src') ?? ''));
    expect(brings, path).toBe(!leads);
  }
});
