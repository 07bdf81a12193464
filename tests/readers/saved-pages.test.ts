// @module-tag every-byte
// @module-tag traced
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSeed } from '../../src/pipeline/reading/read.ts';
import { decodeSeed, pageText } from '../../src/readers/index.ts';
import { escapeHtml } from '../../src/text/index.ts';
import { expectFaithful } from './faithful.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const page = (body: string) =>
  `<!DOCTYPE html>\n<html><head><title>A</title></head><body>\n${body}\n</body></html>\n`;
const shown = (html: string) =>
  pageText(decodeSeed({ path: 'a.html', bytes: bytesOf(html) }).text)?.text.text;

describe('the text of a saved page', () => {
  it.each([
    ['<p>One  walk\n of &lt;two&gt;</p><p>Two</p>', 'One walk of <two>\n\nTwo'],
    ['<div>One</div><div>Two<br>three</div>', 'One\nTwo\nthree'],
    ['<ul><li>One<li>Two</ul>', 'One\nTwo'],
    ['<table><tr><td>One</td><td>Two</td></tr><tr><td>3</td></tr></table>', 'One\tTwo\n3'],
    ['a<script>if (1 < 2) "<p>no</p>"</script>b<style>p {}</style>', 'ab'],
    ['<div hidden>no <div>no</div> no</div>yes', 'yes'],
    ['R<sup>2</sup> &amp;amp; &#233;&hellip;', 'R2 &amp; é…'],
    ['one<!-- no -->two <b>three', 'onetwo three'],
    ['a & b &unknown; &lt', 'a & b &unknown; &lt'],
  ])('%s is %s', (body, text) => {
    expect(shown(page(body))?.trim()).toBe(text);
  });

  it.each(['# A list\n<p>of papers</p>', 'An <html> element', '<?xml version="1.0"?><html/>', ''])(
    'is only that of a page: %s',
    (text) => {
      expect(shown(text)).toBeUndefined();
    },
  );

  it('tiles any page, and every value stands where it says', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div hidden>',
        '</div>',
        '<script>',
        '</script>',
        '&amp;',
        '&',
        '<!--',
        '-->',
        '<',
        '[1] arXiv:2501.00001 [pdf]<br>Title: A walk<br>Ann Lee<br>Subjects: A (cs.AI)<br>',
        '𝑅é\n',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) =>
        expectFaithful(bytesOf(page(pieces.join('')))),
      ),
    );
  });
});

/** Formats that are pages of the web. */
const PAGES = ['arxiv-listing', 'arxiv-search', 'hugging-face-papers', 'scholarfeed-author'];

describe.each(PAGES)('a page of the kind %s, saved instead of copied', (format) => {
  const folder = new URL(`${format}/`, import.meta.url);
  const cases = readdirSync(folder).filter((name) => !name.includes('html'));
  it.each(cases)('gives the same papers: %s', (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(`${name}/seed.txt`, folder)));
    const { text } = decodeSeed({ path: 'a.txt', bytes });
    const lines = text.text.split(/\r\n|\r|\n/u);
    const html = page(
      lines.map((line) => (line === '' ? '<p></p>' : `<div>${escapeHtml(line)}</div>`)).join('\n'),
    );
    const valuesIn = (seed: Uint8Array) =>
      readSeed({ path: 'a.txt', bytes: seed }).listings.flatMap(({ format: read, records }) =>
        records.map(({ fields }) => [
          read,
          ...fields.map((field) => `${field.name}: ${field.value.replace(/\s+/gu, ' ')}`),
        ]),
      );
    expect(valuesIn(bytesOf(html))).toEqual(valuesIn(bytes));
    expectFaithful(bytesOf(html));
  });
});
