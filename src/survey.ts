/** What pages of a project's own may ask of its survey beside the collections, which hold what lists show. */
import { getSurvey } from './loaders/index.ts';
import type { Work } from './model/index.ts';
import { viewOf } from './view/index.ts';

export { getSurvey } from './loaders/index.ts';
export type * from './model/index.ts';
export { toHtml, toLatex, toPlain } from './text/index.ts';

/**
 * All that is known of one paper: every field with its sources, its identifiers, relations and mentions. The survey is
 * made once for a build, so this costs a look into a table.
 *
 * @param permalink id of an entry of `papers`; one that was merged leads to where it stands
 * @returns undefined for a permalink that no paper has
 */
export async function getPaper(permalink: string): Promise<Work | undefined> {
  const { works, current } = viewOf(await getSurvey());
  return works.get(current(permalink));
}
