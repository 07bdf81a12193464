import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { siteSchema } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { references } from '../../src/references/index.ts';
import { emptyLedger } from '../pipeline/make.ts';

const folder = `${import.meta.dirname}/works-of-many-types`;
const site = siteSchema.parse({ url: 'https://example.org/survey/' });
const seed = { path: 'seed.bib', bytes: new Uint8Array(readFileSync(`${folder}/seed.bib`)) };
const survey = buildSurvey({
  site,
  seeds: [seed],
  themes: [],
  corrections: [],
  permalinks: emptyLedger,
  editions: [],
});

describe('a style', () => {
  it('prints works of many types as its manual has them', async () => {
    const printed = survey.works
      .map((work) => ({ work, key: Number(work.citationKey.replace(/\D/g, '')) }))
      .sort((a, b) => a.key - b.key)
      .map(({ work }) => {
        const lines = references(work, site).map(({ label, plain }) => `  ${label}: ${plain}\n`);
        return `${work.citationKey} (${work.publication.type})\n${lines.join('')}`;
      });
    expect(printed).toHaveLength(26);
    await expect(printed.join('\n')).toMatchFileSnapshot(`${folder}/expected.txt`);
  });
});
