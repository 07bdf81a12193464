// @module-tag from-disk
import { gzipSync, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { siteSchema } from '../../src/model/index.ts';
import { makeBundle, sizedPage } from '../../src/offline/build/bundle.ts';

const site = siteSchema.parse({ title: 'Parts', url: 'https://example.org/survey/' });
const encode = (text: string) => new TextEncoder().encode(text);
const index: [string, Uint8Array][] = [
  ['pagefind/start.bin', gzipSync(encode('{}'), { mtime: 0 })],
];

function files(more: Record<string, string> = {}): Map<string, Uint8Array> {
  const page = (body: string) => `<!doctype html><html><head></head><body>${body}</body></html>`;
  const texts = {
    'index.html': page(
      '<a href="papers/#a">t</a><i data-online>Zip <b data-bundle-size></b></i><link rel="manifest" href="manifest.webmanifest"><link rel="apple-touch-icon" href="icons/icon-192.png"><script src="assets/serviceWorker-A1.js" data-online></script>',
    ),
    'papers/index.html': page('<p id="a"><a href="../">t</a><a href="../a.txt">t</a></p>'),
    'a.txt': 'text',
    'assets/a.css':
      'a { background: url("./b.svg") } b { background: url(data:image/png;base64,) }',
    'assets/b.svg': '<svg/>',
    'sitemap-0.xml': '<urlset/>',
    'sw.js': '',
    'sw-files.txt': '',
    'manifest.webmanifest': '{}',
    'icons/icon-192.png': '',
    'offline/index.html': page('<a href="/survey/">t</a><b data-bundle-size></b>'),
    'assets/serviceWorker-A1.js': '',
    'download/florilegium.zip': 'an earlier bundle',
    ...more,
  };
  return new Map([
    ...Object.entries(texts).map(([path, text]) => [path, encode(text)] as const),
    ...index,
  ]);
}

/** The bundle of some files, with its bytes. */
async function bundleOf(all: ReadonlyMap<string, Uint8Array>) {
  const chunks: Uint8Array[] = [];
  const read = async (path: string) => all.get(path) ?? new Uint8Array();
  const made = await makeBundle({ paths: [...all.keys()], read }, site, (bytes) => {
    chunks.push(bytes);
  });
  return { ...made, zip: new Uint8Array(Buffer.concat(chunks)) };
}

test('one folder holds pages, data, search and a README, and nothing only a server needs', async () => {
  const { zip, bytes } = await bundleOf(files());
  const out = unzipSync(zip);
  const names = Object.keys(out);
  expect(names).toEqual([
    'parts/README.txt',
    'parts/a.txt',
    'parts/assets/a.css',
    'parts/assets/b.svg',
    'parts/index.html',
    'parts/pagefind/start.bin.js',
    'parts/papers/index.html',
  ]);
  const text = (name: string) => new TextDecoder().decode(out[`parts/${name}`]);
  expect(text('index.html')).toContain('<a href="papers/index.html#a">t</a></body>');
  expect(text('README.txt')).toMatch(/^Parts\n=====\n.*Open index\.html.*example\.org\/survey/su);
  expect(bytes).toBe(Object.values(out).reduce((sum, { length }) => sum + length, 0));
});

test('the hosted page gets the size of the bundle, which does not depend on it', async () => {
  const { zip, length, sizes } = await bundleOf(files());
  expect(length).toBe(zip.length);
  expect([...sizes.keys()].sort()).toEqual(['index.html', 'offline/index.html']);
  const html = new TextDecoder().decode(files().get('index.html'));
  const sized = sizedPage(html, sizes.get('index.html') ?? [], 7_272_646, { language: 'de' });
  expect(sized).toContain('Zip <b data-bundle-size>7,3 MB</b>');
});

test('the same files give the same bundle, in whatever order they are read', async () => {
  const { zip } = await bundleOf(files());
  expect((await bundleOf(new Map([...files()].reverse()))).zip).toEqual(zip);
});

test.each([
  ['a page', 'b.html', '<body><a href="gone/">t</a>', 'b.html -> gone/'],
  ['a fragment', 'b.html', '<body><a href="papers/#b">t</a>', 'b.html -> papers/index.html#b'],
  ['a style sheet', 'b.css', 'a { src: url(gone.woff2) }', 'b.css -> gone.woff2'],
])('%s that is not there stops the build', async (_what, path, text, said) => {
  await expect(bundleOf(files({ [path]: text }))).rejects.toThrow(said);
});
