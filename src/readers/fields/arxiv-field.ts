import type { FieldName } from '../../model/index.ts';
import type { Found, Range } from '../seed/index.ts';
import { arxivAuthors } from './arxiv-authors.ts';

/** What arXiv's pages and mails call fields that are set as they stand. */
const FIELDS: readonly (readonly [RegExp, FieldName])[] = [
  [/^title$/, 'title'],
  [/^abstract$/, 'abstract'],
  [/^comments?$/, 'comment'],
  [/^(?:categories|subjects?)$/, 'categories'],
  [/^journal[- ]ref(?:erence)?$/, 'journal_ref'],
  [/^(?:related )?doi$/, 'doi'],
];

/** What stands behind a label of arXiv, in small letters: `journal-ref`, `authors`. */
export function arxivField(text: string, label: string, range: Range): Found[] {
  if (/^authors?$/.test(label)) return arxivAuthors(text, range);
  const name = FIELDS.find(([pattern]) => pattern.test(label))?.[1];
  return [name === undefined ? { name: 'other', range, label } : { name, range }];
}
