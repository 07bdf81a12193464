import { mailAddresses } from './mails.ts';
import { localPaths } from './paths.ts';
import type { Stretch } from './stretch.ts';

export type { Stretch };

/** What stands where something was withheld from a text that is published. */
export const WITHHELD = '[withheld]';

/** What in a text is private by its shape, local paths and mail addresses; in file order, not overlapping. */
export function privateStretches(text: string): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of [...localPaths(text), ...mailAddresses(text)].sort(
    (a, b) => a.from - b.from,
  )) {
    const last = joined.at(-1);
    if (last !== undefined && stretch.from < last.to) last.to = Math.max(last.to, stretch.to);
    else joined.push(stretch);
  }
  return joined;
}

/** A text with a mark in the place of each stretch. */
export function withoutStretches(
  text: string,
  stretches: readonly Stretch[],
  mark = WITHHELD,
): string {
  let at = 0;
  let kept = '';
  for (const { from, to } of stretches) {
    kept += text.slice(at, from) + mark;
    at = to;
  }
  return kept + text.slice(at);
}

/** A text in which what is private by its shape is withheld: of messages, which quote seeds. */
export function withoutPrivate(text: string): string {
  return withoutStretches(text, privateStretches(text));
}
