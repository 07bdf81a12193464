import { siteSchema, type Survey } from '../../src/model/index.ts';
import { buildSurvey } from '../../src/pipeline/index.ts';

/** The survey of files, by their paths. */
export function readAll(files: Readonly<Record<string, string>>): Survey {
  return buildSurvey({
    site: siteSchema.parse({ url: 'https://example.org/survey/' }),
    seeds: Object.entries(files).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
    })),
    themes: [],
    corrections: [],
    permalinks: { version: 1, permalinks: [] },
  });
}

/** The survey of one file. */
export const read = (path: string, text: string): Survey => readAll({ [path]: text });
