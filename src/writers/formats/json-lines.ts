import { lineFormat } from './line-format.ts';
import { publishWork } from '../survey-json.ts';
import type { Writer } from '../writer.ts';

/** One line of JSON a work, each shaped like an element of `works` in survey.json. */
export const jsonLines: Writer = {
  ...lineFormat,
  write: (works, context) =>
    works.map((work) => `${JSON.stringify(publishWork(work, context))}\n`).join(''),
};
