// @module-tag nothing-lost
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSeed } from '../../src/pipeline/reading/read.ts';

/** Exports whose every line says something of a paper, of the formats that state a publication in full. */
const exports = [
  'bibtex/zotero-with-notes-of-several-lines',
  'bibtex/biblatex-of-zotero-in-all-types',
  'bibtex/jabref-with-days-of-a-conference',
  'bibtex/acm-with-place-of-publisher-and-conference',
  'ris/zotero-in-all-types',
  'pubmed-nbib/group-beside-people',
  'web-of-science/group-beside-people',
  'table/scopus-with-chapters-and-volumes',
  'csl-json/zotero-with-notes-of-several-lines',
  'works-json/one-dataset-of-datacite',
];

describe('an export that states publications in full', () => {
  it.each(exports)('leaves less than 15 % of %s to furniture, and nothing unparsed', (name) => {
    const bytes = new Uint8Array(readFileSync(`${import.meta.dirname}/${name}/seed.txt`));
    const { totals } = readSeed({ path: 'seed.txt', bytes }).reading.account;
    expect(totals.chrome / bytes.length).toBeLessThan(0.15);
    expect(totals.unparsed).toBe(0);
  });
});
