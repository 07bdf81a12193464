import { collapse } from '../../text/index.ts';

/** What stands for a date or a place where there is none yet: `in press`. */
const STATE =
  /^\W*(?:(?:in|under) (?:peer )?(?:press|print|preparation|progress|review|revision)|forthcoming|to appear|(?:re)?submitted|accepted|unpublished|(?:(?:published |epub )?online |epub )?ahead[ -]of[ -]print|online[ -]first|early[ -](?:access|view))\W*$/i;

/** True for a text that says no more than how far a paper has come: `in press`, `(submitted)`. */
export const isState = (printed: string) => STATE.test(printed);

/** `(2024)` behind a state */
const YEAR = /\W*(?:19|20)\d{2}\W*$/;

/** `Preprint. Under review`, `Manuscript submitted to …`: what a state is said of. */
const SAID_OF =
  /^(?:(?:(?:arxiv )?preprint|manuscript|(?:journal |conference )?(?:article|paper)|work|currently)[\s,.;:–—-]+){1,2}/iu;

/** What a paper does not stand in: `Submitted to Annals of Hedges`, `Under review as a conference paper at HEDGE 2024`. */
const NOT_YET =
  /^(?:(?:re)?submitted(?=\s+(?:to|for|at)\b|\s*[,:;(])|(?:under|in) (?:peer )?(?:review|revision|preparation)(?=\s+(?:at|by|in|for|with|as)\b|\s*[,:;(]))/iu;

/** What a paper will stand in: `To appear in Annals of Hedges`, `Accepted for publication in …`, `in press, …`. */
const SOON =
  /^(to appear|forthcoming|in press|accepted(?: for (?:publication|presentation))?)(?:\s+(?:in|at|by):?\s+|\s*[,:;]\s*(?:in\s+)?)(?=[\p{L}\d])/iu;

/** `the Conference on Hedges`; `The Annals` has it in its name. */
const ARTICLE = /^the (?=[\p{Lu}\d])/u;

/** What stands where the container of a paper is expected: its name, how far the paper has come, or both. */
export interface PrintedPlace {
  container?: string;
  state?: string;
}

/** Reads the printed name of a container, which may say that there is none yet: a paper stands in no `Submitted to X`. */
export function readPlace(printed: string): PrintedPlace {
  const place = collapse(printed);
  const said = place.replace(SAID_OF, '');
  if (isState(said.replace(YEAR, '')) || NOT_YET.test(said)) return { state: place };
  const [soon, state] = SOON.exec(said) ?? [];
  if (soon === undefined || state === undefined) return { container: place };
  return { container: said.slice(soon.length).replace(ARTICLE, ''), state: state.toLowerCase() };
}
