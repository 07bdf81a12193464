import { surveyWriters } from '../writers/index.ts';
import type { Distribution } from './json-ld.ts';

/** `works.csl.json` keeps apart from other JSON in the folder. */
const fileNames: Record<string, string> = { 'csl-json': 'works.csl.json' };

/** The name of an export in the data folder: `works.bib`. */
export function dataFileName({ format, extension }: { format: string; extension: string }): string {
  return fileNames[format] ?? `works.${extension}`;
}

/** Every file of the data folder, the whole survey first. */
export const dataFiles: readonly (Distribution & { format: string; holds: string })[] = [
  {
    path: '/data/survey.json',
    format: 'survey',
    label: 'Survey',
    mediaType: 'application/json',
    holds: 'Everything the pages show, and where each value was read.',
  },
  {
    path: '/data/survey.schema.json',
    format: 'schema',
    label: 'JSON Schema',
    mediaType: 'application/schema+json',
    holds: 'The shape of the survey file (draft 2020-12).',
  },
  ...surveyWriters.map((writer) => ({
    path: `/data/${dataFileName(writer)}`,
    format: writer.format,
    label: writer.label,
    mediaType: writer.mediaType,
    holds: writer.holds,
  })),
];
