import { describe, expect, it } from 'vitest';
import { bibtex } from '../../src/readers/formats/bibtex/index.ts';
import { cslJson } from '../../src/readers/formats/csl-json.ts';
import { CONFIDENT, decodeSeed } from '../../src/readers/index.ts';
import { pubmedNbib } from '../../src/readers/formats/pubmed-nbib.ts';
import { ris } from '../../src/readers/formats/ris.ts';
import { webOfScience } from '../../src/readers/formats/web-of-science.ts';
import { zoteroRdf } from '../../src/readers/formats/zotero-rdf.ts';

const formats = [bibtex, cslJson, pubmedNbib, ris, webOfScience, zoteroRdf];

function wanting(text: string): string[] {
  const seed = decodeSeed({ path: 'seed.txt', bytes: new TextEncoder().encode(text) });
  return formats
    .filter((reader) => reader.detect(seed.text) >= CONFIDENT)
    .map(({ format }) => format);
}

describe('texts that are no export of references', { tags: 'nothing-invented' }, () => {
  it.each([
    ['nothing', ''],
    ['prose', 'We count sparrows at noon.\n\nTY - the tagging yard - is where ER - begins.\n'],
    ['the description of a package', '{"name": "sparrows", "type": "module", "version": "1.0.0"}'],
    [
      'posts of a site',
      '[{"id": 1, "type": "article", "title": "A"}, {"id": 2, "type": "event", "title": "B"}]',
    ],
    [
      'works of a catalogue with fields of its own',
      '{"results": [{"id": "W1", "type": "article", "title": "A", "authorships": [{"author": {"display_name": "A"}}]}]}',
    ],
    ['numbers', '[1, 2, [3, {"type": 4}]]'],
    [
      'a style sheet',
      '@media (width > 600px) {\n  a { color: red }\n}\n@font-face { src: url(a) }\n',
    ],
    ['Java', '@Override\npublic void a() {}\n@SuppressWarnings("x")\nclass B { int c = 1; }\n'],
    [
      'mail',
      'From: ann@example.org\nTo: bo@example.org (Bo)\n\nSee @sparrows {and} others = many.\n',
    ],
    [
      'a page that asks to be cited',
      `# Papers on sparrows\n\n${'- A paper, with words about it. https://example.org/paper\n'.repeat(20)}\n\`\`\`\n@misc{sparrows, title = {Papers on Sparrows}, year = {2023}}\n\`\`\`\n`,
    ],
    [
      'RDF of another kind',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item rdf:about="a"><title>A</title></item></rdf:RDF>',
    ],
    ['only macros', '@string{a = "b"}\n@comment{c}\n@preamble{"d"}\n'],
    ['tags in capitals', 'PT Boats of the war\nAU revoir\nTI amo\nER was here\n'],
  ])('are left alone: %s', (_, text) => {
    expect(wanting(text)).toEqual([]);
  });
});

describe('exports of references', () => {
  it.each([
    ['bibtex', '@article{a, title = {A}}'],
    ['bibtex', '\n\n@MISC(a,\n  title = "A"\n)'],
    ['ris', 'TY  - JOUR\nTI  - A\nAU  - Lee, Ann\nER  - \n'],
    ['pubmed-nbib', 'PMID- 1\nTI  - A\nFAU - Lee, Ann\n'],
    ['web-of-science', 'PT J\nAU Lee, A\nTI A\nSO B\nER\n\nEF'],
    ['csl-json', '[{"id": "a", "type": "book", "title": "A", "issued": {"raw": "2020"}}]'],
    ['zotero-rdf', '<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#"></rdf:RDF>'],
  ])('are known as %s', (format, text) => {
    expect(wanting(text)).toEqual([format]);
  });
});
