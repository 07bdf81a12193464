import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { siteSchema } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { references } from '../../src/references/index.ts';
import { emptyLedger } from '../pipeline/make.ts';

const site = siteSchema.parse({ url: 'https://example.org/survey/' });

/** The works of a folder's seed by their numbers, each as every style prints it. */
function printedOf(folder: string, form: 'html' | 'plain'): string[] {
  const bytes = new Uint8Array(readFileSync(`${import.meta.dirname}/${folder}/seed.bib`));
  const survey = buildSurvey({
    site,
    seeds: [{ path: 'seed.bib', bytes }],
    themes: [],
    corrections: [],
    permalinks: emptyLedger,
    editions: [],
  });
  return survey.works
    .map((work) => ({ work, key: Number(work.citationKey.replace(/\D/g, '')) }))
    .sort((a, b) => a.key - b.key)
    .map(({ work }) => {
      const lines = references(work).map((each) => `  ${each.label}: ${each[form]}\n`);
      return `${work.citationKey} (${work.publication.type})\n${lines.join('')}`;
    });
}

describe('a style', () => {
  it('prints works of many types as its manual has them', async () => {
    const folder = 'works-of-many-types';
    const printed = printedOf(folder, 'plain');
    expect(printed).toHaveLength(26);
    await expect(printed.join('\n')).toMatchFileSnapshot(
      `${import.meta.dirname}/${folder}/expected.txt`,
    );
  });

  it('prints marks of titles, and a dash in stretches of pages and nowhere else', async () => {
    const folder = 'marks-and-pages';
    const printed = printedOf(folder, 'html');
    expect(printed).toHaveLength(5);
    await expect(printed.join('\n')).toMatchFileSnapshot(
      `${import.meta.dirname}/${folder}/expected.html.txt`,
    );
  });
});
