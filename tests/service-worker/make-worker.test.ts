// @module-tag same-output
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { makeRetiredWorker, makeWorker } from '../../src/service-worker/build/make-worker.ts';
import type { SiteFiles } from '../../src/assets/site-files.ts';
import { digest, readList, writeList } from '../../src/service-worker/file-list.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const wonders = new Map([
  ['index.html', bytes('<h1>Wonders</h1>')],
  ['papers/a/index.html', bytes('<h1>A</h1>')],
  ['papers/b c/index.html', bytes('<h1>B</h1>')],
  ['download/florilegium.zip', bytes('PK')],
]);

/** A site of these files. */
const siteOf = (files: ReadonlyMap<string, Uint8Array>): SiteFiles => ({
  paths: [...files.keys()],
  read: async (path) => files.get(path) ?? bytes(''),
});
const site = siteOf(wonders);

async function listOf(files: SiteFiles) {
  return readList((await makeWorker(files)).files.get('sw-files.txt') ?? '');
}

test('the list names each kept file with a digest of its bytes', async () => {
  const list = await listOf(site);
  expect([...list.keys()]).toEqual(['index.html', 'papers/a/index.html', 'papers/b c/index.html']);
  expect(list.get('papers/a/index.html')).toBe(await digest(bytes('<h1>A</h1>')));
});

test('a list that is written and read is the same list', async () => {
  const list = await listOf(site);
  expect(readList(writeList(list))).toEqual(list);
});

test('the same site in any order makes the same worker and list', async () => {
  const again = siteOf(new Map([...wonders].toReversed()));
  expect((await makeWorker(again)).files).toEqual((await makeWorker(site)).files);
});

test('a changed file changes its own line and the worker; one that is not kept changes neither', async () => {
  const before = await makeWorker(site);
  const changed = await makeWorker(
    siteOf(new Map([...wonders, ['papers/a/index.html', bytes('<h1>Better</h1>')]])),
  );
  const [old, now] = [before, changed].map(({ files }) =>
    readList(files.get('sw-files.txt') ?? ''),
  );
  expect([...(now ?? [])].filter(([path, hash]) => old?.get(path) !== hash)).toHaveLength(1);
  expect(changed.files.get('sw.js')).not.toBe(before.files.get('sw.js'));

  const packed = await makeWorker(
    siteOf(new Map([...wonders, ['download/florilegium.zip', bytes('PKPK')]])),
  );
  expect(packed.files).toEqual(before.files);
});

test('a site without files has a worker that keeps nothing', async () => {
  expect((await makeWorker(siteOf(new Map()))).kept).toEqual([]);
});

test.each([
  ['the worker', () => makeWorker(site), ['install', 'activate', 'message', 'fetch']],
  ['the worker that takes itself away', makeRetiredWorker, ['install', 'activate']],
])('%s is one classic script that listens to what it needs', async (_name, make, events) => {
  const heard: string[] = [];
  const self = {
    location: { href: 'https://example.org/survey/sw.js' },
    addEventListener: (event: string) => heard.push(event),
  };
  runInNewContext((await make()).files.get('sw.js') ?? '', { self, URL });
  expect(heard).toEqual(events);
});
