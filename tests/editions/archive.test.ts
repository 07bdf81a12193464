// @module-tag permalinks-stay
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packEdition, unpackEdition } from '../../src/editions/archive.ts';
import { proseHtml } from '../../src/editions/prose-html.ts';
import { siteSchema, type WrittenTheme, themeSchema } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { emptyLedger } from '../pipeline/make.ts';

const prose = (body: string): WrittenTheme => ({
  slug: 'walks',
  file: 'themes/walks.mdx',
  frontMatter: themeSchema.parse({
    label: 'Walks & ways',
    tagline: 'On foot.',
    scopeNote: 'All <of> them.',
    rules: { terms: [{ term: 'walk', weight: 3 }] },
  }),
  body,
  bodyLine: 9,
});

function copied(body = 'Walks are $n^2$ long<Cite of="arxiv-2501.00001" />.\n') {
  const entry =
    '@article{a, title = {One walk of $x < y$}, author = {Ada Long}, year = {2024}, eprint = {2501.00001}, archiveprefix = {arXiv}, abstract = {We walk & count.}}';
  const themes = [prose(body)];
  const survey = buildSurvey({
    site: siteSchema.parse({ title: 'Walks', url: 'https://example.org/walks/' }),
    seeds: [{ path: 'list.bib', bytes: new TextEncoder().encode(entry) }],
    themes,
    corrections: [],
    permalinks: emptyLedger,
  });
  return { survey, themes, pages: [] };
}

const textOf = (archive: Uint8Array, name: string) =>
  new TextDecoder().decode(unpackEdition(archive, '2026-01').files.get(name));

describe('the copy of an edition', () => {
  it('has the papers, the theme and its prose on a page that loads nothing but its style sheet', () => {
    const page = textOf(packEdition(copied(), '2026-01'), 'index.html');
    expect(page).toContain('<li id="arxiv-2501.00001">');
    for (const said of [
      'Ada Long',
      'We walk &amp; count.',
      'Walks &amp; ways',
      'All &lt;of&gt; them.',
    ])
      expect(page).toContain(said);
    expect(page).toContain('long<a href="#arxiv-2501.00001" class="cite">[1]</a>.');
    expect(page).toMatch(/<math><semantics>.*<msup><mi>n<\/mi><mn>2<\/mn><\/msup>/u);
    expect(
      page.match(/<(?:script|style|img|iframe|link rel="stylesheet" href="(?!style\.css"))/u),
    ).toBeNull();
    expect(page).not.toContain('style="');
  });

  it('is the same bytes for the same survey', () => {
    expect(packEdition(copied(), '2026-01')).toEqual(packEdition(copied(), '2026-01'));
  });

  it('stands in one folder when it is extracted', () => {
    expect(Object.keys(unzipSync(packEdition(copied(), '2026-01')))).toEqual([
      'walks-2026-01/edition.json',
      'walks-2026-01/index.html',
      'walks-2026-01/papers.json',
      'walks-2026-01/style.css',
    ]);
  });

  it('is refused when it is of another edition, or was changed', () => {
    const archive = packEdition(copied(), '2026-01');
    expect(() => unpackEdition(archive, '2026-02')).toThrow('it holds the edition 2026-01');
    const other = packEdition(copied('Walks are short.\n'), '2026-01');
    expect(textOf(other, 'index.html')).not.toBe(textOf(archive, 'index.html'));
  });
});

describe('prose that stands alone', () => {
  const html = (mdx: string) =>
    proseHtml(mdx, {
      name: 'theme_walks',
      address: 'https://example.org/walks/themes/walks/',
      below: 2,
      cite: () => undefined,
    });

  it('puts headings below those of the page and makes links absolute', () => {
    expect(html('## Ways\n\nSee [all](../../papers/).')).toBe(
      '<h4>Ways</h4>\n<p>See <a href="https://example.org/walks/papers/">all</a>.</p>',
    );
  });

  it('keeps what components hold and leaves out what they do', () => {
    expect(
      html("import X from './x.js'\n\n<X a={1}>A *b* {1 + 1}</X> <sup>c</sup>![d](e.png)"),
    ).toBe('<p>A <em>b</em>  <sup>c</sup>d</p>');
  });
});
