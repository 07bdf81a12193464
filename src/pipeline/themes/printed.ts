import { compareText } from '../lists.ts';

/** `Merging`, but not `MoE`, `SVD` or `merging`: a capital that a word may owe to a title. */
export const TITLE_CASE = /^\p{Lu}\p{Ll}+$/u;

/** The form printed most often; of equals the first in order of code units. Undefined where there is none. */
export function mostPrinted(forms: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [form, count] of forms) {
    if (count > most || (count === most && best !== undefined && compareText(form, best) < 0)) {
      best = form;
      most = count;
    }
  }
  return best;
}
