import type { MathCoverage, Message, ShownText, Sourced, TextValue, Work } from '../model/index.ts';
import { mathProblems, mathSpans, unknownMathCommands } from '../text/index.ts';

/** Longest part of a formula that a message quotes. */
const QUOTED = 160;

/**
 * What became of the formulas in the titles and abstracts that the survey shows, in order of works; and what authors'
 * commands and formulas that KaTeX cannot set have to say. Every count is the length of a list or of a part of one.
 */
export function mathCoverage(works: readonly Work[]): {
  coverage: MathCoverage;
  messages: Message[];
} {
  const coverage: MathCoverage = {
    spans: { intact: 0, mended: 0, repaired: 0, left: 0, rendered: 0, failed: 0 },
    texts: { plain: 0, set: 0, partly: 0 },
    left: [],
    failed: [],
    unknown: [],
  };
  const messages: Message[] = [];
  for (const work of works) {
    for (const { field, text } of shownTexts(work)) {
      addText(coverage, messages, placeOf(work.permalink, field, text), text.value);
    }
  }
  return { coverage, messages };
}

/** The texts of a work that can hold formulas and are shown: its title and, where it has one, its abstract. */
export function shownTexts({
  title,
  fields: { abstract },
}: Work): { field: ShownText['field']; text: Sourced<TextValue> }[] {
  return [
    { field: 'title', text: title },
    ...(abstract === undefined ? [] : [{ field: 'abstract' as const, text: abstract }]),
  ];
}

function placeOf(
  permalink: string,
  field: ShownText['field'],
  { from }: Sourced<TextValue>,
): ShownText {
  const read = from.kind === 'inferred' ? from.basis : from.kind === 'seed' ? from : undefined;
  if (read === undefined) return { permalink, field };
  return { permalink, field, seed: { path: read.seed, lines: read.lines } };
}

function addText(
  { spans, texts, ...lists }: MathCoverage,
  messages: Message[],
  place: ShownText,
  { rich, left = [] }: TextValue,
): void {
  const formulas = mathSpans(rich);
  const failed = mathProblems(rich);
  for (const { origin } of formulas) spans[origin] += 1;
  spans.left += left.length;
  spans.failed += failed.length;
  spans.rendered += formulas.length - failed.length;
  if (left.length > 0 || failed.length > 0) texts.partly += 1;
  else if (formulas.length > 0) texts.set += 1;
  else texts.plain += 1;
  lists.left.push(...left.map((run) => ({ ...place, ...run })));
  lists.failed.push(...failed.map((problem) => ({ ...place, ...problem })));

  const { permalink, field, seed } = place;
  const about = {
    severity: 'note' as const,
    ...(seed === undefined ? {} : { source: { file: seed.path, lines: seed.lines } }),
  };
  for (const command of unknownMathCommands(rich)) {
    lists.unknown.push({ ...place, command });
    messages.push({
      ...about,
      code: 'math-unknown-command',
      text: `A formula in the ${field} of ${permalink} has the command ${command}, which KaTeX does not know; its name is set upright.`,
      hint: 'If it is an author macro, write its meaning into a correction of this field.',
    });
  }
  for (const { latex, reason } of failed) {
    messages.push({
      ...about,
      severity: 'warning',
      code: 'math-not-set',
      text: `The formula ${latex.slice(0, QUOTED)} in the ${field} of ${permalink} is shown as LaTeX: ${reason}`,
      hint: 'Write it in LaTeX that KaTeX knows, in a correction of this field.',
    });
  }
}
