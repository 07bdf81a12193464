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

  it('is that of a list cut out of one', () => {
    expect(shown('<ol>\n<li>One<li>Two\n</ol>\n')?.trim()).toBe('One\nTwo');
    expect(shown('<ol><li>One</li></ol>\n\n# A list')).toBeUndefined();
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

describe('the source of a saved page', () => {
  const read = (head: string, body: string) => {
    const html = `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
    expectFaithful(bytesOf(html));
    return readSeed({ path: 'a.html', bytes: bytesOf(html) }).records.map(({ fields }) =>
      fields.filter(({ name }) => name !== 'other').map(({ name, value }) => `${name}: ${value}`),
    );
  };
  const item = (title: string, link: string) =>
    `<li><b>${title}</b><div>Ann Lee, Bo Fox and Cy Moss</div><div>Journal of Hedges, 2020</div><div>[<a href="${link}">PDF</a>]</div></li>`;
  const three = `${item('Hedges that Sing', 'https://doi.org/10.1000/1')}${item('Gates that Hum', 'https://arxiv.org/abs/2001.00001')}`;

  it.each([
    [
      'Highwire',
      '<meta name="citation_title" content="Roots &amp; Leaves"><meta name="citation_author" content="Lee, Ann"><meta name="citation_author" content="Fox, Bo"><meta name="citation_firstpage" content="1"><meta name="citation_lastpage" content="9"><meta name="citation_doi" content="10.1000/1">',
    ],
    [
      'Dublin Core',
      '<meta name="DC.title" content="Roots &amp; Leaves"><meta name="DC.creator" content="Lee, Ann"><meta name="DC.creator" content="Fox, Bo"><meta name="prism.startingPage" content="1"><meta name="prism.endingPage" content="9"><meta name="DC.identifier" content="10.1000/1">',
    ],
    [
      'schema.org',
      '<script type="application/ld+json">{"@type":"ScholarlyArticle","headline":"Roots & Leaves","author":["Lee, Ann","Fox, Bo"],"pageStart":"1","pageEnd":"9","sameAs":"10.1000/1"}</script>',
    ],
    [
      'COinS',
      '<body><span class="Z3988" title="rft.atitle=Roots%20%26+Leaves&amp;rft.au=Lee%2C+Ann&amp;rft.au=Fox%2C+Bo&amp;rft.spage=1&amp;rft.epage=9&amp;rft_id=info:doi/10.1000/1"></span>',
    ],
  ])('states a paper in the words of %s', (_, head) => {
    expect(read(head, '<p>Welcome.</p>').map((fields) => fields.toSorted())).toEqual([
      [
        'author: Fox, Bo',
        'author: Lee, Ann',
        'doi: 10.1000/1',
        'pages: 1-9',
        'title: Roots & Leaves',
      ],
    ]);
  });

  it('adds to papers that are seen what links and data say of them', () => {
    const body = `<h2>Papers on fences</h2><ol>${three}${item('Roots and Leaves', 'b.pdf')}</ol>`;
    const head =
      '<meta name="citation_title" content="Roots and leaves"><meta name="citation_doi" content="10.1000/3">';
    const identifiers = read(head, body).map((fields) =>
      fields.filter((field) => /^(?:doi|arxiv|url)/u.test(field)),
    );
    expect(identifiers).toEqual([['doi: 10.1000/1'], ['arxiv: 2001.00001'], ['doi: 10.1000/3']]);
  });

  it('takes an address from an attribute that is written with blanks', () => {
    const last = item('Roots and Leaves', '').replace(
      'href=""',
      'href = "https://doi.org/10.1000/5"',
    );
    expect(read('', `<ol>${three}${last}</ol>`).at(-1)).toContain('doi: 10.1000/5');
  });

  it('gives no identifier to a paper in whose text several are linked', () => {
    const body = `<ol>${three}${item('Roots and Leaves', 'https://doi.org/10.1000/3">DOI</a> <a href="https://doi.org/10.1000/4')}</ol>`;
    expect(
      read('', body)
        .at(-1)
        ?.some((field) => field.startsWith('doi')),
    ).toBe(false);
  });

  it('states no paper where it is about something else', () => {
    const head =
      '<meta name="DC.title" content="Rubbish"><meta name="DC.creator" content="Town"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rubbish is collected","author":"Ann Lee"}</script>';
    expect(read(head, '<p>We collect rubbish on Mondays.</p>')).toEqual([]);
  });
});
