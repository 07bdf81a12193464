import type { Work } from '../model/index.ts';
import type { Link, SurveyView } from '../view/index.ts';

/** State of the prose of one page while it is rendered: which number a citation gets, and ids used so far. */
export interface Prose {
  /** What the first row is called, where the page has more than this text. */
  label: string | undefined;
  view: SurveyView;
  link: Link;
  /** Number of a cited paper, counted from 1 in order of first mention. */
  numbers: ReadonlyMap<string, number>;
  /** Citation marks so far, so that each card has its own id. */
  marks: number;
  /** Paragraphs and other blocks so far. */
  rows: number;
}

/**
 * A text before it is set.
 *
 * @param cites permalinks it cites, in order of first mention
 * @param label what its first row is called, where the page has more than this text
 */
export function proseOf(
  cites: readonly string[],
  view: SurveyView,
  link: Link,
  label?: string,
): Prose {
  const cited = cites.filter((permalink) => view.works.has(permalink));
  return {
    label,
    view,
    link,
    numbers: new Map(cited.map((permalink, index) => [permalink, index + 1])),
    marks: 0,
    rows: 0,
  };
}

/** `data-cites="arxiv-2507.17249"`, as a citation mark prints it. */
const MARK = /data-cites="([a-z0-9.-]+)"/g;

/** The papers that a rendered paragraph cites, each once, in order, with their numbers. */
export function citedIn(html: string, prose: Prose): { number: number; work: Work }[] {
  const cited = new Map<string, { number: number; work: Work }>();
  for (const [, permalink = ''] of html.matchAll(MARK)) {
    const work = prose.view.works.get(permalink);
    const number = prose.numbers.get(permalink);
    if (work && number !== undefined) cited.set(permalink, { number, work });
  }
  return [...cited.values()];
}

/** Comments that a citation stands between, so that it can be found in a rendered paragraph. */
export const MARKS_OPEN = '<!--cite-->';
export const MARKS_CLOSE = '<!--/cite-->';

/** `word <!--cite-->…<!--/cite-->.`: the word before a citation, the citation, and the stop after it. */
const CITATION = /([^\s<>]*)\s*<!--cite-->([\s\S]*?)<!--\/cite-->([.,;:!?]?)/g;

/** Sets citation marks as print does: after the stop, and never at the head of a line. */
export function setMarks(html: string): string {
  return html.replace(
    CITATION,
    (_, word: string, marks: string, stop: string) =>
      `<span class="nw">${word}${stop}${marks}</span>`,
  );
}
