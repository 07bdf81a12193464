import type { Work } from '../model/index.ts';
import { hasMath } from '../text/index.ts';
import type { SurveyView } from './survey-view.ts';

/** Whether titles of these works, or the openings of their abstracts where these are printed too, hold a formula. */
export function mathIn(works: Iterable<Work | undefined>, openings?: SurveyView): boolean {
  for (const work of works) {
    if (!work) continue;
    if (hasMath(work.title.value.rich)) return true;
    if (openings && hasMath(openings.opening(work))) return true;
  }
  return false;
}
