// @module-tag private-withheld
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteSchema } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { surveyJson, writers } from '../../src/writers/index.ts';

const folder = join(import.meta.dirname, '../readers');

/** Every case of a reader in which something is private, with the survey made of it. */
const cases = globSync('*/*/seed.txt', { cwd: folder })
  .sort()
  .flatMap((name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const survey = buildSurvey({
      site: siteSchema.parse({ url: 'https://example.org/' }),
      seeds: [{ path: 'seed.txt', bytes }],
      themes: [],
      corrections: [],
      permalinks: { version: 2, permalinks: [] },
    });
    const texts = survey.seeds
      .flatMap(({ account }) => account.parts)
      .filter(({ field }) => field === 'private')
      .map(({ span }) => new TextDecoder().decode(bytes.subarray(span.start, span.end)).trim())
      // A shorter text may be part of any word.
      .filter((text) => text.length >= 8);
    return texts.length > 0 ? [{ name, survey, texts }] : [];
  });

test('formats that carry private text have cases of it', () => {
  const formats = new Set(cases.map(({ name }) => name.split(/[\\/]/)[0]));
  for (const format of ['arxiv-email', 'bibtex', 'zotero-rdf']) expect(formats).toContain(format);
});

test.each(cases)('no export of $name says what is private in it', ({ survey, texts }) => {
  const exports = [
    JSON.stringify(surveyJson(survey)),
    ...writers.map((writer) => writer.write(survey.works, survey)),
  ];
  for (const text of texts)
    expect(
      exports.filter((each) => each.includes(text) || each.includes(JSON.stringify(text))),
    ).toEqual([]);
});
