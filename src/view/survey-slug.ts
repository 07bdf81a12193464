import { type Site, shortTitleOf } from '../model/index.ts';
import { plainLetters } from '../text/index.ts';
import { slugOf } from '../pipeline/index.ts';

/** The survey's short title in letters of ASCII, for names of files and keys: `parts-and-wholes`; `survey` where it has none. */
export function surveySlug(site: Pick<Site, 'title' | 'short_title'>): string {
  const plain = plainLetters(slugOf(shortTitleOf(site)));
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'survey';
}
