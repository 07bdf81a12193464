import type { Work } from '../../model/index.ts';
import { unique } from '../lists.ts';

/** What the seeds file a paper under, keywords, headings and collections, as they print it, each once. */
export function filedUnder({ keywords }: Work): string[] {
  return unique(keywords.map(({ value }) => value.value));
}
