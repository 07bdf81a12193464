import type { Line } from './lines.ts';
import { type Range, trimmed } from '../seed/index.ts';

/** Lines from one label to the next: `Authors: Ann Lee,` and `Bo van Dyk` below it. */
export interface LabelledPart {
  /** As printed, in small letters and without the colon: `journal ref`; empty for lines before the first label. */
  label: string;
  /** What stands after the label, over as many lines as it takes; empty at its start when nothing does. */
  value: Range;
  lines: Line[];
}

/**
 * Divides lines at those that begin with a label.
 *
 * @param label Matches a label with its colon at the start of a line; its first group is the label's name.
 */
export function labelledParts(text: string, lines: readonly Line[], label: RegExp): LabelledPart[] {
  const parts: LabelledPart[] = [];
  for (const line of lines) {
    const match = label.exec(line.value);
    const part = parts.at(-1);
    if (match === null && part !== undefined) {
      part.lines.push(line);
      const isEmpty = part.value.to <= part.value.from;
      part.value = { from: isEmpty ? line.from : part.value.from, to: line.to };
      continue;
    }
    const from = line.from + (match?.[0].length ?? 0);
    parts.push({
      label: (match?.[1] ?? '').toLowerCase(),
      value: trimmed(text, { from, to: Math.max(from, line.to) }),
      lines: [line],
    });
  }
  return parts;
}
