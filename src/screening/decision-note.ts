import type { Decision } from '../model/index.ts';
import { collapse } from '../text/index.ts';
import { stageOf, verdictOf } from './decisions.ts';

/** What is said of a paper in a note on it. */
export type NotedDecision = Pick<Decision, 'verdict' | 'stage' | 'reason' | 'note' | 'reviewer'>;

const BEGINNING = 'Screening decision: ';
const NAMES = { stage: 'Stage', reason: 'Reason', reviewer: 'Reviewer', note: 'Note' } as const;
const KEYS = ['stage', 'reason', 'reviewer', 'note'] as const;
const BETWEEN = ' // ';

/**
 * A decision as a note of RIS and BibTeX: `Screening decision: exclude // Stage: full-text // Reason: wrong outcome`. It is in
 * English whatever the site speaks, so that programs, and {@link decisionInNote}, can read it.
 */
export function noteOfDecision(decision: NotedDecision): string {
  const said = KEYS.flatMap((key) => {
    const value = decision[key];
    return value === undefined ? [] : [`${NAMES[key]}: ${escaped(value)}`];
  });
  return [BEGINNING + decision.verdict, ...said].join(BETWEEN);
}

/** The decision in a note, behind whatever else it says; undefined where there is none. */
export function decisionInNote(note: string): NotedDecision | undefined {
  const from = note.lastIndexOf(BEGINNING);
  if (from < 0) return undefined;
  const [first = '', ...parts] = note.slice(from + BEGINNING.length).split(BETWEEN);
  const verdict = verdictOf(first);
  if (verdict === undefined) return undefined;
  const textOf = (key: (typeof KEYS)[number]) => {
    const begins = `${NAMES[key]}: `;
    const part = parts.find((each) => each.startsWith(begins));
    return part === undefined ? undefined : unescaped(part.slice(begins.length));
  };
  return {
    verdict,
    stage: stageOf(textOf('stage') ?? ''),
    reason: textOf('reason'),
    note: textOf('note'),
    reviewer: textOf('reviewer'),
  };
}

/** What parts two values stands in none of them: ` // ` in one is ` /// `. */
const escaped = (text: string) => collapse(text).replace(SLASHES, '$&/');
const unescaped = (text: string) => text.replace(SLASHES, (slashes) => slashes.slice(1));
/** `//`, `///` between blanks */
const SLASHES = /(?<=^| )\/{2,}(?= |$)/g;
