import { publishWork } from './survey-json.ts';
import type { Writer } from './writer.ts';

/** One line of JSON a work, each shaped like an element of `works` in survey.json. */
export const jsonLines: Writer = {
  format: 'json-lines',
  label: 'JSON Lines',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  holds: 'One paper a line, each as an element of works in the survey file.',
  write: (works, context) =>
    works.map((work) => `${JSON.stringify(publishWork(work, context))}\n`).join(''),
};
