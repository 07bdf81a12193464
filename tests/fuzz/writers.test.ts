// @module-tag goes-on
// @module-tag exports-whole
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  publishedSurveySchema,
  type Seed,
  siteSchema,
  type Survey,
} from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';
import { parseTex, toPlain, withoutHtml } from '../../src/text/index.ts';
import { references } from '../../src/references/index.ts';
import { cslJson, surveyJson, writers } from '../../src/writers/index.ts';
import { extensionsRead, recordsIn } from '../writers/well-formed.ts';
import { activeParts } from './active-html.ts';
import { bytesOf, hostileSeed } from './hostile-seeds.ts';
import { expectForAll } from './laws.ts';

const site = siteSchema.parse({ url: 'https://example.org/survey/' });

const surveyOf = (seeds: Seed[]): Survey =>
  buildSurvey({
    site,
    seeds,
    themes: [],
    corrections: [],
    permalinks: { version: 2, permalinks: [] },
  });

/** Surveys of two seeds with anything in them. */
const survey = fc
  .tuple(hostileSeed, hostileSeed)
  .map((seeds) =>
    surveyOf(seeds.map(({ name, text }, at) => ({ path: `${at}-${name}`, bytes: bytesOf(text) }))),
  );

/** A plain text whose dollars, where there are several, are taken for those of formulas. */
const dollarsRead = (text: string) => (/\$.*\$/s.test(text) ? toPlain(parseTex(text).rich) : text);

describe('a survey of any papers', () => {
  it('is exported well formed in every format, and other programs find every paper', () => {
    expectForAll(survey, 25, (made) => {
      for (const { extension, ...writer } of writers) {
        const text = writer.write(made.works, made);
        expect(text.isWellFormed()).toBe(true);
        if (extensionsRead.includes(extension)) {
          expect([extension, recordsIn(extension, text)]).toEqual([extension, made.works.length]);
        }
      }
      expect(publishedSurveySchema.safeParse(surveyJson(made)).error).toBeUndefined();
    });
  });

  it('is read back by the survey itself with the same titles', () => {
    expectForAll(survey, 20, (made) => {
      const path = `a.${cslJson.extension}`;
      const bytes = new TextEncoder().encode(cslJson.write(made.works, made));
      // Some programs write entities and tags of HTML or formulas into CSL-JSON, so they are read there. What stands in
      // for a title says nothing, and a file of no other titles is no listing.
      const titles = (of: Survey) =>
        of.works
          .map(({ title }) => dollarsRead(withoutHtml(toPlain(title.value.rich))))
          .filter((title) => title !== 'Paper without a title')
          .sort();
      expect(titles(surveyOf([{ path, bytes }]))).toEqual(titles(made));
    });
  });

  // Citing is slow, and few works are enough to find what the engine trips over.
  it('has every reference of every paper, none of which runs anything', () => {
    expectForAll(survey, 10, (made) => {
      for (const work of made.works) {
        const cited = references(work);
        expect(cited).toHaveLength(6);
        expect(cited.flatMap(({ html }) => activeParts(html))).toEqual([]);
      }
    });
  });
});
