// @module-tag from-disk
import { expect, test } from 'vitest';
import { offlinePage } from '../../src/offline/build/links.ts';
import { readMarkup } from '../../src/offline/build/markup.ts';

const site = {
  files: new Set([
    'index.html',
    '404.html',
    'assets/site.css',
    'papers/a/index.html',
    'papers/a/cite.bib',
    'papers/50% #1/index.html',
    'themes/index.html',
  ]),
  base: '/survey/',
};

function pack(body: string, path = 'papers/a/index.html') {
  const html = `<!doctype html><html><head></head><body>${body}</body></html>`;
  const page = offlinePage(path, html, readMarkup(html), site);
  return { ...page, body: /<\/p>(.*)<\/body>/su.exec(page.html)?.[1] };
}

test.each([
  ['../../themes/', '../../themes/index.html'],
  ['../../themes', '../../themes/index.html'],
  ['../../', '../../index.html'],
  ['../..', '../../index.html'],
  ['./', './index.html'],
  ['../../themes/?q=a&amp;b#c', '../../themes/index.html?q=a&amp;b#c'],
  ['../50%25%20%231/', '../50%25%20%231/index.html'],
  ['/survey/themes/', '../../themes/index.html'],
  ['/survey/papers/50%25%20%231/', '../../papers/50%25%20%231/index.html'],
])('%s names the file %s', (from, to) => {
  expect(pack(`<a class=x href="${from}">t</a>`)).toMatchObject({
    body: `<a class=x href="${to}">t</a>`,
    broken: [],
  });
});

test.each([
  '#here',
  '?q=1',
  'cite.bib',
  '../../assets/site.css',
  'https://example.org/survey/',
  '//example.org/a',
  'mailto:a@example.org',
  'data:image/png;base64,AA',
])('%s stays as it is', (address) => {
  expect(pack(`<a href='${address}'>t</a>`)).toMatchObject({
    body: `<a href='${address}'>t</a>`,
    broken: [],
  });
});

test.each(['../b/', '/themes/', 'cite.ris', '../../themes/%E0%A4%A', '../50%%20/'])(
  '%s leads to nothing',
  (address) => {
    expect(pack(`<a href="${address}">t</a>`).broken).toEqual([address]);
  },
);

test('forms, images and quotations are followed, text and scripts are not', () => {
  const body =
    '<form action="../../themes/"></form><script>"<a href=\'../x/\'>"</script><title><a href="../x/"></title>&lt;a href="../x/">';
  expect(pack(body)).toMatchObject({
    body: body.replace('themes/"', 'themes/index.html"'),
    broken: [],
  });
});

test('a page that only leads elsewhere leads to a file', () => {
  const body = '<meta http-equiv="Refresh" content="0; url=../../themes/">';
  expect(pack(body)).toMatchObject({
    body: '<meta http-equiv="Refresh" content="0; url=../../themes/index.html">',
    broken: [],
  });
  expect(pack(body.replace('themes', 'gone')).broken).toEqual(['../../gone/']);
});

test('bytes outside the edits stay, whatever stands before them', () => {
  const odd = '𝔐 <p  CLASS = x>&nbsp;\r\n<br/>é</p>';
  expect(pack(`${odd}<a href="../../">t</a>${odd}`).body).toBe(
    `${odd}<a href="../../index.html">t</a>${odd}`,
  );
});

test('what only a server can give is left out', () => {
  const body =
    '<link rel="preload" href="../gone.woff2" crossorigin><link rel="stylesheet" href="../../assets/site.css" crossorigin><ul><li data-online><a href="../gone.zip">t</a></li></ul>';
  expect(pack(body)).toMatchObject({
    body: '<link rel="stylesheet" href="../../assets/site.css" ><ul></ul>',
    broken: [],
  });
});

test('fragments that are led to are named', () => {
  const { wanted } = pack('<a href="../../themes/#a%20b">t</a><a href="#c">t</a>');
  expect(wanted.map(({ file, fragment }) => [file, fragment])).toEqual([
    ['themes/index.html', 'a b'],
    ['papers/a/index.html', 'c'],
  ]);
});

test('the page says what to do where its style sheet is missing', () => {
  expect(pack('').html).toMatch(/<body><p class="unpack">.*Extract the whole folder first/u);
});
